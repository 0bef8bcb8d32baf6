package io.mts1b.quantkit.indicators;

/**
 * The true range: {@code max(high, close before) - min(low, close before)}; NaN on the first bar, which has no close
 * before.
 *
 * <p>Reference: J. W. Wilder, "New Concepts in Technical Trading Systems", 1978.
 */
final class TrueRange {

    private double before = Double.NaN;
    private double high;
    private double low;

    double next(CurrentBar bar) {
        high = Math.max(bar.high, before);
        low = Math.min(bar.low, before);
        before = bar.close;
        return high - low;
    }

    /** Returns the true high of the last bar. */
    double high() {
        return high;
    }

    /** Returns the true low of the last bar. */
    double low() {
        return low;
    }
}
