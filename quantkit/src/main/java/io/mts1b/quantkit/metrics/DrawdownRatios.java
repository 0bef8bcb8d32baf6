package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.statistics.Moments;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What was earned per unit of drawdown. Each ratio is empty where the wealth never fell.
 *
 * <p>Returns are simple, at least -1; an argument that is not is refused as {@link Drawdowns#ofReturns} does.
 */
public final class DrawdownRatios {

    private DrawdownRatios() {}

    /**
     * Returns the Calmar ratio, the compound annual growth rate over the size of the maximum drawdown. Reference:
     * T. W. Young, "Calmar Ratio: A Smoother Tool", Futures 20(1), 1991, 40, who took the last 36 months.
     *
     * @param returns simple returns per period, at least one
     * @param periodsPerYear how many periods make a year
     * @return the ratio
     */
    public static OptionalDouble calmar(double[] returns, PeriodsPerYear periodsPerYear) {
        return calmar(CompoundReturn.of(returns), Drawdowns.ofReturns(returns), periodsPerYear);
    }

    /**
     * Returns the {@linkplain #calmar(double[], PeriodsPerYear) Calmar ratio} of what was measured before.
     *
     * @param growth what the returns compound to
     * @param drawdowns the falls of the wealth that they build
     * @param periodsPerYear how many periods make a year
     * @return the ratio
     */
    public static OptionalDouble calmar(CompoundReturn growth, Drawdowns drawdowns, PeriodsPerYear periodsPerYear) {
        return divide(growth.annualized(periodsPerYear), -drawdowns.maximum());
    }

    /**
     * Returns the recovery factor, the size of the sum of all returns over that of the maximum drawdown: how many
     * times over the worst fall was earned, or lost, for it has no sign. Source: quantstats, {@code recovery_factor}.
     *
     * @param returns simple returns per period, at least one
     * @return the ratio
     */
    public static OptionalDouble recoveryFactor(double[] returns) {
        return divide(
                Math.abs(Samples.sum(returns)), -Drawdowns.ofReturns(returns).maximum());
    }

    /**
     * Returns the ulcer performance index, {@code (total - riskless) / ulcer index}, also called the Martin ratio.
     * Reference: P. G. Martin and B. B. McCann, "The Investor's Guide to Fidelity Funds", Wiley, 1989.
     *
     * <p>The return is that of the whole history, and the ulcer index has divisor {@code n - 1}, as in quantstats.
     *
     * @param returns simple returns per period, at least 2
     * @param riskless what a riskless investment would have returned over the whole history
     * @return the ratio
     */
    public static OptionalDouble ulcerPerformance(double[] returns, double riskless) {
        double ulcer = Drawdowns.ofReturns(returns).ulcerIndex(1).orElse(0);
        return divide(CompoundReturn.of(returns).total() - riskless, ulcer);
    }

    /**
     * Returns the serenity index, {@code (sum of returns - riskless) / (ulcer index * pitfall)}, where the pitfall
     * is the mean of the drawdowns below their own Gaussian 5 % quantile, in standard deviations of the returns.
     *
     * <p>Source: KeyQuant, white paper "APT", part 1, in the form of quantstats, {@code serenity_index}: the
     * drawdown at every period counts, and the ulcer index has divisor {@code n - 1}.
     *
     * @param returns simple returns per period, at least 2
     * @param riskless the sum of riskless returns over the whole history
     * @return the index; empty also if returns do not vary, or no drawdown lies below the quantile
     */
    public static OptionalDouble serenity(double[] returns, double riskless) {
        Drawdowns drawdowns = Drawdowns.ofReturns(returns);
        double deviation = Moments.of(returns).standardDeviation();
        double[] falls = Arrays.copyOfRange(drawdowns.underwater(), 1, returns.length + 1);
        double deep = ExpectedShortfall.below(falls, ValueAtRisk.gaussian(falls, 0.05))
                .orElse(0);
        if (deviation == 0 || deep == 0) {
            return OptionalDouble.empty();
        }
        double pitfall = -deep / deviation;
        return divide(Samples.sum(returns) - riskless, drawdowns.ulcerIndex(1).orElse(0) * pitfall);
    }

    private static OptionalDouble divide(double earned, double suffered) {
        return suffered > 0 ? OptionalDouble.of(earned / suffered) : OptionalDouble.empty();
    }
}
