package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Time-series momentum: an asset goes on as it went, measured in its own risk.
 *
 * <p>The raw score is the gain over {@code lookback} dates over the standard deviation (divisor n - 1) of the simple
 * returns in them. The paper holds each asset by the sign of its gain; here assets are ranked against each other, as by
 * every factor.
 *
 * <p>Reference: T. Moskowitz, Y. H. Ooi and L. H. Pedersen, "Time Series Momentum", Journal of Financial Economics
 * 104(2), 2012, 228-250.
 *
 * @param name the factor's name
 * @param lookback how many returns, at least 2
 */
public record TimeSeriesMomentum(String name, int lookback) implements Factor {

    /** One year of trading days. */
    public static final TimeSeriesMomentum YEAR = new TimeSeriesMomentum("f_time_series_momentum", 252);

    /** Validates. */
    public TimeSeriesMomentum {
        FactorRegistry.requireName(name);
        Require.that(lookback >= 2, "lookback must be at least 2, was " + lookback);
    }

    @Override
    public int warmup() {
        return lookback;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        return Trailing.scores(panel, a -> {
            double[] gains = Trailing.gains(panel.column(PanelField.CLOSE, a), lookback, 0);
            double[] risks = Trailing.window(Trailing.returns(panel, a), lookback, Trailing::deviation);
            return Trailing.quotients(gains, risks, quotient -> quotient);
        });
    }
}
