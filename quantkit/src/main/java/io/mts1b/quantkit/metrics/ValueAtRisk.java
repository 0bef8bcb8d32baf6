package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.statistics.Moments;
import io.mts1b.quantkit.statistics.Normal;
import io.mts1b.quantkit.statistics.OrderStatistics;
import java.util.OptionalDouble;

/**
 * Value at risk: the return per period that only a small fraction of periods falls below. A loss is negative.
 *
 * <p>Reference: P. Jorion, "Value at Risk", 3rd edition, McGraw-Hill, 2006, chapter 5.
 */
public final class ValueAtRisk {

    private ValueAtRisk() {}

    /**
     * Reads it off the history: the quantile of the returns, interpolated linearly. Assumes that the future is
     * drawn from the history.
     *
     * @param returns returns per period, at least one
     * @param tail which fraction of the periods is worse, in [0, 1], such as 0.05
     * @return the quantile
     * @throws IllegalArgumentException if there are no returns, one is not finite, or the tail is out of range
     */
    public static double historical(double[] returns, double tail) {
        return historical(OrderStatistics.of(returns), tail);
    }

    /**
     * Reads it off the history as {@link #historical(double[], double)} does, and shares what was put in order.
     *
     * @param returns returns per period
     * @param tail which fraction of the periods is worse, in [0, 1]
     * @return the quantile
     * @throws IllegalArgumentException if the tail is out of range
     */
    public static double historical(OrderStatistics returns, double tail) {
        return returns.quantile(tail);
    }

    /**
     * Computes it for normal returns: {@code m + s Phi^-1(tail)} with the sample mean {@code m} and the sample
     * standard deviation {@code s}, divisor {@code n - 1}. Too mild where tails are fat.
     *
     * @param returns returns per period, at least 2
     * @param tail which fraction of the periods is worse, in (0, 1), such as 0.05
     * @return the quantile of the fitted normal law
     * @throws IllegalArgumentException if there are fewer than 2 returns, one is not finite, or the tail is out of
     *     range
     */
    public static double gaussian(double[] returns, double tail) {
        Moments moments = Moments.of(returns);
        return moments.mean() + moments.standardDeviation() * Normal.quantile(tail);
    }

    /**
     * Computes it for returns that are skewed and fat-tailed, but not too far from normal: {@code m + s h(Phi^-1(tail))}
     * with the expansion {@code h(z) = z + (z^2 - 1) g / 6 + (z^3 - 3 z) k / 24 - (2 z^3 - 5 z) g^2 / 36} and the sample
     * skewness {@code g} and excess kurtosis {@code k} of {@link Moments}. Also called modified value at risk.
     *
     * <p>References: E. A. Cornish and R. A. Fisher, "Moments and Cumulants in the Specification of Distributions",
     * Review of the International Statistical Institute 5(4), 1938, 307-320; P. Zangari, "A VaR Methodology for
     * Portfolios that Include Options", RiskMetrics Monitor, 1996 Q1, 4-12.
     *
     * @param returns returns per period, at least 2
     * @param tail which fraction of the periods is worse, in (0, 1), such as 0.05
     * @return the quantile; empty for fewer than 4 returns, for returns that do not vary, and where the expansion does not
     *     rise at the tail, which then is no quantile
     * @throws IllegalArgumentException if there are fewer than 2 returns, one is not finite, or the tail is out of
     *     range
     */
    public static OptionalDouble cornishFisher(double[] returns, double tail) {
        Moments moments = Moments.of(returns);
        double z = Normal.quantile(tail);
        return CornishFisher.of(moments)
                .filter(expansion -> expansion.risesAt(z))
                .map(expansion ->
                        OptionalDouble.of(moments.mean() + moments.standardDeviation() * expansion.quantile(z)))
                .orElse(OptionalDouble.empty());
    }
}
