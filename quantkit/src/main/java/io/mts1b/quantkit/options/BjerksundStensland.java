package io.mts1b.quantkit.options;

import io.mts1b.foundation.symbology.OptionRight;

/**
 * An American call, exercised as soon as the price reaches a flat boundary: with {@code b = r - q},
 *
 * <pre>
 * beta  = 1/2 - b / v^2 + sqrt((b / v^2 - 1/2)^2 + 2 r / v^2)
 * B_oo  = beta / (beta - 1) K,  B_0 = max(K, r / q K),  I = B_0 + (B_oo - B_0) (1 - exp(h))
 * phi(S, T, g, H, I) = exp(l T) S^g (N(d) - (I / S)^k N(d - 2 log(I / S) / (v sqrt T)))
 * l = -r + g b + g (g - 1) v^2 / 2,  k = 2 b / v^2 + 2 g - 1,  d = -(log(S / H) + (b + (g - 1/2) v^2) T) / (v sqrt T)
 * </pre>
 *
 * and a put is the call with spot and strike, and rate and yield, changing places.
 */
final class BjerksundStensland {

    /** Reflected terms are at most so large before what multiplies them makes them small: that costs digits. */
    private static final double MOST_REFLECTED = 15;

    private final double spot;
    private final double strike;
    private final double years;
    private final double rate;
    private final double carry;
    private final double volatility;
    private final double beta;
    private final double never;
    private final double soon;

    private BjerksundStensland(BlackScholes terms) {
        boolean call = terms.right() == OptionRight.CALL;
        spot = call ? terms.spot() : terms.strike();
        strike = call ? terms.strike() : terms.spot();
        years = terms.years();
        rate = call ? terms.rate() : terms.yield();
        volatility = terms.volatility();
        double yield = call ? terms.yield() : terms.rate();
        carry = rate - yield;
        double drift = carry / (volatility * volatility) - 0.5;
        double scaled = 2 * rate / (volatility * volatility);
        double root = Math.sqrt(drift * drift + scaled);
        // The same number twice, each without cancellation where it is used.
        beta = drift > 0 ? scaled / (drift + root) : root - drift;
        never = beta / (beta - 1) * strike;
        soon = strike * Math.max(1, rate / yield);
    }

    /** Returns the value with one boundary. */
    static double flat(BlackScholes terms) {
        return neverEarly(terms) ? terms.value() : atLeast(terms, new BjerksundStensland(terms).flat());
    }

    /** Returns the value with one boundary for the first, longer part of the time, and another one for the rest. */
    static double stepped(BlackScholes terms) {
        if (neverEarly(terms)) {
            return terms.value();
        }
        BjerksundStensland call = new BjerksundStensland(terms);
        // Either strategy could be followed, so the better of them is nearer to the best.
        return atLeast(terms, Math.max(call.flat(), call.stepped()));
    }

    private static boolean neverEarly(BlackScholes terms) {
        Checks.positive("years", terms.years());
        Checks.positive("volatility", terms.volatility());
        boolean call = terms.right() == OptionRight.CALL;
        double earned = call ? terms.yield() : terms.rate();
        double owed = call ? terms.rate() : terms.yield();
        if (earned <= 0 && owed < 0) {
            throw new IllegalArgumentException((call ? "rate" : "yield") + " must not be negative where the "
                    + (call ? "yield" : "rate") + " is not positive, was " + owed);
        }
        return earned <= 0;
    }

    private static double atLeast(BlackScholes terms, double value) {
        double sign = terms.right() == OptionRight.CALL ? 1 : -1;
        return Math.max(value, Math.max(terms.value(), sign * (terms.spot() - terms.strike())));
    }

    private double flat() {
        double boundary = boundary(years, soon / (never - soon));
        if (spot >= boundary) {
            return spot - strike;
        }
        return (boundary - strike) * (power(boundary) - phi(years, beta, boundary, boundary, boundary))
                + received(years, boundary, boundary)
                - received(years, strike, boundary);
    }

