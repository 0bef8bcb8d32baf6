package io.mts1b.quantkit.options;

import static io.mts1b.quantkit.options.Coefficients.LOGARITHM;
import static io.mts1b.quantkit.options.ScalarKernel.exp;
import static io.mts1b.quantkit.options.ScalarKernel.log;
import static io.mts1b.quantkit.options.ScalarKernel.polynomial;
import static io.mts1b.quantkit.options.VolatilityCoefficients.FAR_BOTTOM;
import static io.mts1b.quantkit.options.VolatilityCoefficients.FAR_TOP;
import static io.mts1b.quantkit.options.VolatilityCoefficients.MILLS_FALL;
import static io.mts1b.quantkit.options.VolatilityCoefficients.MILLS_FALL_CENTRE;
import static io.mts1b.quantkit.options.VolatilityCoefficients.MILLS_FALL_WIDTH;
import static io.mts1b.quantkit.options.VolatilityCoefficients.NEAR_BOTTOM;
import static io.mts1b.quantkit.options.VolatilityCoefficients.NEAR_TOP;
import static io.mts1b.quantkit.options.VolatilityCoefficients.POINTS;
import static io.mts1b.quantkit.options.VolatilityCoefficients.QUANTILE_BOTTOM;
import static io.mts1b.quantkit.options.VolatilityCoefficients.QUANTILE_TOP;
import static io.mts1b.quantkit.options.VolatilityCoefficients.WEIGHTS;
import static io.mts1b.quantkit.options.VolatilityCoefficients.WIDE_MILLS;
import static io.mts1b.quantkit.options.VolatilityCoefficients.WIDE_MILLS_CENTRE;
import static io.mts1b.quantkit.options.VolatilityCoefficients.WIDE_MILLS_WIDTH;

/** One volatility after the other. */
final class ScalarVolatilities implements VolatilityKernel {

    @Override
    public int solve(double[] prices, EuropeanOptions options, double[] into, int from, int to) {
        int found = 0;
        for (int i = from; i < to; i++) {
            into[i] = solve(prices, options, i);
            found += Double.isNaN(into[i]) ? 0 : 1;
        }
        return found;
    }

    private static double solve(double[] prices, EuropeanOptions o, int i) {
        double sign = o.signs[i];
        double years = o.years[i];
        double discounting = o.rates[i] * years;
        double carrying = o.yields[i] * years;
        double held = o.spots[i] * exp(-carrying);
        double paid = o.strikes[i] * exp(-discounting);
        double low = Math.min(held, paid);
        double high = Math.max(held, paid);
        if (!(Math.abs(sign) == 1
                && Math.min(o.spots[i], o.strikes[i]) > 0
                && years > 0
                && years <= Double.MAX_VALUE
                && Math.max(Math.abs(discounting), Math.abs(carrying)) < LARGEST_EXPONENT
                && low >= Double.MIN_NORMAL
                && high <= LARGEST
                && Math.abs(prices[i]) <= Double.MAX_VALUE)) {
            throw o.refusal(prices[i], i);
        }
        double outside = prices[i] - Math.max(sign * (held - paid), 0);
        double lacking = low - outside;
        if (!(outside > 0 && lacking > 0)) {
            return Double.NaN;
        }
        return spread(low, high, outside, lacking) / Math.sqrt(years);
    }

    private static double spread(double low, double high, double outside, double lacking) {
        double gap = (high - low) / low;
        double x = -moneyness(low, high, gap);
        double share = outside / low;
        if (share > UPPER) {
            double missing = lacking / low;
            return upper(x, missing);
        }
        boolean tiny = share < TINY;
        double lifted = log(outside * LIFT) - log(low);
        double start = startBelow(-x, gap, share, tiny ? lifted - LOG_LIFT : log(share));
        return solve(x, tiny ? 1 / LIFT : share, tiny ? lifted : 0, 1, start);
    }

