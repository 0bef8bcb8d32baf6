package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.returns.Returns;
import io.mts1b.quantkit.statistics.Moments;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How returns compare with those of a benchmark in the same periods.
 *
 * <p>To pair the periods is the caller's business: the series must be of one length, or are refused.
 */
public final class BenchmarkRelative {

    private BenchmarkRelative() {}

    /**
     * Returns the tracking error, the standard deviation of {@code r - b} with divisor {@code n - 1}.
     *
     * @param returns returns per period, at least 2
     * @param benchmark the returns of the benchmark
     * @return the tracking error per period, not negative
     * @throws IllegalArgumentException if the lengths differ, are below 2, or a return is not finite
     */
    public static double trackingError(double[] returns, double[] benchmark) {
        return Moments.of(Returns.excess(returns, benchmark)).standardDeviation();
    }

    /**
     * Returns the information ratio, the mean of {@code r - b} over the {@link #trackingError}: the Sharpe ratio
     * of the active returns, with its standard error. Reference: R. C. Grinold and R. N. Kahn, "Active Portfolio
     * Management", 2nd edition, McGraw-Hill, 1999, chapter 5.
     *
     * @param returns returns per period, at least 2
     * @param benchmark the returns of the benchmark
     * @return the ratio, or empty if the active return does not vary
     * @throws IllegalArgumentException if the lengths differ, are below 2, or a return is not finite
     */
    public static Optional<SharpeRatio> informationRatio(double[] returns, double[] benchmark) {
        return SharpeRatio.of(Returns.excess(returns, benchmark));
    }

    /**
     * Returns the batting average: how often the benchmark was beaten.
     *
     * @param returns returns per period
     * @param benchmark the returns of the benchmark
     * @return the fraction of periods with {@code r > b}, or empty if there are no periods
     * @throws IllegalArgumentException if the lengths differ, or a return is not finite
     */
    public static OptionalDouble battingAverage(double[] returns, double[] benchmark) {
        requirePaired(returns, benchmark);
        int beaten = 0;
        for (int t = 0; t < returns.length; t++) {
            beaten += returns[t] > benchmark[t] ? 1 : 0;
        }
        return returns.length == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) beaten / returns.length);
    }

    /**
     * Returns the up capture, the compound annual growth of {@code r} over that of {@code b} in the periods in which
     * the benchmark rose. Reference: Morningstar, "Upside/Downside Capture Ratio", methodology paper.
     *
     * @param returns simple returns per period, each at least -1
     * @param benchmark the returns of the benchmark
     * @param periodsPerYear how many periods make a year
     * @return the ratio, or empty if the benchmark never rose
     * @throws IllegalArgumentException if the lengths differ, or a return is not finite or below -1
     */
    public static OptionalDouble upCapture(double[] returns, double[] benchmark, PeriodsPerYear periodsPerYear) {
        return capture(returns, benchmark, periodsPerYear, 1);
    }

    /**
     * Returns the down capture, which is the {@link #upCapture} of the periods in which the benchmark fell: below
     * one is good.
     *
     * @param returns simple returns per period, each at least -1
     * @param benchmark the returns of the benchmark
     * @param periodsPerYear how many periods make a year
     * @return the ratio, or empty if the benchmark never fell
     * @throws IllegalArgumentException if the lengths differ, or a return is not finite or below -1
     */
    public static OptionalDouble downCapture(double[] returns, double[] benchmark, PeriodsPerYear periodsPerYear) {
        return capture(returns, benchmark, periodsPerYear, -1);
    }

    /**
     * Returns the capture ratio, {@code up capture / down capture}.
     *
     * @param returns simple returns per period, each at least -1
     * @param benchmark the returns of the benchmark
     * @param periodsPerYear how many periods make a year
     * @return the ratio, or empty if the benchmark never rose or never fell, or nothing of its falls was captured
     * @throws IllegalArgumentException if the lengths differ, or a return is not finite or below -1
     */
    public static OptionalDouble captureRatio(double[] returns, double[] benchmark, PeriodsPerYear periodsPerYear) {
        OptionalDouble up = upCapture(returns, benchmark, periodsPerYear);
        OptionalDouble down = downCapture(returns, benchmark, periodsPerYear);
        return up.isEmpty() || down.isEmpty() || down.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(up.getAsDouble() / down.getAsDouble());
    }

    private static OptionalDouble capture(
            double[] returns, double[] benchmark, PeriodsPerYear periodsPerYear, double sign) {
        requirePaired(returns, benchmark);
        double[] own = new double[returns.length];
        double[] theirs = new double[returns.length];
        int count = 0;
        for (int t = 0; t < returns.length; t++) {
            if (sign * benchmark[t] > 0) {
                own[count] = returns[t];
                theirs[count++] = benchmark[t];
            }
        }
        if (count == 0) {
            return OptionalDouble.empty();
        }
        double captured = CompoundReturn.of(Arrays.copyOf(own, count)).annualized(periodsPerYear);
        double offered = CompoundReturn.of(Arrays.copyOf(theirs, count)).annualized(periodsPerYear);
        return OptionalDouble.of(captured / offered);
    }

    private static void requirePaired(double[] returns, double[] benchmark) {
        Samples.requireLength("benchmark", benchmark, returns.length);
        Samples.requireFinite("returns", returns, 0);
        Samples.requireFinite("benchmark", benchmark, 0);
    }
}
