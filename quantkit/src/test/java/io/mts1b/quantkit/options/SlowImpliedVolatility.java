package io.mts1b.quantkit.options;

import io.mts1b.quantkit.statistics.Normal;

/**
 * The naive twin: the logarithm of the price of an option out of the money by continued fractions and by integrating, and
 * bisection for the spread {@code s = v sqrt T}.
 */
final class SlowImpliedVolatility {

    private static final int PANELS = 8;

    /** Of Gauss and Legendre on [-1, 1]. */
    private static final double[] POINTS = {
        -0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640
    };

    private static final double[] WEIGHTS = {
        0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891
    };

    private SlowImpliedVolatility() {}

    /** Returns the spread at which the option out of the money on {@code low} and {@code high} costs a price. */
    static double spread(double low, double high, double price) {
        double x = moneyness(low, high);
        boolean upper = price > low / 2;
        double target = upper ? StrictMath.log((low - price) / low) : StrictMath.log(price / low);
        double from = 1e-300;
        double to = 100;
        for (int k = 0; k < 300; k++) {
            double middle = to > 2 * from ? Math.sqrt(from) * Math.sqrt(to) : from + (to - from) / 2;
            if (middle == from || middle == to) {
                break;
            }
            boolean beyond = upper ? logMissing(x, middle) < target : logShare(x, middle) > target;
            from = beyond ? from : middle;
            to = beyond ? middle : to;
        }
        return to;
    }

    /** Returns what the option out of the money is worth. */
    static double value(double low, double high, double spread) {
        double x = moneyness(low, high);
        double missing = StrictMath.exp(logMissing(x, spread));
        return missing < 0.5 ? low * (1 - missing) : low * StrictMath.exp(logShare(x, spread));
    }

    /** Returns by how much relative errors of the price and of the moneyness grow in the spread. */
    static double conditioning(double low, double high, double price, double spread) {
        double x = moneyness(low, high);
        double beyond = mills(spread / 2 - x / spread);
        if (price > low / 2) {
            double width = mills(-x / spread - spread / 2) + beyond;
            return (width * low / (low - price) - x * beyond) / spread;
        }
        return (difference(x, spread) - x * beyond) / spread;
    }

    private static double moneyness(double low, double high) {
        return high < 2 * low ? StrictMath.log1p((low - high) / high) : StrictMath.log(low / high);
    }

    /** Returns the logarithm of {@code N(-d1) + e^-x N(d2)}. */
    private static double logMissing(double x, double s) {
        double d1 = x / s + s / 2;
        return d1 < -30 ? 0 : StrictMath.log(Normal.cumulative(-d1) + Normal.density(d1) * mills(s / 2 - x / s));
    }

    private static double logShare(double x, double s) {
        double d1 = x / s + s / 2;
        return -d1 * d1 / 2 - StrictMath.log(2 * Math.PI) / 2 + StrictMath.log(difference(x, s));
    }

    private static double difference(double x, double s) {
        double middle = x / s;
        if (s > 1) {
            return mills(-middle - s / 2) - mills(s / 2 - middle);
        }
        double sum = 0;
        double half = s / (2 * PANELS);
        for (int k = 0; k < PANELS; k++) {
            double centre = middle - s / 2 + (2 * k + 1) * half;
            for (int j = 0; j < POINTS.length; j++) {
                sum += WEIGHTS[j] * rise(centre + POINTS[j] * half);
            }
        }
        return sum * half;
    }

    private static double mills(double z) {
        return z > 1 ? 1 / (z + excess(z)) : Normal.cumulative(-z) / Normal.density(z);
    }

    /** Returns {@code Y'(d) = 1 + d Y(d)}. */
    private static double rise(double d) {
        if (d >= -1) {
            return 1 + d * Normal.cumulative(d) / Normal.density(d);
        }
        double excess = excess(-d);
        return excess / (excess - d);
    }

    /** Returns {@code 1 / (t + 2 / (t + 3 / ...))}. */
    private static double excess(double t) {
        double rest = t;
        for (int k = (int) (30 + 600 / (t * t)); k >= 2; k--) {
            rest = t + k / rest;
        }
        return 1 / rest;
    }
}
