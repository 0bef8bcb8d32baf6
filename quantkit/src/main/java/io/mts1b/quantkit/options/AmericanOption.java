package io.mts1b.quantkit.options;

import io.mts1b.foundation.symbology.OptionRight;

/**
 * What an option is worth that may be exercised at any time, in the model of {@link BlackScholes}. {@link Sensitivities#of}
 * tells how these values move.
 */
public final class AmericanOption {

    private static final double CONVERGED = 1e-14;

    private static final int MOST_STEPS = 200;

    private AmericanOption() {}

    /**
     * Values an option on a binomial tree: up by {@code u = exp(v sqrt h)}, down by {@code 1 / u}, with steps {@code h} and
     * the probability {@code (exp((r - q) h) - 1 / u) / (u - 1 / u)} of going up. The mean of the trees with {@code steps}
     * and {@code steps + 1} steps is taken, between which the error changes its sign. Takes {@code O(steps^2)}.
     *
     * <p>Reference: J. C. Cox, S. A. Ross and M. Rubinstein, "Option Pricing: A Simplified Approach", Journal of Financial
     * Economics 7(3), 1979, 229-263.
     *
     * @param terms the option, of positive time and volatility
     * @param steps how many steps, at least 1, so many that the probability is one
     * @return the value
     * @throws IllegalArgumentException if the time or the volatility is zero, or there are too few steps
     */
    public static double binomial(BlackScholes terms, int steps) {
        Checks.positive("years", terms.years());
        Checks.positive("volatility", terms.volatility());
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, were " + steps);
        }
        return (tree(terms, steps) + tree(terms, steps + 1)) / 2;
    }

    private static double tree(BlackScholes terms, int steps) {
        double h = terms.years() / steps;
        double log = terms.volatility() * Math.sqrt(h);
        double up = StrictMath.exp(log);
        double down = StrictMath.exp(-log);
        double p = (StrictMath.exp((terms.rate() - terms.yield()) * h) - down) / (up - down);
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("steps must be more for a probability in [0, 1], were " + steps);
        }
        double discount = StrictMath.exp(-terms.rate() * h);
        double sign = terms.right() == OptionRight.CALL ? 1 : -1;
        double[] prices = new double[2 * steps + 1];
        for (int j = -steps; j <= steps; j++) {
            prices[j + steps] = terms.spot() * StrictMath.exp(j * log);
        }
        double[] values = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            values[i] = Math.max(sign * (prices[2 * i] - terms.strike()), 0);
        }
        for (int k = steps - 1; k >= 0; k--) {
            for (int i = 0; i <= k; i++) {
                double kept = discount * (p * values[i + 1] + (1 - p) * values[i]);
                values[i] = Math.max(kept, sign * (prices[steps - k + 2 * i] - terms.strike()));
            }
        }
        return values[0];
    }

    /**
     * Values an option by a formula that is near: the European value plus {@code A (S / S*)^q} below the critical price
     * {@code S*} of a call, above that of a put, and what exercising brings beyond it.
     *
     * <p>Reference: G. Barone-Adesi and R. E. Whaley, "Efficient Analytic Approximation of American Option Values", Journal of
     * Finance 42(2), 1987, 301-320.
     *
     * @param terms the option, of positive time and volatility
     * @return the value, some tenths of a percent from the true one
     * @throws IllegalArgumentException if the time or the volatility is zero
     */
    public static double baroneAdesiWhaley(BlackScholes terms) {
        Checks.positive("years", terms.years());
        Checks.positive("volatility", terms.volatility());
        double sign = terms.right() == OptionRight.CALL ? 1 : -1;
        boolean neverEarly = sign > 0 ? terms.yield() <= 0 && terms.rate() >= 0 : terms.rate() <= 0;
        if (neverEarly) {
            return terms.value();
        }
        double variance = terms.volatility() * terms.volatility();
        double n = 2 * (terms.rate() - terms.yield()) / variance;
        double grown = -StrictMath.expm1(-terms.rate() * terms.years());
        double m = terms.rate() == 0 ? 2 / (variance * terms.years()) : 2 * terms.rate() / (variance * grown);
        double q = (1 - n + sign * Math.sqrt((n - 1) * (n - 1) + 4 * m)) / 2;
        double critical = critical(terms, sign, q);
        if (sign * (terms.spot() - critical) >= 0) {
            return sign * (terms.spot() - terms.strike());
        }
        BlackScholes there = at(terms, critical);
        double premium = critical / q * (sign - there.delta());
        return terms.value() + premium * StrictMath.pow(terms.spot() / critical, q);
    }

    /**
     * Values an option by what following a simple rule brings: a call is exercised as soon as the price reaches a flat boundary
     * {@code I = B_0 + (B_oo - B_0) (1 - exp(-(b T + 2 v sqrt T) B_0 / (B_oo - B_0)))} between the best boundary at expiry,
     * {@code B_0 = max(K, K r / q)}, and that without expiry, {@code B_oo = K beta / (beta - 1)}, with {@code b = r - q} and
     * {@code beta = 1/2 - b / v^2 + sqrt((b / v^2 - 1/2)^2 + 2 r / v^2)}. A put is a call with spot and strike, and rate and
     * yield, changing places. The rule could be followed, so the true value is not below this, in the model.
     *
     * <p>Reference: P. Bjerksund and G. Stensland, "Closed-Form Approximation of American Options", Scandinavian Journal of
     * Management 9, 1993, S87-S99.
     *
     * @param terms the option, of positive time and volatility
     * @return the value, some tenths of a percent below the true one; neither below the European value nor below what
     *     exercising brings now
     * @throws IllegalArgumentException if the time or the volatility is zero, or if, for a call, the rate is negative and the
     *     yield is not positive, and for a put the other way round, as there may then be two boundaries
     */
    public static double bjerksundStensland1993(BlackScholes terms) {
        return BjerksundStensland.flat(terms);
    }

    /**
     * Values an option as {@link #bjerksundStensland1993}, with one boundary for the first {@code (sqrt 5 - 1) / 2} of the time
     * and a nearer one for the rest, which takes the bivariate normal distribution.
     *
     * <p>Reference: P. Bjerksund and G. Stensland, "Closed Form Valuation of American Options", Discussion paper 2002/9,
     * Norwegian School of Economics and Business Administration, 2002.
     *
     * @param terms the option, of positive time and volatility
     * @return the value, at least as near to the true one as that of 1993, which is returned where it is the larger, or where
     *     exercising is so far off that the terms of the formula lose their digits and both are the same
     * @throws IllegalArgumentException as {@link #bjerksundStensland1993}
     */
    public static double bjerksundStensland2002(BlackScholes terms) {
        return BjerksundStensland.stepped(terms);
    }

    /** Newton's method, within a bracket, for where holding on is worth as much as exercising. */
    private static double critical(BlackScholes terms, double sign, double q) {
        double low = sign > 0 ? terms.strike() : 0;
        double high = sign > 0 ? Double.POSITIVE_INFINITY : terms.strike();
        double s = terms.strike();
        for (int k = 0; k < MOST_STEPS; k++) {
            BlackScholes there = at(terms, s);
            double miss = sign * (s - terms.strike()) - there.value() - s / q * (sign - there.delta());
            // The miss grows with the price for a call and falls for a put.
            if (sign * miss > 0) {
                high = Math.min(high, s);
            } else {
                low = Math.max(low, s);
            }
            double slope = (sign - there.delta()) * (1 - 1 / q) + s / q * there.gamma();
            double next = s - miss / slope;
            if (!(next > low && next < high)) {
                next = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : 2 * s;
            }
            if (Math.abs(next - s) <= CONVERGED * s) {
                return next;
            }
            s = next;
        }
        return s;
    }

    private static BlackScholes at(BlackScholes terms, double spot) {
        return new BlackScholes(
                terms.right(), spot, terms.strike(), terms.years(), terms.rate(), terms.yield(), terms.volatility());
    }
}
