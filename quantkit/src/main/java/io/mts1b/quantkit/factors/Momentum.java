package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Price momentum: what gained over the past year, the last month left out, goes on gaining.
 *
 * <p>The raw score of date {@code t} is {@code close(t - skip) / close(t - lookback) - 1}. The latest month is
 * skipped because returns reverse over that horizon.
 *
 * <p>Reference: N. Jegadeesh and S. Titman, "Returns to Buying Winners and Selling Losers: Implications for
 * Stock Market Efficiency", Journal of Finance 48(1), 1993, 65-91.
 *
 * @param name the factor's name
 * @param lookback how many dates ago the gain starts to count, above {@code skip}
 * @param skip how many dates ago it stops to count, zero or more
 */
public record Momentum(String name, int lookback, int skip) implements Factor {

    /** Twelve months less one, in trading days. */
    public static final Momentum DAILY_12_1 = new Momentum("f_momentum_12_1", 252, 21);

    /** Validates. */
    public Momentum {
        FactorRegistry.requireName(name);
        Require.that(skip >= 0, "skip must not be negative, was " + skip);
        Require.that(lookback > skip, "lookback must be above skip " + skip + ", was " + lookback);
    }

    @Override
    public int warmup() {
        return lookback;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        return Trailing.scores(panel, a -> Trailing.gains(panel.column(PanelField.CLOSE, a), lookback, skip));
    }
}
