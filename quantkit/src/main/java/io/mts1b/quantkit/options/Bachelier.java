package io.mts1b.quantkit.options;

import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.quantkit.statistics.Normal;

/**
 * A European option on a forward that moves as an arithmetic Brownian motion, and may be negative: with
 * {@code d = (F - K) / (v sqrt T)}, a call is worth {@code exp(-r T) ((F - K) N(d) + v sqrt T n(d))}.
 *
 * <p>Reference: L. Bachelier, "Théorie de la spéculation", Annales scientifiques de l'École normale supérieure 17, 1900,
 * 21-86.
 *
 * @param right call or put
 * @param forward the forward price {@code F}
 * @param strike the strike {@code K}
 * @param years the time {@code T} to expiry, not negative
 * @param rate the riskless rate {@code r}
 * @param volatility the standard deviation {@code v} of the forward over a year, in its own unit, not negative
 */
public record Bachelier(
        OptionRight right, double forward, double strike, double years, double rate, double volatility) {

    /** Validates. */
    public Bachelier {
        Checks.finite("forward", forward);
        Checks.finite("strike", strike);
        Checks.notNegative("years", years);
        Checks.finite("rate", rate);
        Checks.notNegative("volatility", volatility);
    }

    private double sign() {
        return right == OptionRight.CALL ? 1 : -1;
    }

    private double discount() {
        return StrictMath.exp(-rate * years);
    }

    private double spread() {
        return volatility * Math.sqrt(years);
    }

    private double d() {
        double apart = forward - strike;
        return spread() == 0 ? (apart == 0 ? 0 : Math.signum(apart) * Double.MAX_VALUE) : apart / spread();
    }

    /**
     * Returns what the option is worth.
     *
     * @return the value, not negative
     */
    public double value() {
        double inside = sign() * (forward - strike);
        double undiscounted = spread() == 0
                ? Math.max(inside, 0)
                : inside * Normal.cumulative(sign() * d()) + spread() * Normal.density(d());
        return discount() * Math.max(undiscounted, 0);
    }

    /**
     * Returns how the value moves with the forward.
     *
     * @return {@code dV/dF}
     */
    public double delta() {
        return sign() * discount() * Normal.cumulative(sign() * d());
    }

    /**
     * Returns how the delta moves with the forward.
     *
     * @return {@code d2V/dF2}; zero where nothing is uncertain
     */
    public double gamma() {
        return spread() == 0 ? 0 : discount() * Normal.density(d()) / spread();
    }

    /**
     * Returns how the value moves with the volatility.
     *
     * @return {@code dV/dv}
     */
    public double vega() {
        return discount() * Math.sqrt(years) * Normal.density(d());
    }

    /**
     * Returns how the value moves as time passes.
     *
     * @return {@code -dV/dT}, per year
     */
    public double theta() {
        double decay = years == 0 ? 0 : discount() * volatility * Normal.density(d()) / (2 * Math.sqrt(years));
        return rate * value() - decay;
    }

    /**
     * Returns how the value moves with the rate, the forward staying as it is.
     *
     * @return {@code dV/dr}, for a change of one
     */
    public double rho() {
        return -years * value();
    }

    /**
     * Returns how the delta moves with the volatility.
     *
     * @return {@code d2V/dF dv}; zero where nothing is uncertain
     */
    public double vanna() {
        return spread() == 0 ? 0 : -vega() * d() / spread();
    }

    /**
     * Returns how the vega moves with the volatility.
     *
     * @return {@code d2V/dv2}; zero where nothing is uncertain
     */
    public double volga() {
        return spread() == 0 ? 0 : vega() * d() * d() / volatility;
    }

    /**
     * Returns how the delta moves as time passes.
     *
     * @return {@code -d2V/dF dT}, per year; zero where nothing is uncertain
     */
    public double charm() {
        return spread() == 0 ? 0 : rate * delta() + discount() * Normal.density(d()) * d() / (2 * years);
    }

    /**
     * Returns how the gamma moves with the forward.
     *
     * @return {@code d3V/dF3}; zero where nothing is uncertain
     */
    public double speed() {
        return spread() == 0 ? 0 : -gamma() * d() / spread();
    }

    /**
     * Returns how the gamma moves with the volatility.
     *
     * @return {@code d3V/dF2 dv}; zero where nothing is uncertain
     */
    public double zomma() {
        return spread() == 0 ? 0 : gamma() * (d() * d() - 1) / volatility;
    }

    /**
     * Returns how the gamma moves as time passes.
     *
     * @return {@code -d3V/dF2 dT}, per year; zero where nothing is uncertain
     */
    public double color() {
        return spread() == 0 ? 0 : gamma() * (rate - (d() * d() - 1) / (2 * years));
    }
}
