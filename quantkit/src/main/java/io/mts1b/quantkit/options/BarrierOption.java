package io.mts1b.quantkit.options;

import io.mts1b.foundation.symbology.OptionRight;

/**
 * A European option that comes to life or ends when the price reaches a barrier {@code H}, watched all the time, in the model of
 * {@link BlackScholes}. A rebate {@code R} is paid when an option ends, or at expiry for one that never came to life.
 *
 * <p>With {@code f = 1} for a call and {@code -1} for a put, {@code e = 1} for a barrier below the price and {@code -1} for one
 * above, {@code s = v sqrt T}, {@code m = (r - q) / v^2 - 1/2}, {@code l = sqrt(m^2 + 2 r / v^2)} and {@code g = (H / S)^2},
 *
 * <pre>
 * A, B = f S exp(-q T) N(f x) - f K exp(-r T) N(f (x - s)),               x = log(S / K) / s + (1 + m) s, with H for K
 * C, D = f S exp(-q T) g^(m + 1) N(e y) - f K exp(-r T) g^m N(e (y - s)), y = log(H^2 / (S K)) / s + (1 + m) s, with H for K
 * E = R exp(-r T) (N(e (x_B - s)) - g^m N(e (y_D - s)))
 * F = R ((H / S)^(m + l) N(e z) + (H / S)^(m - l) N(e (z - 2 l s))),      z = log(H / S) / s + l s
 * </pre>
 *
 * an option that comes to life is worth {@code E} and, by where the strike lies, {@code A}, {@code C}, {@code A - B + D} or {@code
 * B - C + D}; one that ends {@code F} and what those leave of {@code A}.
 *
 * <p>Reference: M. Rubinstein and E. Reiner, "Breaking Down the Barriers", Risk 4(8), 1991, 28-35; in the notation of E. G. Haug,
 * "The Complete Guide to Option Pricing Formulas", 2nd edition, McGraw-Hill, 2007, section 4.17.1.
 *
 * @param terms the option, of positive time and volatility
 * @param kind what the barrier does, and where it lies
 * @param barrier the barrier {@code H}, positive; a price at or beyond it has reached it
 * @param rebate what is paid instead, not negative
 */
public record BarrierOption(BlackScholes terms, Barrier kind, double barrier, double rebate) {

    /** {@code -zeta(1/2) / sqrt(2 pi)}: by how much a random walk overshoots, in steps. */
    private static final double OVERSHOOT = 0.5825971579390106;

    /** Validates. */
    public BarrierOption {
        Checks.positive("years", terms.years());
        Checks.positive("volatility", terms.volatility());
        Checks.positive("barrier", barrier);
        Checks.notNegative("rebate", rebate);
        if (rebate > 0 && !kind.in()) {
            double mu = (terms.rate() - terms.yield()) / (terms.volatility() * terms.volatility()) - 0.5;
            if (mu * mu + 2 * terms.rate() / (terms.volatility() * terms.volatility()) < 0) {
                throw new IllegalArgumentException(
                        "rate must not be so negative with a rebate when the option ends, was " + terms.rate());
            }
        }
    }

    /**
     * Returns the option that is worth about what this one is when the price is looked at only now and then: its barrier lies
     * {@code exp(0.5826 v sqrt h)} further away, as a price that is seen beyond the barrier has overshot it.
     *
     * <p>Reference: M. Broadie, P. Glasserman and S. Kou, "A Continuity Correction for Discrete Barrier Options", Mathematical
     * Finance 7(4), 1997, 325-349.
     *
     * @param interval the time between looks in years, the first of them one interval from now; not negative, and 0 is all the
     *     time
     * @return the option with the barrier moved
     * @throws IllegalArgumentException if the interval is negative or longer than the option lives
     */
    public BarrierOption watchedEvery(double interval) {
        Checks.notNegative("interval", interval);
        if (interval > terms.years()) {
            throw new IllegalArgumentException(
                    "interval must be at most the " + terms.years() + " years to expiry, was " + interval);
        }
        double away = OVERSHOOT * terms.volatility() * Math.sqrt(interval);
        return new BarrierOption(terms, kind, barrier * StrictMath.exp(kind.up() ? away : -away), rebate);
    }

