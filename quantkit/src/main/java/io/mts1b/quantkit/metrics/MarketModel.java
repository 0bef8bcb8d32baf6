package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.statistics.LinearFit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Returns explained by those of a benchmark, {@code r = alpha + beta b + noise}, by least squares.
 *
 * <p>With returns in excess of the riskless one, alpha is Jensen's. References: W. F. Sharpe, "A Simplified Model
 * for Portfolio Analysis", Management Science 9(2), 1963, 277-293; M. C. Jensen, "The Performance of Mutual Funds
 * in the Period 1945-1964", Journal of Finance 23(2), 1968, 389-416.
 *
 * @param alpha the mean return per period that the benchmark does not explain
 * @param beta how much the return rises with that of the benchmark: their covariance over its variance
 */
public record MarketModel(double alpha, double beta) {

    /** Validates. */
    public MarketModel {
        if (!Double.isFinite(alpha) || !Double.isFinite(beta)) {
            throw new IllegalArgumentException("alpha and beta must be finite, were " + alpha + " and " + beta);
        }
    }

    /**
     * Fits the model.
     *
     * @param returns returns per period, at least 2
     * @param benchmark the returns of the benchmark in the same periods
     * @return the model, or empty if the benchmark does not vary
     * @throws IllegalArgumentException if the lengths differ, are below 2, or a return is not finite
     */
    public static Optional<MarketModel> of(double[] returns, double[] benchmark) {
        return LinearFit.of(benchmark, returns).map(line -> new MarketModel(line.intercept(), line.slope()));
    }

    /**
     * Compounds alpha over a year.
     *
     * @param periodsPerYear how many periods make a year
     * @return {@code (1 + alpha)^periodsPerYear - 1}
     */
    public double annualizedAlpha(PeriodsPerYear periodsPerYear) {
        return periodsPerYear.compound(alpha);
    }

    /**
     * Returns the Treynor ratio, {@code excess / beta}: what was earned per unit of market risk. Reference: J. L.
     * Treynor, "How to Rate Management of Investment Funds", Harvard Business Review 43(1), 1965, 63-75.
     *
     * @param excess the return above the riskless one, over whatever span the ratio is to be of
     * @return the ratio, or empty if beta is zero
     */
    public OptionalDouble treynorRatio(double excess) {
        return beta == 0 ? OptionalDouble.empty() : OptionalDouble.of(excess / beta);
    }
}
