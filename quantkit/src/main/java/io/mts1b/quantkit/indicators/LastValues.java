package io.mts1b.quantkit.indicators;

/** The last n values. */
final class LastValues {

    private final double[] values;
    private int next;
    private long seen;

    LastValues(int n) {
        values = new double[n];
    }

    /** Takes a value; returns whether there are n. NaN is passed over and returns false. */
    boolean next(double value) {
        if (Double.isNaN(value)) {
            return false;
        }
        values[next] = value;
        next = next + 1 == values.length ? 0 : next + 1;
        seen++;
        return seen >= values.length;
    }

    /** Returns the value so many values ago, 0 for the last. */
    double ago(int age) {
        int slot = next - 1 - age;
        return values[slot < 0 ? slot + values.length : slot];
    }

    int size() {
        return values.length;
    }
}
