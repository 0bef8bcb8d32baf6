package io.mts1b.quantkit.metrics;

import java.util.OptionalInt;

/**
 * One fall from a high, and the way back to it. Points are indices of the level curve it was found on.
 *
 * @param peak the last point at the high before the fall
 * @param valley the first point at the lowest level
 * @param end the first point back at or above the high, or the last point there is
 * @param recovered whether the high was reached again
 * @param depth the level at the valley as a fraction of the high, less one: -0.25 is a fall of a quarter
 */
public record Drawdown(int peak, int valley, int end, boolean recovered, double depth) {

    /** Validates. */
    public Drawdown {
        if (!(0 <= peak && peak < valley && valley <= end && (valley < end || !recovered))) {
            throw new IllegalArgumentException(
                    "peak, valley and end must follow each other, were " + peak + ", " + valley + ", " + end);
        }
        if (!(depth < 0 && depth >= -1)) {
            throw new IllegalArgumentException("depth must be in [-1, 0), was " + depth);
        }
    }

    /**
     * Returns where the fall was made good.
     *
     * @return {@link #end()}, or empty if it has not been made good yet
     */
    public OptionalInt recovery() {
        return recovered ? OptionalInt.of(end) : OptionalInt.empty();
    }

    /**
     * Returns how long the high was out of reach.
     *
     * @return the number of periods from peak to end
     */
    public int length() {
        return end - peak;
    }
}
