package io.mts1b.benchmarks.measurement;

import java.util.Arrays;

/** The values of the runs of one measurement. Immutable and thread-safe. */
public final class Samples {

    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Keeps some values.
     *
     * @param values at least one; copied
     * @return the samples
     */
    public static Samples of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values must not be empty");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    /**
     * Returns the value half of the runs stay below.
     *
     * @return the median
     */
    public double median() {
        return quantile(0.5);
    }

    /**
     * Returns how far the runs lie apart.
     *
     * @return the third quartile minus the first
     */
    public double spread() {
        return quantile(0.75) - quantile(0.25);
    }

    /** Interpolates between the two nearest values: definition 7 of Hyndman and Fan (1996). */
    private double quantile(double part) {
        double at = part * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
