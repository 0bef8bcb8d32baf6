package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.statistics.Samples;
import io.mts1b.quantkit.statistics.WindowComoments;
import io.mts1b.quantkit.statistics.WindowMoments;

/**
 * Metrics of the last {@code window} returns on every date, each in one pass over the returns.
 *
 * <p>Answers are columns: as many values as returns, the value of a date from the returns up to it. As in all columns
 * NaN is what is not there: before the window is full, and where the metric is undefined. Thread-safe.
 */
public final class RollingMetrics {

    private RollingMetrics() {}

    /** What one window says, given the moments of it. */
    @FunctionalInterface
    private interface OfMoments {
        double of(WindowMoments moments);
    }

    /**
     * Returns the rolling mean.
     *
     * @param returns T returns, finite
     * @param window how many returns count, at least 1
     * @return T means per period
     * @throws IllegalArgumentException if the window is too short or a return is not finite
     */
    public static double[] mean(double[] returns, int window) {
        return rolling(returns, window, 1, WindowMoments::mean);
    }

    /**
     * Returns the rolling volatility.
     *
     * @param returns T returns, finite
     * @param window how many returns count, at least 2
     * @return T standard deviations (divisor n - 1) per period
     * @throws IllegalArgumentException if the window is too short or a return is not finite
     */
    public static double[] volatility(double[] returns, int window) {
        return rolling(returns, window, 2, moments -> Math.sqrt(moments.sampleVariance()));
    }

    /**
     * Returns the rolling Sharpe ratio, as {@link SharpeRatio}.
     *
     * @param excessReturns T returns less the riskless return, finite
     * @param window how many returns count, at least 2
     * @return T ratios per period, NaN where returns do not vary
     * @throws IllegalArgumentException if the window is too short or a return is not finite
     */
    public static double[] sharpe(double[] excessReturns, int window) {
        return rolling(excessReturns, window, 2, moments -> {
            double deviation = Math.sqrt(moments.sampleVariance());
            // What varies by less than the rounding of its mean does not vary.
            boolean varies = deviation > Samples.NOISE * Math.abs(moments.mean());
            return varies ? moments.mean() / deviation : Double.NaN;
        });
    }

    private static double[] rolling(double[] returns, int window, int least, OfMoments metric) {
        require(returns, window, least);
        WindowMoments moments = new WindowMoments(window);
        double[] rolling = new double[returns.length];
        for (int t = 0; t < rolling.length; t++) {
            rolling[t] = moments.next(returns[t]) ? metric.of(moments) : Double.NaN;
        }
        return rolling;
    }

    /**
     * Returns the rolling beta, as {@link MarketModel}.
     *
     * @param returns T returns, finite
     * @param benchmark T returns of the benchmark, finite
     * @param window how many returns count, at least 2
     * @return T slopes, NaN where the benchmark does not vary
     * @throws IllegalArgumentException if the lengths differ, the window is too short or a return is not finite
     */
    public static double[] beta(double[] returns, double[] benchmark, int window) {
        require(returns, window, 2);
        require(benchmark, window, 2);
        if (benchmark.length != returns.length) {
            throw new IllegalArgumentException(
                    "benchmark must have " + returns.length + " returns, had " + benchmark.length);
        }
        WindowComoments moments = new WindowComoments(window);
        double[] rolling = new double[returns.length];
        for (int t = 0; t < rolling.length; t++) {
            rolling[t] = moments.next(benchmark[t], returns[t]) ? moments.slope() : Double.NaN;
        }
        return rolling;
    }

    /**
     * Returns the rolling maximum drawdown, as {@link Drawdowns} of the returns in the window.
     *
     * @param returns T returns, finite, above -1
     * @param window how many returns count, at least 1
     * @return T drawdowns, from -1 to 0
     * @throws IllegalArgumentException if the window is too short, or a return is not finite or not above -1
     */
    public static double[] maximumDrawdown(double[] returns, int window) {
        require(returns, window, 1);
        WindowDrawdown drawdown = new WindowDrawdown(window);
        double[] rolling = new double[returns.length];
        for (int t = 0; t < rolling.length; t++) {
            if (returns[t] <= -1) {
                throw new IllegalArgumentException("returns must be above -1, held " + returns[t]);
            }
            rolling[t] = drawdown.next(1 + returns[t]);
        }
        return rolling;
    }

    private static void require(double[] returns, int window, int least) {
        if (window < least) {
            throw new IllegalArgumentException("window must be at least " + least + ", was " + window);
        }
        Samples.requireFinite("returns", returns, 0);
    }

    /**
     * The largest fall of wealth within a window, from parts of it: each knows, of wealth that starts at 1, where it
     * ends, its highest and lowest and its largest fall. The part before falls most by itself, or the part after does,
     * or wealth falls from the highest of the one to the lowest of the other.
     */
    private static final class WindowDrawdown {

        private final double[] growths;
        private final double[] ends;
        private final double[] highs;
        private final double[] falls;
        private int filled;
        private boolean full;
        private double end = 1;
        private double high = 1;
        private double low = 1;
        private double fall;

        WindowDrawdown(int n) {
            growths = new double[n];
            ends = new double[n];
            highs = new double[n];
            falls = new double[n];
        }

        double next(double growth) {
            int n = growths.length;
            if (filled == n) {
                fold();
            }
            growths[filled++] = growth;
            end *= growth;
            high = Math.max(high, end);
            low = Math.min(low, end);
            fall = Math.min(fall, end / high - 1);
            if (filled == n) {
                return fall;
            }
            double across = ends[filled] * low / highs[filled] - 1;
            return full ? Math.min(Math.min(fall, falls[filled]), across) : Double.NaN;
        }

        private void fold() {
            double tailEnd = 1;
            double tailHigh = 1;
            double tailLow = 1;
            double tailFall = 0;
            for (int i = growths.length - 1; i >= 0; i--) {
                // One more step in front: what follows starts where that step ends.
                double step = growths[i];
                tailFall = Math.min(tailFall, Math.min(1, step * tailLow) - 1);
                tailEnd *= step;
                tailHigh = Math.max(1, step * tailHigh);
                tailLow = Math.min(1, step * tailLow);
                ends[i] = tailEnd;
                highs[i] = tailHigh;
                falls[i] = tailFall;
            }
            end = 1;
            high = 1;
            low = 1;
            fall = 0;
            filled = 0;
            full = true;
        }
    }
}
