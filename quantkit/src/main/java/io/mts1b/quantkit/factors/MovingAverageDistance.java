package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Moving average distance: assets whose recent prices are far above their average go on rising.
 *
 * <p>The raw score is {@code mean of the last fast closes / mean of the last slow closes - 1}.
 *
 * <p>Reference: D. Avramov, G. Kaplanski and A. Subrahmanyam, "Moving Average Distance as a Predictor of Equity
 * Returns", Review of Financial Economics 39(2), 2021, 127-145.
 *
 * @param name the factor's name
 * @param fast how many closes make the fast average, at least 1
 * @param slow how many closes make the slow average, above {@code fast}
 */
public record MovingAverageDistance(String name, int fast, int slow) implements Factor {

    /** One month over ten, in trading days. */
    public static final MovingAverageDistance DAILY_21_200 =
            new MovingAverageDistance("f_moving_average_distance", 21, 200);

    /** Validates. */
    public MovingAverageDistance {
        FactorRegistry.requireName(name);
        Require.that(fast >= 1, "fast must be at least 1, was " + fast);
        Require.that(slow > fast, "slow must be above fast " + fast + ", was " + slow);
    }

    @Override
    public int warmup() {
        return slow - 1;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        return Trailing.scores(panel, a -> {
            double[] close = panel.column(PanelField.CLOSE, a);
            double[] recent = Trailing.window(close, fast, Trailing::mean);
            double[] whole = Trailing.window(close, slow, Trailing::mean);
            return Trailing.quotients(recent, whole, quotient -> quotient - 1);
        });
    }
}
