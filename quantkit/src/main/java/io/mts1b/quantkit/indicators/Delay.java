package io.mts1b.quantkit.indicators;

import java.util.Arrays;

/** Gives back each value a fixed number of bars later. */
final class Delay {

    private final double[] values;
    private int next;

    Delay(int bars) {
        values = new double[bars];
        Arrays.fill(values, Double.NaN);
    }

    /** Takes a value, also NaN; returns the one so many bars ago, NaN if there were fewer. */
    double next(double value) {
        if (values.length == 0) {
            return value;
        }
        double old = values[next];
        values[next] = value;
        next = next + 1 == values.length ? 0 : next + 1;
        return old;
    }
}