    /**
     * Returns whether the price has reached the barrier.
     *
     * @return whether the spot is at the barrier or beyond
     */
    public boolean reached() {
        return kind.up() ? terms.spot() >= barrier : terms.spot() <= barrier;
    }

    /**
     * Returns what the option is worth. One that has come to life is an ordinary option, and one that has ended its rebate, to be
     * paid now.
     *
     * @return the value, not negative
     */
    public double value() {
        if (reached()) {
            return kind.in() ? terms.value() : rebate;
        }
        return Math.max(value(terms), 0);
    }

    /**
     * Returns how the value moves while the barrier has not been reached, up to it and not across; afterwards, how that of the
     * ordinary option does, or that nothing moves.
     *
     * @return the value and its slopes
     */
    public Sensitivities sensitivities() {
        if (!reached()) {
            return Sensitivities.of(terms, this::value);
        }
        return kind.in()
                ? new Sensitivities(
                        terms.value(),
                        terms.delta(),
                        terms.gamma(),
                        terms.vega(),
                        terms.theta(),
                        terms.rho(),
                        terms.dividendRho())
                : new Sensitivities(rebate, 0, 0, 0, 0, 0, 0);
    }

    /** The formula, which goes on smoothly beyond the barrier. */
    private double value(BlackScholes at) {
        Parts parts = new Parts(at);
        boolean strikeAbove = at.strike() >= barrier;
        boolean call = at.right() == OptionRight.CALL;
        boolean outside = call != kind.up();
        double in;
        if (outside) {
            // The barrier lies where the option is out of the money.
            in = strikeAbove == call ? parts.c() : parts.a() - parts.b() + parts.d();
        } else {
            in = strikeAbove == call ? parts.a() : parts.b() - parts.c() + parts.d();
        }
        return kind.in() ? in + parts.e() : parts.a() - in + parts.f();
    }

    private final class Parts {

        private final BlackScholes at;
        private final double call;
        private final double below;
        private final double spread;
        private final double mu;
        private final double away;

        Parts(BlackScholes at) {
            this.at = at;
            call = at.right() == OptionRight.CALL ? 1 : -1;
            below = kind.up() ? -1 : 1;
            spread = at.volatility() * Math.sqrt(at.years());
            mu = (at.rate() - at.yield()) / (at.volatility() * at.volatility()) - 0.5;
            away = StrictMath.log(barrier / at.spot());
        }

        double a() {
            return direct(at.strike());
        }

        double b() {
            return direct(barrier);
        }

        double c() {
            return reflected(at.strike());
        }

        double d() {
            return reflected(barrier);
        }

        /** The rebate at expiry. */
        double e() {
            double x = distance(StrictMath.log(at.spot() / barrier)) - spread;
            double y = distance(away) - spread;
            double discounting = -at.rate() * at.years();
            return rebate * (Tails.times(discounting, below * x) - Tails.times(discounting + 2 * mu * away, below * y));
        }

        /** The rebate when the barrier is reached. */
        double f() {
            if (rebate == 0) {
                return 0;
            }
            double lambda = Math.sqrt(mu * mu + 2 * at.rate() / (at.volatility() * at.volatility()));
            double z = away / spread + lambda * spread;
            return rebate
                    * (Tails.times((mu + lambda) * away, below * z)
                            + Tails.times((mu - lambda) * away, below * (z - 2 * lambda * spread)));
        }

        private double direct(double level) {
            return between(distance(StrictMath.log(at.spot() / level)), call, 0, 0);
        }

        private double reflected(double level) {
            double y = distance(away + StrictMath.log(barrier / level));
            return between(y, below, 2 * (mu + 1) * away, 2 * mu * away);
        }

        private double distance(double log) {
            return log / spread + (1 + mu) * spread;
        }

        private double between(double x, double side, double held, double paid) {
            return call
                    * (at.spot() * Tails.times(held - at.yield() * at.years(), side * x)
                            - at.strike() * Tails.times(paid - at.rate() * at.years(), side * (x - spread)));
        }
    }
}
