package io.mts1b.quantkit.indicators;

/**
 * Exponential smoothing: each value moves the average by a fixed share of their difference.
 *
 * <p>It starts at the mean of the first values, as in J. W. Wilder, "New Concepts in Technical Trading Systems", 1978.
 */
final class Exponential {

    private final double share;
    private final int start;
    private double sum;
    private int seen;
    private double average = Double.NaN;

    private Exponential(double share, int start) {
        this.share = share;
        this.start = start;
    }

    /** Returns the usual one: a share of {@code 2 / (n + 1)}, started at the mean of n values. */
    static Exponential of(int n) {
        return new Exponential(2.0 / (n + 1), n);
    }

    /** Returns one that starts at its first value. */
    static Exponential fromFirst(int n) {
        return new Exponential(2.0 / (n + 1), 1);
    }

    /** Returns Wilder's: a share of {@code 1 / n}, started at the mean of n values. */
    static Exponential wilder(int n) {
        return new Exponential(1.0 / n, n);
    }

    /** Takes a value; returns the average, NaN until it has started. NaN is passed over. */
    double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (seen >= start) {
            average += share * (value - average);
            return average;
        }
        sum += value;
        seen++;
        if (seen == start) {
            average = sum / start;
        }
        return average;
    }

    /** Returns the average as it stands. */
    double last() {
        return average;
    }
}
