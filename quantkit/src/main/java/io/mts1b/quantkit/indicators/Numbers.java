package io.mts1b.quantkit.indicators;

/** Arithmetic that knows what is undefined. */
final class Numbers {

    private Numbers() {}

    /** Returns a quotient; NaN, rather than infinite, where the divisor is zero. */
    static double ratio(double dividend, double divisor) {
        return divisor == 0 ? Double.NaN : dividend / divisor;
    }

    /** Returns 100 times a quotient, NaN where the divisor is zero. */
    static double percent(double dividend, double divisor) {
        return 100 * ratio(dividend, divisor);
    }

    /** Returns a natural logarithm, NaN where there is none. */
    static double log(double value) {
        return value > 0 ? StrictMath.log(value) : Double.NaN;
    }

    static double flag(boolean holds) {
        return holds ? 1 : 0;
    }
}
