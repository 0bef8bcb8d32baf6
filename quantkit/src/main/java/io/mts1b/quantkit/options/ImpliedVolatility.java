package io.mts1b.quantkit.options;

import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.quantkit.statistics.Normal;
import java.util.OptionalDouble;

/**
 * The volatility at which the formula of Black, Scholes and Merton gives a price.
 *
 * <p>What is solved for is the spread {@code s = v sqrt T}, from the option that is out of the money, whose value
 * {@code b(s) = (Y(d1) - Y(d2)) c(s)} is a difference of Mills ratios {@code Y = N / n} and so has no rounding error to
 * speak of however small it is. Halley's method finds where {@code log b} meets the price, within a bracket.
 *
 * <p>Reference: P. Jäckel, "Let's Be Rational", Wilmott 2015(75), 40-53, on the normalised price.
 */
public final class ImpliedVolatility {

    private static final int MOST_STEPS = 200;

    /** Spreads outside of this range do not change a price that a double can hold. */
    private static final double SMALLEST = 1e-15;

    private static final double LARGEST = 76;

    private static final double LOG_ROOT_OF_TWO_PI = StrictMath.log(2 * Math.PI) / 2;

    /** Five points and weights of Gauss and Legendre on [-1, 1], those of one side. */
    private static final double[] POINTS = {0, 0.5384693101056831, 0.9061798459386640};

    private static final double[] WEIGHTS = {0.5688888888888889, 0.4786286704993665, 0.2369268850561891};

    private ImpliedVolatility() {}

    /**
     * Solves for the volatility.
     *
     * @param price what the option costs
     * @param terms the option, whose own volatility does not count; its time must be positive
     * @return the volatility, or empty if there is none because the price is not above what the option brings for certain,
     *     or not below what it may bring at most
     * @throws IllegalArgumentException if the price is not finite, or there is no time left
     */
    public static OptionalDouble of(double price, BlackScholes terms) {
        Checks.finite("price", price);
        Checks.positive("years", terms.years());
        double forward = terms.spot() * StrictMath.exp((terms.rate() - terms.yield()) * terms.years());
        double undiscounted = price * StrictMath.exp(terms.rate() * terms.years());
        double sign = terms.right() == OptionRight.CALL ? 1 : -1;
        double inside = Math.max(sign * (forward - terms.strike()), 0);
        double root = Math.sqrt(forward) * Math.sqrt(terms.strike());
        // By parity, the option out of the money has the same volatility.
        double normalized = (undiscounted - inside) / root;
        double x = -Math.abs(StrictMath.log(forward / terms.strike()));
        double most = StrictMath.exp(x / 2);
        if (!(normalized > 0 && normalized < most)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(spread(x, normalized) / Math.sqrt(terms.years()));
    }

    /** Solves {@code b(x, s) = value} for {@code x <= 0}. */
    private static double spread(double x, double value) {
        double target = StrictMath.log(value);
        double low = SMALLEST;
        double high = LARGEST;
        // Where the value bends, which is where steps from either side converge.
        double s = x == 0 ? value * Math.sqrt(2 * Math.PI) : Math.sqrt(-2 * x);
        for (int k = 0; k < MOST_STEPS; k++) {
            double miss = logValue(x, s) - target;
            if (miss == 0) {
                return s;
            }
            low = miss < 0 ? s : low;
            high = miss > 0 ? s : high;
            double next = s - halley(x, s, miss);
            if (!(next > low && next < high)) {
                next = Math.sqrt(low) * Math.sqrt(high);
            }
            if (Math.abs(next - s) <= Math.ulp(s)) {
                return next;
            }
            s = next;
        }
        return s;
    }

    /** One step of Halley for {@code log b}, whose slope is {@code 1 / (Y(d1) - Y(d2))}. */
    private static double halley(double x, double s, double miss) {
        double slope = 1 / mills(x, s);
        // log b' = log n(d1) + const, so (log b)'' = (log b)' (x^2 / s^3 - s / 4 - (log b)').
        double bend = x * x / (s * s * s) - s / 4 - slope;
        double newton = miss / slope;
        double correction = 1 - newton * bend / 2;
        return correction > 0.5 ? newton / correction : newton;
    }

    private static double logValue(double x, double s) {
        double h = x / s;
        return -(h * h + s * s / 4) / 2 - LOG_ROOT_OF_TWO_PI + StrictMath.log(mills(x, s));
    }

    /** Returns {@code Y(d1) - Y(d2)} with {@code d1, d2 = x / s +- s / 2}. */
    private static double mills(double x, double s) {
        double middle = x / s;
        if (s > 0.5) {
            return ratio(middle + s / 2) - ratio(middle - s / 2);
        }
        double sum = 0;
        for (int k = 0; k < POINTS.length; k++) {
            double d = POINTS[k] * s / 2;
            sum += WEIGHTS[k] * (k == 0 ? slope(middle) : slope(middle + d) + slope(middle - d));
        }
        return sum * s / 2;
    }

    private static double ratio(double d) {
        return d < -1 ? 1 / (excess(-d) - d) : Normal.cumulative(d) / Normal.density(d);
    }

    /** Returns {@code Y'(d) = 1 + d Y(d)}, without cancellation in the tail. */
    private static double slope(double d) {
        if (d >= -1) {
            return 1 + d * Normal.cumulative(d) / Normal.density(d);
        }
        // With the fraction t + e, e = 1 / (t + 2 / (t + ...)): one minus t over it is e over it.
        double excess = excess(-d);
        return excess / (excess - d);
    }

    /** Returns {@code 1 / (t + 2 / (t + 3 / ...))}; added to {@code t} it is the inverse of the Mills ratio of the tail. */
    private static double excess(double t) {
        double rest = t;
        for (int k = depth(t); k >= 2; k--) {
            rest = t + k / rest;
        }
        return 1 / rest;
    }

    private static int depth(double t) {
        return (int) (20 + 400 / (t * t));
    }
}
