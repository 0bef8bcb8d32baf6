package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.statistics.Moments;
import io.mts1b.quantkit.statistics.Normal;
import io.mts1b.quantkit.statistics.OrderStatistics;
import io.mts1b.quantkit.statistics.Samples;
import java.util.OptionalDouble;

/**
 * Expected shortfall, or conditional value at risk: the mean return of the worst periods. A loss is negative.
 *
 * <p>On a history the worst fraction is rarely a whole number of periods, and practice differs in what it makes
 * of that: hence three definitions. They agree in the limit of a long history. Two more fit a law to it first.
 */
public final class ExpectedShortfall {

    private ExpectedShortfall() {}

    /**
     * Counts the period that straddles the border in part, so that the weights of the worst periods come to exactly
     * the tail. It is the coherent one, and the one that minimises in linear programs.
     *
     * <p>Reference: R. T. Rockafellar and S. Uryasev, "Conditional Value-at-Risk for General Loss Distributions",
     * Journal of Banking and Finance 26(7), 2002, 1443-1471, proposition 8.
     *
     * @param returns returns per period, at least one
     * @param tail which fraction of the periods is the worst, in (0, 1]
     * @return the mean return of that fraction
     * @throws IllegalArgumentException if there are no returns, one is not finite, or the tail is out of range
     */
    public static double coherent(double[] returns, double tail) {
        return coherent(OrderStatistics.of(returns), tail);
    }

    /**
     * Takes the same mean as {@link #coherent(double[], double)}, and shares what was put in order.
     *
     * @param returns returns per period
     * @param tail which fraction of the periods is the worst, in (0, 1]
     * @return the mean return of that fraction
     * @throws IllegalArgumentException if the tail is out of range
     */
    public static double coherent(OrderStatistics returns, double tail) {
        if (!(tail > 0 && tail <= 1)) {
            throw new IllegalArgumentException("tail must be in (0, 1], was " + tail);
        }
        double count = tail * returns.size();
        int whole = Math.max(0, (int) Math.ceil(count) - 1);
        double[] worst = returns.smallest(whole + 1);
        double border = worst[whole];
        worst[whole] = 0;
        return (Samples.sum(worst) + (count - whole) * border) / count;
    }

    /**
     * Takes a whole number of periods: the {@code floor((n - 1) tail) + 1} worst, so at least one. Source: the
     * convention of empyrical.
     *
     * @param returns returns per period, at least one
     * @param tail which fraction of the periods is the worst, in [0, 1]
     * @return the mean return of those periods
     * @throws IllegalArgumentException if there are no returns, one is not finite, or the tail is out of range
     */
    public static double ofWholePeriods(double[] returns, double tail) {
        if (!(tail >= 0 && tail <= 1)) {
            throw new IllegalArgumentException("tail must be in [0, 1], was " + tail);
        }
        return Samples.mean(OrderStatistics.smallest(returns, (int) ((returns.length - 1) * tail) + 1));
    }

    /**
     * Computes it for normal returns: {@code m - s phi(z) / tail} with {@code z = Phi^-1(tail)}, the density {@code phi},
     * the sample mean {@code m} and the sample standard deviation {@code s}, divisor {@code n - 1}. Too mild where tails
     * are fat. Reference: A. J. McNeil, R. Frey and P. Embrechts, "Quantitative Risk Management", Princeton University
     * Press, 2005, example 2.18.
     *
     * @param returns returns per period, at least 2
     * @param tail which fraction of the periods is the worst, in (0, 1)
     * @return the mean return of that fraction under the fitted normal law
     * @throws IllegalArgumentException if there are fewer than 2 returns, one is not finite, or the tail is out of range
     */
    public static double gaussian(double[] returns, double tail) {
        Moments moments = Moments.of(returns);
        return moments.mean() - moments.standardDeviation() * Normal.density(Normal.quantile(tail)) / tail;
    }

    /**
     * Computes it for returns that are skewed and fat-tailed, but not too far from normal: the mean of
     * {@link ValueAtRisk#cornishFisher} over all smaller tails,
     * {@code m - s phi(z) / tail (1 + z g / 6 + (z^2 - 1) k / 24 - (2 z^2 - 1) g^2 / 36)}.
     *
     * <p>Reference: D. Maillard, "A User's Guide to the Cornish Fisher Expansion", SSRN 1997178, 2012.
     *
     * @param returns returns per period, at least 2
     * @param tail which fraction of the periods is the worst, in (0, 1)
     * @return the mean return of that fraction; empty where the value at risk is
     * @throws IllegalArgumentException if there are fewer than 2 returns, one is not finite, or the tail is out of range
     */
    public static OptionalDouble cornishFisher(double[] returns, double tail) {
        Moments moments = Moments.of(returns);
        double z = Normal.quantile(tail);
        return CornishFisher.of(moments)
                .filter(expansion -> expansion.risesAt(z))
                .map(expansion ->
                        OptionalDouble.of(moments.mean() + moments.standardDeviation() * expansion.tailMean(z)))
                .orElse(OptionalDouble.empty());
    }

    /**
     * Takes the periods worse than a threshold, such as a {@link ValueAtRisk}. With the Gaussian one this is the
     * convention of quantstats.
     *
     * @param returns returns per period
     * @param threshold the return that a period must fall below to count
     * @return the mean return of those periods, or empty if there are none
     * @throws IllegalArgumentException if a return is not finite
     */
    public static OptionalDouble below(double[] returns, double threshold) {
        Samples.requireFinite("returns", returns, 0);
        double sum = 0;
        int count = 0;
        for (double r : returns) {
            if (r < threshold) {
                sum += r;
                count++;
            }
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }
}
