package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.statistics.OrderStatistics;
import java.util.OptionalDouble;

/**
 * The bad tail of returns, and how the good one compares: three figures of returns that are put in order once.
 *
 * @param fraction the fraction of periods in the tail, in (0, 0.5]
 * @param valueAtRisk {@link ValueAtRisk#historical(double[], double)}
 * @param expectedShortfall {@link ExpectedShortfall#coherent(double[], double)}
 * @param ratio {@link TailRatios#tail(double[], double)}
 */
public record Tail(double fraction, double valueAtRisk, double expectedShortfall, OptionalDouble ratio) {

    /** Validates. */
    public Tail {
        if (!(fraction > 0 && fraction <= 0.5)) {
            throw new IllegalArgumentException("fraction must be in (0, 0.5], was " + fraction);
        }
        if (!Double.isFinite(valueAtRisk) || !Double.isFinite(expectedShortfall)) {
            throw new IllegalArgumentException("value at risk and expected shortfall must be finite, were "
                    + valueAtRisk + " and " + expectedShortfall);
        }
    }

    /**
     * Measures a series.
     *
     * @param returns returns per period, at least one
     * @param fraction the fraction of periods in the tail, in (0, 0.5], such as 0.05
     * @return its tail
     * @throws IllegalArgumentException if there are no returns, one is not finite, or the fraction is out of range
     */
    public static Tail of(double[] returns, double fraction) {
        OrderStatistics ranked = OrderStatistics.of(returns);
        return new Tail(
                fraction,
                ValueAtRisk.historical(ranked, fraction),
                ExpectedShortfall.coherent(ranked, fraction),
                TailRatios.tail(ranked, fraction));
    }
}
