package io.mts1b.quantkit.options;

import io.mts1b.quantkit.statistics.Normal;

/** Tails of the normal distribution times exponentials, either of which may leave the range of numbers alone. */
final class Tails {

    private static final double TAIL = -5;

    private static final double LOG_ROOT_OF_TWO_PI = StrictMath.log(2 * Math.PI) / 2;

    private Tails() {}

    /** Returns {@code exp(exponent) N(x)}. */
    static double times(double exponent, double x) {
        return x < TAIL
                ? StrictMath.exp(exponent - x * x / 2 - LOG_ROOT_OF_TWO_PI) * ScalarKernel.mills(-x)
                : StrictMath.exp(exponent) * Normal.cumulative(x);
    }
}
