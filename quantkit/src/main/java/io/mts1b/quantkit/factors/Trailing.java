package io.mts1b.quantkit.factors;

import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Statistics of the last n values of a column. A window counts if at least three quarters of it are there, so that one
 * missing bar does not silence a factor for a year.
 */
final class Trailing {

    private Trailing() {}

    /** A figure of some values, none of which is NaN; NaN where they have none. */
    @FunctionalInterface
    interface Statistic {
        double of(double[] values);
    }

    /** A figure of an asset's whole column. */
    @FunctionalInterface
    interface AssetColumn {
        double[] of(int asset);
    }

    /** Returns the figure of the n values up to each row; NaN in the first n - 1 rows. */
    static double[] window(double[] values, int n, Statistic statistic) {
        double[] figures = new double[values.length];
        Arrays.fill(figures, Double.NaN);
        double[] present = new double[n];
        for (int t = n - 1; t < values.length; t++) {
            int count = 0;
            for (int u = t - n + 1; u <= t; u++) {
                if (!Double.isNaN(values[u])) {
                    present[count++] = values[u];
                }
            }
            if (4 * count >= 3 * n) {
                figures[t] = statistic.of(Arrays.copyOf(present, count));
            }
        }
        return figures;
    }

    /** Returns {@code close(t) / close(t - 1) - 1}, NaN as {@link #gains}. */
    static double[] returns(UniversePanel panel, int asset) {
        return gains(panel.column(PanelField.CLOSE, asset), 1, 0);
    }

    /**
     * Returns {@code close(t - skip) / close(t - lookback) - 1}, NaN where either is missing or the earlier is zero or
     * below, which no gain starts from.
     */
    static double[] gains(double[] close, int lookback, int skip) {
        double[] gains = new double[close.length];
        for (int t = 0; t < gains.length; t++) {
            boolean known = t >= lookback && close[t - lookback] > 0;
            gains[t] = known ? close[t - skip] / close[t - lookback] - 1 : Double.NaN;
        }
        return gains;
    }

    /** Returns the mean of all assets' returns that are there: the market, each asset weighing the same. */
    static double[] market(double[][] returns, int dates) {
        double[] market = new double[dates];
        for (int t = 0; t < dates; t++) {
            int row = t;
            market[t] = Arrays.stream(returns)
                    .mapToDouble(column -> column[row])
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        }
        return market;
    }

    /** Returns all assets' columns, standardized by date. */
    static double[][] scores(UniversePanel panel, AssetColumn column) {
        double[][] raw = new double[panel.instruments().size()][];
        Arrays.setAll(raw, column::of);
        return CrossSection.zScores(raw);
    }

    /** Returns a column whose first rows say nothing. */
    static double[] after(int rows, double[] values) {
        double[] cut = values.clone();
        Arrays.fill(cut, 0, Math.min(rows, cut.length), Double.NaN);
        return cut;
    }

    /** Returns a function of {@code a / b}, NaN where b is not positive. */
    static double[] quotients(double[] a, double[] b, DoubleUnaryOperator f) {
        double[] quotients = new double[a.length];
        Arrays.setAll(quotients, t -> b[t] > 0 ? f.applyAsDouble(a[t] / b[t]) : Double.NaN);
        return quotients;
    }

    static double[] map(double[] values, DoubleUnaryOperator f) {
        return Arrays.stream(values).map(f).toArray();
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Returns the standard deviation, divisor n - 1; NaN for fewer than two values. */
    static double deviation(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }
}
