package io.mts1b.benchmarks.quant;

import java.util.Arrays;
import java.util.List;

/** Numbers that equal others which lie near them, as two right ways to compute the same never agree to the last bit. */
final class Near {

    private final double[] values;
    private final double tolerance;

    /**
     * Wraps numbers.
     *
     * @param values the numbers; NaN is near NaN
     * @param tolerance how far apart they may be, as a part of the larger of 1 and their size
     */
    Near(double[] values, double tolerance) {
        this.values = values.clone();
        this.tolerance = tolerance;
    }

    /** Wraps columns. */
    static List<Near> all(double[][] columns, double tolerance) {
        return Arrays.stream(columns).map(column -> new Near(column, tolerance)).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Near near && agreesWith(near.values);
    }

    private boolean agreesWith(double[] others) {
        if (values.length != others.length) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            double most = tolerance * Math.max(1, Math.max(Math.abs(values[i]), Math.abs(others[i])));
            boolean bothMissing = Double.isNaN(values[i]) && Double.isNaN(others[i]);
            if (!bothMissing && !(Math.abs(values[i] - others[i]) <= most)) {
                return false;
            }
        }
        return true;
    }

    /** Equal ones must hash alike, and nearness leaves nothing else to hash. */
    @Override
    public int hashCode() {
        return values.length;
    }

    @Override
    public String toString() {
        return "Near" + Arrays.toString(values);
    }
}
