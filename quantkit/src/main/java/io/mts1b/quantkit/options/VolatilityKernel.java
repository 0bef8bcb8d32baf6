package io.mts1b.quantkit.options;

/**
 * Solves for the volatilities of columns of options. Every kernel does the same operations in the same order, each rounded as
 * IEEE 754 has it, so that all come to the same bits.
 *
 * <p>With what is held {@code S exp(-q T)} and what is paid {@code K exp(-r T)}, the smaller of the two is {@code L}, the
 * larger {@code H}, {@code x = log(L / H)}, and the spread sought {@code s = v sqrt T}; {@code d1, d2 = x / s +- s / 2}. By
 * parity the option out of the money has the same volatility. Its price over {@code L} is {@code b = n(d1) W} with {@code W =
 * Y(d1) - Y(d2)}, {@code Y = N / n}, and what it lacks to {@code L} is {@code 1 - b = n(d1) W} with {@code W = M(d1) + M(-d2)},
 * {@code M(z) = Y(-z)}. So whichever is smaller is a product without cancellation, but for the difference of Mills ratios
 * itself where {@code s} is small: that is integrated, by seven points of Gauss and Legendre over {@code Y' = 1 + d Y}.
 *
 * <p>What is solved is {@code log n(d1) + log W = log b} or {@code log (1 - b)}, by Householder's method of the third order,
 * for which {@code W' = +-s / W} and {@code b'' / b' = x^2 / s^3 - s / 4}. It starts where the option would lie in the model of
 * {@link Bachelier}, and for large prices from the quantile of {@code 0.6 (1 - b)}; after one to four steps the last digit
 * stands.
 *
 * <p>Reference: P. Jäckel, "Let's Be Rational", Wilmott 2015(75), 40-53, whose idea the normalised price, the two objective
 * functions and Householder's method are; the start, the quadrature and the approximations are our own.
 */
interface VolatilityKernel {

    /** The fastest that this process can run. */
    VolatilityKernel FASTEST =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                    ? new VectorVolatilities()
                    : new ScalarVolatilities();

    /** Rates and yields times years beyond this are refused. */
    double LARGEST_EXPONENT = 700;

    double LARGEST = Double.MAX_VALUE / 4;

    /** A larger share of the most that an option can cost is solved for from above. */
    double UPPER = 0.5;

    /** Below this share the logarithm takes over from the quotient. */
    double TINY = 1e-290;

    /** Lifts the smallest double to a normal number. */
    double LIFT = 0x1p200;

    double LOG_LIFT = 138.62943611198907;

    /** Up to this relative gap between what is held and what is paid, the series of the logarithm needs no reduction. */
    double NEAR = 0.4;

    /** Up to this spread the difference of Mills ratios is integrated. */
    double NARROW = 0.6;

    /** Misses below this are gone with the step that is taken because of them. */
    double SOLVED = 1e-4;

    /** Never reached. */
    int MOST_STEPS = 40;

    double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

    double LOG_ROOT_OF_TWO_PI = 0.9189385332046728;

    /** Where the {@linkplain VolatilityCoefficients#NEAR_TOP near} approximation passes to the {@linkplain VolatilityCoefficients#FAR_TOP far} one. */
    double FAR = 4.7644;

    /** Beyond this a quotient is as good as infinite. */
    double HUGE = 1e300;

    /** What of the lacking share the quantile is taken of: between one half, at the money, and one, far from it. */
    double PART = 0.6;

    /**
     * Solves for the volatilities of the options from one index to another, exclusively.
     *
     * @return how many there are; the others are NaN
     */
    int solve(double[] prices, EuropeanOptions options, double[] into, int from, int to);
}
