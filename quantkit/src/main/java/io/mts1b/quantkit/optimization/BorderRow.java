package io.mts1b.quantkit.optimization;

/**
 * A condition that touches too many variables to be multiplied out: {@code g(x) = 0}, or {@code g(x) <= 0} with a convex
 * {@code g}. Its multiplier stays in the system of each step.
 */
interface BorderRow {

    /** Returns {@code g(x)}. */
    double value(double[] x);

    /** Adds {@code scale} times the gradient of {@code g}. */
    void addGradient(double[] x, double scale, double[] to);

    /** Adds {@code scale} times the second derivatives of {@code g}. */
    void addCurvature(double[] x, double scale, ArrowMatrix to);

    /** Returns whether {@code g} is linear. */
    boolean isLinear();
}