    /** Returns {@code phi} of the spot less the strike, above {@code from}. */
    private double received(double time, double from, double boundary) {
        return phi(time, 1, 1, from, boundary) - strike * phi(time, 0, 1, from, boundary);
    }

    private double boundary(double time, double shape) {
        if (!(never > soon)) {
            return soon;
        }
        // Positive where the price falls far over a long time, for which the formula was not made.
        double h = Math.min(-(carry * time + 2 * volatility * Math.sqrt(time)) * shape, 0);
        return soon - (never - soon) * StrictMath.expm1(h);
    }

    private double stepped() {
        double shape = strike * strike / ((never - soon) * soon);
        double first = (Math.sqrt(5) - 1) / 2 * years;
        double near = boundary(first, shape);
        double far = boundary(years, shape);
        if (spot >= far) {
            return spot - strike;
        }
        double reflected = beta * StrictMath.log(spot / near) + reflection(beta) * StrictMath.log(far / spot);
        if (!(reflected < MOST_REFLECTED && near < far)) {
            return 0;
        }
        Steps steps = new Steps(first, near, far);
        return (far - strike) * (power(far) - phi(first, beta, far, far, far))
                + received(first, far, far)
                - received(first, near, far)
                + (near - strike) * (phi(first, beta, near, near, far) - steps.psi(beta, near, near))
                + steps.received(near)
                - steps.received(strike);
    }

    private double power(double scale) {
        return StrictMath.exp(beta * StrictMath.log(spot / scale));
    }

    private double growth(double gamma) {
        return -rate + gamma * carry + gamma * (gamma - 1) * volatility * volatility / 2;
    }

    private double drift(double gamma) {
        return carry + (gamma - 0.5) * volatility * volatility;
    }

    private double reflection(double gamma) {
        return 2 * drift(gamma) / (volatility * volatility);
    }

    /** Returns {@code phi}, over {@code scale^gamma}. */
    private double phi(double time, double gamma, double scale, double from, double boundary) {
        double spread = volatility * Math.sqrt(time);
        double grown = growth(gamma) * time + gamma * StrictMath.log(spot / scale);
        double d = -(StrictMath.log(spot / from) + drift(gamma) * time) / spread;
        double away = StrictMath.log(boundary / spot);
        return Tails.times(grown, d) - Tails.times(grown + reflection(gamma) * away, d - 2 * away / spread);
    }

    /** The second part of the time. */
    private final class Steps {

        private final double first;
        private final double near;
        private final double far;

        Steps(double first, double near, double far) {
            this.first = first;
            this.near = near;
            this.far = far;
        }

        double received(double from) {
            return psi(1, 1, from) - strike * psi(0, 1, from);
        }

        /**
         * Returns {@code psi}, over {@code scale^gamma}: as {@code phi}, for paths that are below the far boundary in the first
         * and below the near one in the second part.
         */
        double psi(double gamma, double scale, double from) {
            double whole = volatility * Math.sqrt(years);
            double part = volatility * Math.sqrt(first);
            double rho = Math.sqrt(first / years);
            double grown = growth(gamma) * years + gamma * StrictMath.log(spot / scale);
            double k = reflection(gamma);
            double early = drift(gamma) * first;
            double late = drift(gamma) * years;
            double toNear = StrictMath.log(spot / near);
            double toFrom = StrictMath.log(spot / from);
            double toFar = StrictMath.log(far / spot);
            double between = StrictMath.log(near / far);
            return times(grown, (toNear + early) / part, (toFrom + late) / whole, rho)
                    - times(
                            grown + k * toFar,
                            (toNear + 2 * toFar + early) / part,
                            (toFrom + 2 * toFar + late) / whole,
                            rho)
                    - times(grown - k * toNear, (toNear - early) / part, (toFrom - 2 * toNear + late) / whole, -rho)
                    + times(
                            grown + k * between,
                            (toNear + 2 * toFar - early) / part,
                            (toFrom + 2 * between + late) / whole,
                            -rho);
        }

        private static double times(double exponent, double e, double f, double correlation) {
            return StrictMath.exp(exponent) * BivariateNormal.cumulative(-e, -f, correlation);
        }
    }
}
