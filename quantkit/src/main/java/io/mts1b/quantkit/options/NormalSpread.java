package io.mts1b.quantkit.options;

import static io.mts1b.quantkit.options.ScalarKernel.log;
import static io.mts1b.quantkit.options.ScalarKernel.polynomial;
import static io.mts1b.quantkit.options.VolatilityCoefficients.NEAR_BOTTOM;
import static io.mts1b.quantkit.options.VolatilityCoefficients.NEAR_TOP;

/**
 * The spread {@code s = v sqrt T} of the model of {@link Bachelier}: an option that is {@code a} out of the money is worth {@code
 * s n(y) - a N(-y)}, {@code y = a / s}. Over {@code a} this is {@code B(y) = n(y) D(y) / y} with {@code D = -M'}, {@code M} the
 * Mills ratio, a product that holds its digits everywhere; {@code log B} is solved by Householder's method, with {@code B' =
 * -n(y) / y^2}.
 */
final class NormalSpread {

    /** So near the money the distance does not count. */
    private static final double AT_THE_MONEY = 1e-17;

    private NormalSpread() {}

    /** Returns the spread, given how far out of the money, not negative, and the undiscounted value, positive. */
    static double of(double away, double value) {
        double whole = value * VolatilityKernel.ROOT_OF_TWO_PI;
        double u = away / whole;
        if (u < AT_THE_MONEY) {
            return whole;
        }
        double logValue = logarithm(value, away) + VolatilityKernel.LOG_ROOT_OF_TWO_PI;
        double y = u < VolatilityKernel.FAR
                ? u * polynomial(NEAR_TOP, u) / polynomial(NEAR_BOTTOM, u)
                : ScalarVolatilities.far(logValue - VolatilityKernel.LOG_ROOT_OF_TWO_PI);
        double miss = Double.POSITIVE_INFINITY;
        for (int k = 0; k < VolatilityKernel.MOST_STEPS && Math.abs(miss) >= VolatilityKernel.SOLVED; k++) {
            double fall = ScalarVolatilities.fall(y);
            double scaled = u < VolatilityKernel.FAR ? log(fall * u / y) : log(fall / y) - logValue;
            miss = scaled - 0.5 * (y * y);
            double slope = -1 / fall;
            double bend = -(y * y) - 2;
            double third = bend * bend - y * y + 2 - 3 * slope * bend + 2 * (slope * slope);
            y += y * ScalarVolatilities.householder(-miss / slope, bend - slope, third);
        }
        return away / y;
    }

    private static double logarithm(double value, double away) {
        double quotient = value / away;
        return quotient < VolatilityKernel.TINY
                ? log(value * VolatilityKernel.LIFT) - log(away) - VolatilityKernel.LOG_LIFT
                : log(quotient);
    }
}
