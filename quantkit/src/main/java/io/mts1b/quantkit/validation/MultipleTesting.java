package io.mts1b.quantkit.validation;

import io.mts1b.quantkit.metrics.SharpeRatio;
import io.mts1b.quantkit.statistics.Normal;
import java.util.OptionalDouble;

/**
 * What a Sharpe ratio is worth after many tries, and how long a record must be.
 *
 * <p>Reference: D. H. Bailey and M. López de Prado, "The Deflated Sharpe Ratio: Correcting for Selection Bias, Backtest
 * Overfitting, and Non-Normality", Journal of Portfolio Management 40(5), 2014, 94-107, and "The Sharpe Ratio Efficient
 * Frontier", Journal of Risk 15(2), 2012, 3-44.
 */
public final class MultipleTesting {

    /** The constant of Euler and Mascheroni. */
    private static final double EULER = 0.5772156649015329;

    private MultipleTesting() {}

    /**
     * Returns the ratio that the best of some strategies without any skill is expected to show,
     * {@code sqrt(V) ((1 - g) Z(1 - 1/N) + g Z(1 - 1/(N e)))} with Euler's constant {@code g} and the normal quantile
     * {@code Z}.
     *
     * @param variance the variance {@code V} of the ratios that were tried, per period, not negative
     * @param trials how many independent strategies {@code N} were tried, at least 1
     * @return the expected maximum per period, zero for one trial
     * @throws IllegalArgumentException if the variance is negative or not finite, or there is no trial
     */
    public static double expectedMaximum(double variance, int trials) {
        if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY) || trials < 1) {
            throw new IllegalArgumentException(
                    "variance must not be negative and trials at least 1, were " + variance + " and " + trials);
        }
        if (trials == 1) {
            return 0;
        }
        double n = trials;
        return Math.sqrt(variance)
                * ((1 - EULER) * Normal.quantile(1 - 1 / n) + EULER * Normal.quantile(1 - 1 / (n * Math.E)));
    }

    /**
     * Returns the deflated ratio: how likely it is that the true one lies above what the best of as many tries would show
     * by luck.
     *
     * @param best the ratio that was chosen
     * @param skewness the skewness of its returns
     * @param kurtosis the kurtosis of its returns, 3 for a normal law
     * @param variance the variance of the ratios that were tried, per period, not negative
     * @param trials how many independent strategies were tried, at least 1
     * @return the probability, or empty if the ratio has no positive variance
     * @throws IllegalArgumentException if the variance is negative or not finite, or there is no trial
     */
    public static OptionalDouble deflated(
            SharpeRatio best, double skewness, double kurtosis, double variance, int trials) {
        return best.probabilityAbove(expectedMaximum(variance, trials), skewness, kurtosis);
    }

    /**
     * Returns how many returns it takes to be confident that the true ratio lies above a benchmark,
     * {@code 1 + (1 - g3 SR + (g4 - 1) / 4 SR^2) (Z(confidence) / (SR - SR*))^2}.
     *
     * @param perPeriod the ratio {@code SR} per period
     * @param benchmarkPerPeriod the ratio to beat, {@code SR*}
     * @param skewness the skewness {@code g3} of the returns
     * @param kurtosis the kurtosis {@code g4} of the returns, 3 for a normal law
     * @param confidence the probability wanted, in (0.5, 1)
     * @return the least number of returns, not rounded, or empty if the ratio is not above the benchmark
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public static OptionalDouble minimumTrackRecord(
            double perPeriod, double benchmarkPerPeriod, double skewness, double kurtosis, double confidence) {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0.5, 1), was " + confidence);
        }
        double spread = 1 - skewness * perPeriod + (kurtosis - 1) / 4 * perPeriod * perPeriod;
        double score = Normal.quantile(confidence) / (perPeriod - benchmarkPerPeriod);
        return perPeriod > benchmarkPerPeriod && spread > 0
                ? OptionalDouble.of(1 + spread * score * score)
                : OptionalDouble.empty();
    }
}
