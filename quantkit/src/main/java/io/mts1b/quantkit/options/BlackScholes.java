package io.mts1b.quantkit.options;

import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.quantkit.statistics.Normal;

/**
 * A European option on a price that moves as a geometric Brownian motion and pays a yield: the model of Black, Scholes and
 * Merton. With a forward for the price and the rate for the yield it is that of Black (1976).
 *
 * <p>With {@code F = S exp((r - q) T)}, {@code d1 = log(F / K) / (v sqrt T) + v sqrt T / 2} and {@code d2 = d1 - v sqrt T}, a
 * call is worth {@code exp(-r T) (F N(d1) - K N(d2))} and a put {@code exp(-r T) (K N(-d2) - F N(-d1))}.
 *
 * <p>Reference: F. Black and M. Scholes, "The Pricing of Options and Corporate Liabilities", Journal of Political Economy
 * 81(3), 1973, 637-654; R. C. Merton, "Theory of Rational Option Pricing", Bell Journal of Economics 4(1), 1973, 141-183; F.
 * Black, "The Pricing of Commodity Contracts", Journal of Financial Economics 3, 1976, 167-179; sensitivities as in E. G.
 * Haug, "The Complete Guide to Option Pricing Formulas", 2nd edition, McGraw-Hill, 2007, chapter 2.
 *
 * @param right call or put
 * @param spot the price {@code S} of what may be bought or sold, positive
 * @param strike the price {@code K} at which, positive
 * @param years the time {@code T} to expiry, not negative
 * @param rate the riskless rate {@code r}
 * @param yield the yield {@code q} of what may be bought or sold
 * @param volatility the volatility {@code v}, not negative
 */
public record BlackScholes(
        OptionRight right, double spot, double strike, double years, double rate, double yield, double volatility) {

    /** Validates. */
    public BlackScholes {
        Checks.positive("spot", spot);
        Checks.positive("strike", strike);
        Checks.notNegative("years", years);
        Checks.finite("rate", rate);
        Checks.finite("yield", yield);
        Checks.notNegative("volatility", volatility);
    }

    /**
     * Returns an option on a forward or a future.
     *
     * @param right call or put
     * @param forward the forward price, positive
     * @param strike the strike, positive
     * @param years the time to expiry, not negative
     * @param rate the riskless rate
     * @param volatility the volatility, not negative
     * @return the option, whose spot is the forward
     */
    public static BlackScholes ofForward(
            OptionRight right, double forward, double strike, double years, double rate, double volatility) {
        return new BlackScholes(right, forward, strike, years, rate, rate, volatility);
    }

    private double sign() {
        return right == OptionRight.CALL ? 1 : -1;
    }

    /** The standard deviation of the logarithm of the price at expiry. */
    private double spread() {
        return volatility * Math.sqrt(years);
    }

    private double forward() {
        return spot * StrictMath.exp((rate - yield) * years);
    }

    private double discount() {
        return StrictMath.exp(-rate * years);
    }

    private double carried() {
        return StrictMath.exp(-yield * years);
    }

    /** Infinite where nothing is uncertain, and zero where the forward is the strike besides. */
    private double d1() {
        double moneyness = StrictMath.log(spot / strike) + (rate - yield) * years;
        double spread = spread();
        if (spread == 0) {
            return moneyness == 0 ? 0 : Math.signum(moneyness) * Double.MAX_VALUE;
        }
        return moneyness / spread + spread / 2;
    }

    private double d2() {
        return d1() - spread();
    }

    /** The density of {@code d1}, discounted at the yield. */
    private double density() {
        return carried() * Normal.density(d1());
    }

    /**
     * Returns what the option is worth.
     *
     * @return the value, not negative
     */
    public double value() {
        double sign = sign();
        if (spread() == 0) {
            return discount() * Math.max(sign * (forward() - strike), 0);
        }
        double held = spot * carried() * Normal.cumulative(sign * d1());
        double paid = strike * discount() * Normal.cumulative(sign * d2());
        return Math.max(sign * (held - paid), 0);
    }

    /**
     * Returns how the value moves with the spot.
     *
     * @return {@code dV/dS}
     */
    public double delta() {
        return sign() * carried() * Normal.cumulative(sign() * d1());
    }

    /**
     * Returns how the delta moves with the spot.
     *
     * @return {@code d2V/dS2}; zero where nothing is uncertain
     */
    public double gamma() {
        return spread() == 0 ? 0 : density() / (spot * spread());
    }

    /**
     * Returns how the value moves with the volatility.
     *
     * @return {@code dV/dv}, for a change of one, not of a percent
     */
    public double vega() {
        return spot * density() * Math.sqrt(years);
    }

    /**
     * Returns how the value moves as time passes.
     *
     * @return {@code -dV/dT}, per year
     */
    public double theta() {
        double sign = sign();
        double decay = years == 0 ? 0 : spot * density() * volatility / (2 * Math.sqrt(years));
        return -decay
                - sign * rate * strike * discount() * Normal.cumulative(sign * d2())
                + sign * yield * spot * carried() * Normal.cumulative(sign * d1());
    }

    /**
     * Returns how the value moves with the rate, the yield and the spot staying as they are.
     *
     * @return {@code dV/dr}, for a change of one
     */
    public double rho() {
        return sign() * years * strike * discount() * Normal.cumulative(sign() * d2());
    }

    /**
     * Returns how the value moves with the yield.
     *
     * @return {@code dV/dq}, for a change of one
     */
    public double dividendRho() {
        return -sign() * years * spot * carried() * Normal.cumulative(sign() * d1());
    }

    /**
     * Returns how the delta moves with the volatility.
     *
     * @return {@code d2V/dS dv}; zero where nothing is uncertain
     */
    public double vanna() {
        return spread() == 0 ? 0 : -density() * d2() / volatility;
    }

    /**
     * Returns how the vega moves with the volatility.
     *
     * @return {@code d2V/dv2}; zero where nothing is uncertain
     */
    public double volga() {
        return spread() == 0 ? 0 : vega() * d1() * d2() / volatility;
    }

    /**
     * Returns how the delta moves as time passes.
     *
     * @return {@code -d2V/dS dT}, per year; zero where nothing is uncertain
     */
    public double charm() {
        if (spread() == 0) {
            return 0;
        }
        double sign = sign();
        double drift = (2 * (rate - yield) * years - d2() * spread()) / (2 * years * spread());
        return sign * yield * carried() * Normal.cumulative(sign * d1()) - density() * drift;
    }

    /**
     * Returns how the gamma moves with the spot.
     *
     * @return {@code d3V/dS3}; zero where nothing is uncertain
     */
    public double speed() {
        return spread() == 0 ? 0 : -gamma() / spot * (1 + d1() / spread());
    }

    /**
     * Returns how the gamma moves with the volatility.
     *
     * @return {@code d3V/dS2 dv}; zero where nothing is uncertain
     */
    public double zomma() {
        return spread() == 0 ? 0 : gamma() * (d1() * d2() - 1) / volatility;
    }

    /**
     * Returns how the gamma moves as time passes.
     *
     * @return {@code -d3V/dS2 dT}, per year; zero where nothing is uncertain
     */
    public double color() {
        if (spread() == 0) {
            return 0;
        }
        double drift = (2 * (rate - yield) * years - d2() * spread()) / spread();
        return gamma() / (2 * years) * (2 * yield * years + 1 + d1() * drift);
    }
}
