package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.statistics.Moments;
import io.mts1b.quantkit.statistics.Normal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The Sharpe ratio of one series of excess returns, with the sampling error that belongs to it.
 *
 * <p>For returns {@code r} of length {@code n}, with sample mean {@code m} and sample standard
 * deviation {@code s} (divisor {@code n - 1}), the ratio per period is {@code m / s}. Excess is over the
 * riskless return; over a benchmark, the same figure is the information ratio.
 *
 * <p>References: W. F. Sharpe, "The Sharpe Ratio", Journal of Portfolio Management 21(1), 1994,
 * 49-58; A. W. Lo, "The Statistics of Sharpe Ratios", Financial Analysts Journal 58(4), 2002, 36-52.
 *
 * @param perPeriod the ratio per return period, dimensionless
 * @param observations the number of returns it was measured on, at least 2
 */
public record SharpeRatio(double perPeriod, int observations) {

    /** Validates. */
    public SharpeRatio {
        if (!Double.isFinite(perPeriod)) {
            throw new IllegalArgumentException("perPeriod must be finite, was " + perPeriod);
        }
        if (observations < 2) {
            throw new IllegalArgumentException("observations must be at least 2, was " + observations);
        }
    }

    /**
     * Measures a series.
     *
     * @param excessReturns returns per period less the riskless or the benchmark's return
     * @return the ratio, or empty if the returns do not vary and the ratio is undefined
     * @throws IllegalArgumentException if there are fewer than 2 returns, or one is not finite
     */
    public static Optional<SharpeRatio> of(double[] excessReturns) {
        return of(Moments.of(excessReturns));
    }

    /**
     * Takes the ratio of returns that were measured before.
     *
     * @param moments the moments of the returns per period less the riskless or the benchmark's return
     * @return the ratio, or empty if the returns do not vary and the ratio is undefined
     */
    public static Optional<SharpeRatio> of(Moments moments) {
        return moments.squares() == 0
                ? Optional.empty()
                : Optional.of(new SharpeRatio(moments.mean() / moments.standardDeviation(), moments.count()));
    }

    /**
     * Scales the ratio by the square root of time.
     *
     * @param periodsPerYear how many periods make a year
     * @return the ratio per square-root year
     */
    public double annualized(PeriodsPerYear periodsPerYear) {
        return periodsPerYear.scaleByRoot(perPeriod);
    }

    /**
     * Returns the asymptotic standard error of {@link #perPeriod()} for independent, identically
     * distributed normal returns: {@code sqrt((1 + SR^2 / 2) / n)} (Lo 2002).
     *
     * @return the standard error, dimensionless
     */
    public double standardError() {
        return Math.sqrt((1 + perPeriod * perPeriod / 2) / observations);
    }

    /**
     * Returns the probabilistic Sharpe ratio: how likely it is that the true ratio lies above a benchmark,
     * {@code Phi((SR - SR*) / sqrt((1 - g3 SR + (g4 - 1) / 4 SR^2) / (n - 1)))}.
     *
     * <p>Returns may be skewed and fat-tailed, but must be independent. Reference: D. H. Bailey and M. López de
     * Prado, "The Sharpe Ratio Efficient Frontier", Journal of Risk 15(2), 2012, 3-44, who mean by kurtosis
     * the plain one, 3 for a normal law.
     *
     * @param benchmarkPerPeriod the ratio per period to beat, {@code SR*}
     * @param skewness the skewness {@code g3} of the returns
     * @param kurtosis the kurtosis {@code g4} of the returns
     * @return the probability, or empty if skewness and kurtosis belong to no distribution in which the ratio
     *     has a positive variance
     */
    public OptionalDouble probabilityAbove(double benchmarkPerPeriod, double skewness, double kurtosis) {
        double variance = (1 - skewness * perPeriod + (kurtosis - 1) / 4 * perPeriod * perPeriod) / (observations - 1);
        return variance > 0
                ? OptionalDouble.of(Normal.cumulative((perPeriod - benchmarkPerPeriod) / Math.sqrt(variance)))
                : OptionalDouble.empty();
    }
}
