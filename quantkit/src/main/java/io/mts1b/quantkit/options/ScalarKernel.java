package io.mts1b.quantkit.options;

import static io.mts1b.quantkit.options.Coefficients.EXPONENTIAL;
import static io.mts1b.quantkit.options.Coefficients.FRACTION;
import static io.mts1b.quantkit.options.Coefficients.FRACTION_BITS;
import static io.mts1b.quantkit.options.Coefficients.INTEGER;
import static io.mts1b.quantkit.options.Coefficients.INTEGER_OFFSET;
import static io.mts1b.quantkit.options.Coefficients.LOG2_E;
import static io.mts1b.quantkit.options.Coefficients.LOGARITHM;
import static io.mts1b.quantkit.options.Coefficients.LOG_TWO_HIGH;
import static io.mts1b.quantkit.options.Coefficients.LOG_TWO_LOW;
import static io.mts1b.quantkit.options.Coefficients.MILLS;
import static io.mts1b.quantkit.options.Coefficients.MILLS_CENTRE;
import static io.mts1b.quantkit.options.Coefficients.ROOT_OF_HALF;
import static io.mts1b.quantkit.options.Coefficients.ROUNDER;
import static io.mts1b.quantkit.options.Coefficients.TO_EXPONENT;

/** One option after the other. */
final class ScalarKernel implements OptionKernel {

    @Override
    public void value(EuropeanOptions options, ValuesAndGreeks into, int from, int to) {
        for (int i = from; i < to; i++) {
            value(options, into, i);
        }
    }

    private static void value(EuropeanOptions o, ValuesAndGreeks into, int i) {
        double sign = o.signs[i];
        double spot = o.spots[i];
        double strike = o.strikes[i];
        double years = o.years[i];
        double rate = o.rates[i];
        double yield = o.yields[i];
        double volatility = o.volatilities[i];
        double root = Math.sqrt(years);
        double spread = volatility * root;
        double ratio = spot / strike;
        double discounting = rate * years;
        double carrying = yield * years;
        double d1 = (log(ratio) + (discounting - carrying)) / spread + 0.5 * spread;
        double d2 = d1 - spread;
        if (!(spread > 0
                && Math.min(spot, strike) > 0
                && Math.abs(sign) == 1
                && ratio < LARGEST_RATIO
                && ratio > 1 / LARGEST_RATIO
                && Math.max(Math.abs(d1), Math.abs(d2)) < FARTHEST
                && Math.max(Math.abs(discounting), Math.abs(carrying)) < LARGEST_EXPONENT)) {
            into.set(i, o.get(i));
            return;
        }
        double held = spot * exp(-carrying);
        double paid = strike * exp(-discounting);
        double density = DENSITY_AT_ZERO * exp(-0.5 * (d1 * d1));
        // The density of d2 is that of d1 times what is held for what is paid: no second exponential.
        double heldDensity = held * density;
        double heldPart = part(sign * d1, held, heldDensity);
        double paidPart = part(sign * d2, paid, heldDensity);
        double vega = heldDensity * root;
        into.values[i] = Math.max(sign * (heldPart - paidPart), 0);
        into.deltas[i] = sign * heldPart / spot;
        into.gammas[i] = heldDensity / (spot * spot * spread);
        into.vegas[i] = vega;
        into.thetas[i] = sign * (yield * heldPart - rate * paidPart) - 0.5 * volatility * heldDensity / root;
        into.rhos[i] = sign * years * paidPart;
    }

    /** Returns {@code whole N(x)}, given {@code whole n(x)}. */
    private static double part(double x, double whole, double density) {
        double tail = density * mills(Math.abs(x));
        return x < 0 ? tail : whole - tail;
    }

    static double exp(double x) {
        double shifted = Math.fma(x, LOG2_E, ROUNDER);
        double k = shifted - ROUNDER;
        double r = Math.fma(-k, LOG_TWO_LOW, Math.fma(-k, LOG_TWO_HIGH, x));
        long power = Double.doubleToRawLongBits(shifted) << FRACTION_BITS;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(polynomial(EXPONENTIAL, r)) + power);
    }

    static double log(double x) {
        long shifted = Double.doubleToRawLongBits(x) + TO_EXPONENT;
        double k = Double.longBitsToDouble(shifted >>> FRACTION_BITS | INTEGER) - INTEGER_OFFSET;
        double m = Double.longBitsToDouble((shifted & FRACTION) + ROOT_OF_HALF);
        double f = (m - 1) / (m + 1);
        double series = (f + f) * polynomial(LOGARITHM, f * f);
        return Math.fma(k, LOG_TWO_HIGH, Math.fma(k, LOG_TWO_LOW, series));
    }

    static double mills(double x) {
        double inverse = 1 / (x + MILLS_CENTRE);
        return polynomial(MILLS, (x - MILLS_CENTRE) * inverse) * inverse;
    }

    /** Odd and even powers apart, as neither has to wait for the other. */
    static double polynomial(double[] coefficients, double x) {
        double square = x * x;
        double odd = coefficients[0];
        double even = coefficients[1];
        for (int k = 2; k < coefficients.length; k += 2) {
            odd = Math.fma(odd, square, coefficients[k]);
            even = Math.fma(even, square, coefficients[k + 1]);
        }
        return Math.fma(odd, x, even);
    }
}
