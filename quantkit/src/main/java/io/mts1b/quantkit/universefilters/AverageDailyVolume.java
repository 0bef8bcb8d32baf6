package io.mts1b.quantkit.universefilters;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;
import java.util.Arrays;

/**
 * How much of an asset is traded on a day: the mean of {@code close volume} over the last {@code window} dates, in the
 * currency of the prices.
 *
 * <p>A date without a bar counts as one on which nothing was traded, so that an asset that seldom trades does not look
 * as liquid as on its best days.
 *
 * @param window how many dates, at least 1
 */
public record AverageDailyVolume(int window) {

    /** One month of trading days. */
    public static final AverageDailyVolume MONTH = new AverageDailyVolume(21);

    /** Validates. */
    public AverageDailyVolume {
        Require.that(window >= 1, "window must be at least 1, was " + window);
    }

    /**
     * Measures one asset.
     *
     * @param panel T dates, with volumes
     * @param asset the asset's place in the panel
     * @return T values; NaN in the first {@code window - 1} rows, and up to the asset's first bar
     * @throws IllegalArgumentException if the panel has no volumes
     */
    public double[] of(UniversePanel panel, int asset) {
        double[] close = panel.column(PanelField.CLOSE, asset);
        double[] volume = panel.column(PanelField.VOLUME, asset);
        double[] means = new double[close.length];
        Arrays.fill(means, Double.NaN);
        boolean listed = false;
        for (int t = 0; t < means.length; t++) {
            listed |= !Double.isNaN(close[t]);
            if (listed && t >= window - 1) {
                double sum = 0;
                for (int u = t - window + 1; u <= t; u++) {
                    double traded = close[u] * volume[u];
                    sum += Double.isNaN(traded) ? 0 : traded;
                }
                means[t] = sum / window;
            }
        }
        return means;
    }
}
