package io.mts1b.quantkit.universefilters;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;
import java.util.Arrays;

/**
 * Lets in what costs little to trade: assets whose spread, estimated from highs and lows, is small.
 *
 * <p>Highs are mostly bought and lows mostly sold, and volatility grows with time while the spread does not. From two
 * dates in a row, {@code b} the sum of their {@code ln(high / low)^2} and {@code g} that of both together,
 * {@code alpha = (sqrt(2 b) - sqrt(b)) / (3 - 2 sqrt 2) - sqrt(g / (3 - 2 sqrt 2))} and the spread is {@code 2 (e^alpha
 * - 1) / (1 + e^alpha)}, a fraction of the price, zero where that is negative. Both prices of the second date are
 * first moved by the gap if it opened outside of the range around the close before. The estimate is the mean over the
 * last {@code window} pairs of dates that are there, of which at least half must be.
 *
 * <p>Reference: S. Corwin and P. Schultz, "A Simple Way to Estimate Bid-Ask Spreads from Daily High and Low Prices",
 * Journal of Finance 67(2), 2012, 719-760.
 *
 * @param window how many pairs of dates, at least 1
 * @param enter the largest spread to come in, as a fraction of the price, not negative
 * @param stay the largest spread to stay in, at least {@code enter}
 */
public record SpreadFilter(int window, double enter, double stay) implements UniverseFilter {

    private static final double K = 3 - 2 * Math.sqrt(2);

    /** Validates. */
    public SpreadFilter {
        Require.that(window >= 1, "window must be at least 1, was " + window);
        Require.that(enter >= 0 && Double.isFinite(enter), "enter must be finite and not negative, was " + enter);
        Require.that(stay >= enter, "stay must be at least enter " + enter + ", was " + stay);
    }

    @Override
    public boolean[][] members(UniversePanel panel) {
        Buffer narrow = new Buffer(-enter, -stay);
        boolean[][] members = new boolean[panel.instruments().size()][];
        for (int a = 0; a < members.length; a++) {
            members[a] =
                    narrow.follow(Arrays.stream(spreads(panel, a)).map(x -> -x).toArray());
        }
        return members;
    }

    /**
     * Estimates the spreads of one asset.
     *
     * @param panel T dates, with highs and lows
     * @param asset the asset's place in the panel
     * @return T spreads as fractions of the price; NaN where too few pairs of dates are there
     * @throws IllegalArgumentException if the panel has no highs or lows
     */
    public double[] spreads(UniversePanel panel, int asset) {
        double[] high = panel.column(PanelField.HIGH, asset);
        double[] low = panel.column(PanelField.LOW, asset);
        double[] close = panel.column(PanelField.CLOSE, asset);
        double[] pairs = new double[close.length];
        for (int t = 0; t < pairs.length; t++) {
            pairs[t] = t == 0 ? Double.NaN : pair(high, low, close[t - 1], t);
        }
        double[] spreads = new double[pairs.length];
        for (int t = 0; t < pairs.length; t++) {
            double[] there = t < window
                    ? new double[0]
                    : Arrays.stream(pairs, t - window + 1, t + 1)
                            .filter(x -> !Double.isNaN(x))
                            .toArray();
            boolean enough = there.length > 0 && 2 * there.length >= window;
            spreads[t] = enough ? Arrays.stream(there).sum() / there.length : Double.NaN;
        }
        return spreads;
    }

    private static double pair(double[] high, double[] low, double before, int t) {
        double gap = Math.max(low[t] - before, 0) + Math.min(high[t] - before, 0);
        double top = high[t] - gap;
        double bottom = low[t] - gap;
        if (!(low[t - 1] > 0 && bottom > 0)) {
            return Double.NaN;
        }
        double first = StrictMath.log(high[t - 1] / low[t - 1]);
        double second = StrictMath.log(top / bottom);
        double whole = StrictMath.log(Math.max(top, high[t - 1]) / Math.min(bottom, low[t - 1]));
        double b = first * first + second * second;
        double alpha = (Math.sqrt(2 * b) - Math.sqrt(b)) / K - Math.sqrt(whole * whole / K);
        double grown = StrictMath.exp(alpha);
        return Math.max(2 * (grown - 1) / (1 + grown), 0);
    }
}
