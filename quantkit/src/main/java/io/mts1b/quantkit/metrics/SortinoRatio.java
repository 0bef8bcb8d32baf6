package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.statistics.Samples;
import java.util.Optional;

/**
 * The Sortino ratio: what was earned above a minimum acceptable return, per unit of falling short of it.
 *
 * <p>The ratio per period is {@code mean(r - a) / d} with the downside deviation
 * {@code d = sqrt(mean(min(r - a, 0)^2))}, in which the mean is over all periods and not over the bad ones only.
 *
 * <p>References: F. A. Sortino and R. van der Meer, "Downside Risk", Journal of Portfolio Management 17(4),
 * 1991, 27-31; T. N. Rollinger and S. T. Hoffman, "Sortino: A 'Sharper' Ratio", Red Rock Capital, 2013.
 *
 * @param meanExcess the mean return per period above the acceptable one
 * @param downsideDeviation the downside deviation per period, positive
 */
public record SortinoRatio(double meanExcess, double downsideDeviation) {

    /** Validates. */
    public SortinoRatio {
        if (!Double.isFinite(meanExcess)) {
            throw new IllegalArgumentException("meanExcess must be finite, was " + meanExcess);
        }
        if (!(downsideDeviation > 0 && downsideDeviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "downsideDeviation must be positive and finite, was " + downsideDeviation);
        }
    }

    /**
     * Measures a series.
     *
     * @param returns returns per period, at least one
     * @param acceptable the minimum acceptable return per period
     * @return the ratio, or empty if no return falls short and the ratio is undefined
     * @throws IllegalArgumentException if there are no returns, or one is not finite
     */
    public static Optional<SortinoRatio> of(double[] returns, double acceptable) {
        Samples.requireFinite("returns", returns, 1);
        double sum = 0;
        double squares = 0;
        double largest = Math.abs(acceptable);
        for (double r : returns) {
            double excess = r - acceptable;
            double shortfall = Math.min(excess, 0);
            sum += excess;
            squares += shortfall * shortfall;
            largest = Math.max(largest, Math.abs(r));
        }
        double deviation = Math.sqrt(squares / returns.length);
        // What is this small is the rounding of r - acceptable, not a risk.
        return deviation <= Samples.NOISE * largest
                ? Optional.empty()
                : Optional.of(new SortinoRatio(sum / returns.length, deviation));
    }

    /**
     * Returns the ratio.
     *
     * @return the ratio per return period, dimensionless
     */
    public double perPeriod() {
        return meanExcess / downsideDeviation;
    }

    /**
     * Scales the ratio by the square root of time.
     *
     * @param periodsPerYear how many periods make a year
     * @return the ratio per square-root year
     */
    public double annualized(PeriodsPerYear periodsPerYear) {
        return periodsPerYear.scaleByRoot(perPeriod());
    }

    /**
     * Returns the annual ratio divided by the square root of two, which makes it comparable with a Sharpe ratio:
     * for symmetric returns the downside deviation is the standard deviation over that root. Known from J. Schwager;
     * reference: W. T. Ziemba, "The Symmetric Downside-Risk Sharpe Ratio", Journal of Portfolio Management 32(1), 2005,
     * 108-122.
     *
     * @param periodsPerYear how many periods make a year
     * @return the adjusted ratio per square-root year
     */
    public double adjusted(PeriodsPerYear periodsPerYear) {
        return annualized(periodsPerYear) / Math.sqrt(2);
    }
}
