package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Low volatility: calm assets earn more than their risk would say.
 *
 * <p>The raw score is the standard deviation (divisor n - 1) of the last {@code window} simple returns, with a minus.
 *
 * <p>Reference: D. Blitz and P. van Vliet, "The Volatility Effect: Lower Risk Without Lower Return", Journal of
 * Portfolio Management 34(1), 2007, 102-113.
 *
 * @param name the factor's name
 * @param window how many returns, at least 2
 */
public record LowVolatility(String name, int window) implements Factor {

    /** One year of trading days. */
    public static final LowVolatility YEAR = new LowVolatility("f_low_volatility", 252);

    /** Validates. */
    public LowVolatility {
        FactorRegistry.requireName(name);
        Require.that(window >= 2, "window must be at least 2, was " + window);
    }

    @Override
    public int warmup() {
        return window;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        // The first row has no return, so a window must not begin there.
        return Trailing.scores(
                panel,
                a -> Trailing.after(
                        warmup(),
                        Trailing.window(Trailing.returns(panel, a), window, returns -> -Trailing.deviation(returns))));
    }
}
