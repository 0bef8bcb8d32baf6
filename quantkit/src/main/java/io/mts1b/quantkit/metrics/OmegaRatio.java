package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.returns.Returns;
import java.util.OptionalDouble;

/**
 * The Omega ratio: all that was earned above a threshold over all that fell short of it,
 * {@code sum of max(r - a, 0) / sum of max(a - r, 0)}.
 *
 * <p>It sees the whole distribution and assumes nothing of it. Reference: C. Keating and W. F. Shadwick, "A
 * Universal Performance Measure", Journal of Performance Measurement 6(3), 2002, 59-84.
 */
public final class OmegaRatio {

    private OmegaRatio() {}

    /**
     * Measures a series.
     *
     * @param returns returns per period
     * @param threshold the return per period that parts gains from losses
     * @return the ratio, or empty if no return falls short
     * @throws IllegalArgumentException if a return is not finite
     */
    public static OptionalDouble of(double[] returns, double threshold) {
        return WinLoss.of(Returns.excess(returns, threshold)).profitFactor();
    }
}
