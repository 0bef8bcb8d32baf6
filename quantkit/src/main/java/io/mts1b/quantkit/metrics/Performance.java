package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.returns.Returns;
import io.mts1b.quantkit.statistics.Moments;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the figures of one series of returns are made of, each measured once: for tables of many series, where to ask
 * every metric for itself would walk over the same returns a dozen times. A figure taken from here equals, to the last
 * bit, the one that its own class takes of the returns. Immutable and thread-safe.
 *
 * @param growth what the returns compound to
 * @param moments their moments
 * @param drawdowns the falls of the wealth that they build
 * @param winLoss how often and how much they won and lost; its profit factor is the Omega ratio at zero
 * @param sortino the Sortino ratio with a minimum acceptable return of zero, empty if no return falls short
 * @param tail the tails
 */
public record Performance(
        CompoundReturn growth,
        Moments moments,
        Drawdowns drawdowns,
        WinLoss winLoss,
        Optional<SortinoRatio> sortino,
        Tail tail) {

    /** Validates. */
    public Performance {
        Objects.requireNonNull(growth, "growth");
        Objects.requireNonNull(moments, "moments");
        Objects.requireNonNull(drawdowns, "drawdowns");
        Objects.requireNonNull(winLoss, "winLoss");
        Objects.requireNonNull(sortino, "sortino");
        Objects.requireNonNull(tail, "tail");
    }

    /**
     * Measures a series.
     *
     * @param returns simple returns per period, at least 2, each at least -1
     * @param tail the fraction of periods in each tail, in (0, 0.5], such as 0.05
     * @return what its figures are made of
     * @throws IllegalArgumentException if there are fewer than 2 returns, one is not finite or below -1, wealth
     *     overflows, or the tail is out of range
     */
    public static Performance of(double[] returns, double tail) {
        Moments moments = Moments.of(returns);
        double[] wealth = Returns.wealth(returns);
        return new Performance(
                new CompoundReturn(wealth[returns.length], returns.length),
                moments,
                Drawdowns.ofLevels(wealth),
                WinLoss.of(returns),
                SortinoRatio.of(returns, 0),
                Tail.of(returns, tail));
    }

    /**
     * Returns the Sharpe ratio; the returns must be in excess of the riskless one.
     *
     * @return the ratio, or empty if the returns do not vary
     */
    public Optional<SharpeRatio> sharpe() {
        return SharpeRatio.of(moments);
    }

    /**
     * Returns the {@linkplain DrawdownRatios#calmar(double[], PeriodsPerYear) Calmar ratio}.
     *
     * @param periodsPerYear how many periods make a year
     * @return the ratio, or empty if the wealth never fell
     */
    public OptionalDouble calmar(PeriodsPerYear periodsPerYear) {
        return DrawdownRatios.calmar(growth, drawdowns, periodsPerYear);
    }
}
