package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.statistics.OrderStatistics;
import java.util.OptionalDouble;

/** How the good tail of returns compares with the bad one, and with the rest. */
public final class TailRatios {

    private TailRatios() {}

    /**
     * Returns the tail ratio, the size of the upper quantile over that of the lower one. Source: empyrical,
     * {@code tail_ratio}, with a tail of 0.05.
     *
     * @param returns returns per period, at least one
     * @param tail the fraction of periods in each tail, in [0, 0.5]
     * @return the ratio, or empty if the lower quantile is zero
     * @throws IllegalArgumentException if there are no returns, one is not finite, or the tail is out of range
     */
    public static OptionalDouble tail(double[] returns, double tail) {
        return tail(OrderStatistics.of(returns), tail);
    }

    /**
     * Returns the same ratio as {@link #tail(double[], double)}, and shares what was put in order.
     *
     * @param returns returns per period
     * @param tail the fraction of periods in each tail, in [0, 0.5]
     * @return the ratio, or empty if the lower quantile is zero
     * @throws IllegalArgumentException if the tail is out of range
     */
    public static OptionalDouble tail(OrderStatistics returns, double tail) {
        if (!(tail >= 0 && tail <= 0.5)) {
            throw new IllegalArgumentException("tail must be in [0, 0.5], was " + tail);
        }
        double lower = returns.quantile(tail);
        return lower == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.abs(returns.quantile(1 - tail) / lower));
    }

    /**
     * Returns the common sense ratio, {@code profit factor * tail ratio}: it falls below one where small wins are
     * paid for with large losses. Source: L. Bernut,
     * "Algorithmic Short Selling with Python", Packt, 2021, in the form of quantstats, {@code common_sense_ratio}.
     *
     * @param returns returns per period, at least one
     * @param tail the fraction of periods in each tail, in [0, 0.5]
     * @return the ratio, or empty if nothing was lost, or the lower quantile is zero
     * @throws IllegalArgumentException if there are no returns, one is not finite, or the tail is out of range
     */
    public static OptionalDouble commonSense(double[] returns, double tail) {
        OptionalDouble ratio = tail(returns, tail);
        OptionalDouble factor = WinLoss.of(returns).profitFactor();
        return ratio.isEmpty() || factor.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(factor.getAsDouble() * ratio.getAsDouble());
    }

    /**
     * Returns the outlier win ratio, an upper quantile over the mean of the returns that did not lose: how far the
     * best periods stand out. Source: quantstats, {@code outlier_win_ratio}, with a probability of 0.99.
     *
     * @param returns returns per period, at least one
     * @param probability which quantile, in [0, 1]
     * @return the ratio, or empty if nothing was won
     * @throws IllegalArgumentException if there are no returns, one is not finite, or the probability is out of range
     */
    public static OptionalDouble outlierWin(double[] returns, double probability) {
        double quantile = OrderStatistics.quantile(returns, probability);
        WinLoss record = WinLoss.of(returns);
        return record.wins() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(quantile / (record.won() / (record.wins() + record.flats())));
    }
}
