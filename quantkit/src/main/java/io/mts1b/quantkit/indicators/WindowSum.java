package io.mts1b.quantkit.indicators;

/** The sum of the last n values, in constant time and without subtraction, as the package says. */
final class WindowSum {

    /** Below {@link #filled} the values of this block; from there on, sums of the rest of the block before. */
    private final double[] parts;

    private double head;
    private int filled;
    private boolean full;

    WindowSum(int n) {
        parts = new double[n];
    }

    /** Takes a value; returns the sum once there are n values, NaN before and for NaN, which is passed over. */
    double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        int n = parts.length;
        if (filled == n) {
            double tail = 0;
            for (int i = n - 1; i >= 0; i--) {
                tail += parts[i];
                parts[i] = tail;
            }
            head = 0;
            filled = 0;
            full = true;
        }
        parts[filled++] = value;
        head += value;
        return filled == n ? head : full ? head + parts[filled] : Double.NaN;
    }

    /** Returns the mean instead. */
    double mean(double value) {
        return next(value) / parts.length;
    }
}
