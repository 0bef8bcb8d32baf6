package io.mts1b.quantkit.indicators;

/**
 * The highest or lowest of the last n values and its age, in constant time on average: a queue holds only values that
 * no later one outdoes (D. Lemire, "Streaming Maximum-Minimum Filter Using No More than Three Comparisons per
 * Element", Nordic Journal of Computing 13(4), 2006, 328-339). Of equals the oldest counts.
 */
final class WindowExtreme {

    private final double[] values;
    private final long[] times;
    private final double sign;
    private final int n;
    private int first;
    private int count;
    private long time = -1;

    private WindowExtreme(int n, double sign) {
        this.n = n;
        this.sign = sign;
        values = new double[n];
        times = new long[n];
    }

    static WindowExtreme highest(int n) {
        return new WindowExtreme(n, 1);
    }

    static WindowExtreme lowest(int n) {
        return new WindowExtreme(n, -1);
    }

    /** Takes a value; returns the extreme of the last n, NaN while there are fewer. NaN is passed over. */
    double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        double extreme = sofar(value);
        return time < n - 1 ? Double.NaN : extreme;
    }

    /** Takes a value, which is not NaN; returns the extreme of the last n, or of all while there are fewer. */
    double sofar(double value) {
        time++;
        if (count > 0 && times[first] <= time - n) {
            first = first + 1 == n ? 0 : first + 1;
            count--;
        }
        while (count > 0 && sign * values[slot(count - 1)] < sign * value) {
            count--;
        }
        int slot = slot(count);
        values[slot] = value;
        times[slot] = time;
        count++;
        return values[first];
    }

    private int slot(int place) {
        int slot = first + place;
        return slot >= n ? slot - n : slot;
    }

    /** Returns how many values ago the extreme was. */
    int age() {
        return (int) (time - times[first]);
    }
}
