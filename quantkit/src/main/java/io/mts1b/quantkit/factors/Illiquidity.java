package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Illiquidity: assets whose price moves far for little money must earn more to be held.
 *
 * <p>The raw score is the mean of {@code |return| / (close volume)} over the last {@code window} dates on which
 * something was traded.
 *
 * <p>Reference: Y. Amihud, "Illiquidity and Stock Returns: Cross-Section and Time-Series Effects", Journal of
 * Financial Markets 5(1), 2002, 31-56.
 *
 * @param name the factor's name
 * @param window how many dates, at least 1
 */
public record Illiquidity(String name, int window) implements Factor {

    /** One year of trading days. */
    public static final Illiquidity YEAR = new Illiquidity("f_amihud_illiquidity", 252);

    /** Validates. */
    public Illiquidity {
        FactorRegistry.requireName(name);
        Require.that(window >= 1, "window must be at least 1, was " + window);
    }

    @Override
    public int warmup() {
        return window;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        return Trailing.scores(panel, a -> {
            double[] price = panel.column(PanelField.CLOSE, a);
            double[] volume = panel.column(PanelField.VOLUME, a);
            double[] impact = Trailing.returns(panel, a);
            for (int t = 0; t < impact.length; t++) {
                double traded = price[t] * volume[t];
                impact[t] = traded > 0 ? Math.abs(impact[t]) / traded : Double.NaN;
            }
            return Trailing.after(warmup(), Trailing.window(impact, window, Trailing::mean));
        });
    }
}
