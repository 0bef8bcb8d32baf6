package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.Vectors;

/** Quantities that move along straight lines in a parameter: {@code origin[i] + t slope[i]}. */
final class Line {

    private final double[] origin;
    private final double[] slope;

    Line(double[] origin, double[] slope) {
        this.origin = origin;
        this.slope = slope;
    }

    double at(int i, double t) {
        // What does not move stays put even at infinity.
        return slope[i] == 0 ? origin[i] : origin[i] + t * slope[i];
    }

    double slope(int i) {
        return slope[i];
    }

    double[] at(double t) {
        double[] values = new double[origin.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = at(i, t);
        }
        return values;
    }

    double[] slope() {
        return slope.clone();
    }

    /** Returns the largest size of a slope. */
    double steepest() {
        return Vectors.largest(slope);
    }
}
