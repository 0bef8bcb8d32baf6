package io.mts1b.quantkit.options;

/** What the kernels approximate functions by. */
final class Coefficients {

    static final double LOG2_E = 1.4426950408889634;

    /** The logarithm of two in two parts, the first with zeros at its end, so that its products with small integers are exact. */
    static final double LOG_TWO_HIGH = 0x1.62e42fee00000p-1;

    static final double LOG_TWO_LOW = 0x1.a39ef35793c76p-33;

    /** One and a half times 2^52: added to a small number, it leaves the nearest integer in the low bits. */
    static final double ROUNDER = 0x1.8p52;

    static final int FRACTION_BITS = 52;
    static final long FRACTION = (1L << FRACTION_BITS) - 1;
    static final long ROOT_OF_HALF = 0x3FE6A09E667F3BCDL;

    /** Added to the bits of a number, it leaves the exponent of the power of two nearest to it by ratio. */
    static final long TO_EXPONENT = 0x3FF0000000000000L - ROOT_OF_HALF;

    /** The bits of 2^52, in whose fraction an integer can be placed to become a number. */
    static final long INTEGER = 0x4330000000000000L;

    static final double INTEGER_OFFSET = 0x1p52 + 1023;

    /** {@code exp(r) = sum of r^k / k!}, highest power first; up to r = log(2) / 2 the rest is below 1e-17. */
    static final double[] EXPONENTIAL = inverseFactorials(13);

    /** {@code log(m) = 2 f (1 + f^2/3 + f^4/5 + ...)} with {@code f = (m - 1) / (m + 1)}, highest power first. */
    static final double[] LOGARITHM = inverseOddNumbers(12);

    /** Where the argument of {@link #MILLS} is zero. */
    static final double MILLS_CENTRE = 4;

    /**
     * The Mills ratio {@code N(-x) / n(x) = p(t) / (x + c)} with {@code t = (x - c) / (x + c)}, for {@code x >= 0} within
     * 2e-16: Chebyshev's approximation of degree 23, computed with 60 digits and written in powers, highest first. The
     * substitution is that of M. M. Shepherd and J. G. Laframboise, "Chebyshev Approximation of {@code (1 + 2x) exp(x^2)
     * erfc(x)} in {@code 0 <= x < oo}", Mathematics of Computation 36(153), 1981, 249-253.
     */
    static final double[] MILLS = {
        -3.0073979672398766e-10,
        -4.232837128668023e-09,
        -1.4722998923746307e-09,
        4.027496644667924e-08,
        4.473060051450323e-08,
        -1.974812079272745e-07,
        -4.00493929251171e-07,
        6.635890483495518e-07,
        2.568755311229722e-06,
        -1.5665301434775512e-06,
        -1.4843277679080294e-05,
        1.7912419621396938e-06,
        8.809573121072337e-05,
        -4.781834677436329e-06,
        -0.0005792693046478719,
        0.0003342443649391365,
        0.004087855681200072,
        -0.008722295248200037,
        -0.018900450861711257,
        0.1513917623110474,
        -0.4675409629983325,
        0.9704095548676177,
        -1.5237709108199835,
        1.8932190633084853
    };

    private Coefficients() {}

    private static double[] inverseFactorials(int degree) {
        double[] coefficients = new double[degree + 1];
        double factorial = 1;
        for (int k = 0; k <= degree; k++) {
            factorial *= Math.max(k, 1);
            coefficients[degree - k] = 1 / factorial;
        }
        return coefficients;
    }

    private static double[] inverseOddNumbers(int count) {
        double[] coefficients = new double[count];
        for (int k = 0; k < count; k++) {
            coefficients[count - 1 - k] = 1.0 / (2 * k + 1);
        }
        return coefficients;
    }
}