    /** Returns {@code log(high / low)}. */
    private static double moneyness(double low, double high, double gap) {
        double f = gap / (gap + 2);
        double logs = log(Math.sqrt(high) / Math.sqrt(low));
        return gap < NEAR ? (f + f) * polynomial(LOGARITHM, f * f) : logs + logs;
    }

    private static double startBelow(double away, double gap, double share, double logShare) {
        double u = gap / (share * ROOT_OF_TWO_PI);
        double start;
        if (u < FAR) {
            double bend = polynomial(NEAR_BOTTOM, u) / polynomial(NEAR_TOP, u);
            start = share * ROOT_OF_TWO_PI * (gap > 0 ? away / gap : 1) * bend;
        } else {
            double logValue = u < HUGE ? -log(u) - LOG_ROOT_OF_TWO_PI : logShare - away;
            start = away / far(logValue);
        }
        return start < 1 ? start + start * (start * start) / 24 : start;
    }

    /** Returns how far from the money an option of {@link Bachelier} lies, given the logarithm of its value. */
    static double far(double logValue) {
        double t = Math.sqrt(-2 * logValue);
        return polynomial(FAR_TOP, t) / polynomial(FAR_BOTTOM, t);
    }

    private static double upper(double x, double missing) {
        double t = Math.sqrt(-2 * log(PART * missing));
        double d = t - polynomial(QUANTILE_TOP, t) / polynomial(QUANTILE_BOTTOM, t);
        return solve(x, missing, 0, -1, d + Math.sqrt(d * d - (x + x)));
    }

    /** Solves {@code n(d1) W = target exp(exponent)}, from below with side 1 and from above with side -1. */
    private static double solve(double x, double target, double exponent, double side, double start) {
        double reach = Math.sqrt(1 - (x + x));
        double s = start;
        for (int k = 0; k < MOST_STEPS; k++) {
            s = side > 0 ? Math.min(s, reach + 1) : Math.max(s, reach - 1);
            double h = x / s;
            double t = 0.5 * s;
            double d1 = h + t;
            double w = side > 0 && s <= NARROW ? averageFall(h, t) : difference(h, t, side) / s;
            double miss = log(s * w / (target * ROOT_OF_TWO_PI)) - 0.5 * (d1 * d1) - exponent;
            s += s * step(h, t, w, side, miss);
            if (Math.abs(miss) < SOLVED) {
                break;
            }
        }
        return s;
    }

    /** Returns {@code W}. */
    private static double difference(double h, double t, double side) {
        return mills(Math.max(-side * (h + t), -1)) - side * mills(t - h);
    }

    /** Returns {@code W / s}. */
    private static double averageFall(double h, double t) {
        double sum = 0;
        for (int k = 0; k < POINTS.length; k++) {
            sum += fall(POINTS[k] * t - h) * WEIGHTS[k];
        }
        return sum;
    }

    /** Returns by what part of itself the spread is to be moved. */
    private static double step(double h, double t, double w, double side, double miss) {
        double slope = side / w;
        double bend = h * h - t * t;
        double second = bend - slope;
        double third = bend * bend - 3 * (h * h) - t * t - 3 * slope * bend + 2 * (slope * slope);
        return householder(-miss / slope, second, third);
    }

    /** Returns Householder's step, given Newton's and the second and third derivatives over the first. */
    static double householder(double newton, double second, double third) {
        double step = newton * (1 + 0.5 * second * newton) / (1 + newton * (second + third * newton / 6));
        return step > -0.9 && step < 10 ? step : Math.min(Math.max(newton, -0.7), 2);
    }

    /** Returns the Mills ratio, for {@code x >= -1}. */
    private static double mills(double x) {
        double inverse = 1 / (x + WIDE_MILLS_WIDTH);
        return polynomial(WIDE_MILLS, (x - WIDE_MILLS_CENTRE) * inverse) * inverse;
    }

    /** Returns what {@link VolatilityCoefficients#MILLS_FALL} says. */
    static double fall(double x) {
        double inverse = 1 / (x + MILLS_FALL_WIDTH);
        return polynomial(MILLS_FALL, (x - MILLS_FALL_CENTRE) * inverse) * inverse * inverse;
    }
}
