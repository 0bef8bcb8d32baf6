package io.mts1b.quantkit.options;

import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.quantkit.statistics.Samples;
import java.util.OptionalDouble;

/**
 * The volatility at which a model gives a price, to the last digits that the price tells.
 *
 * <p>An error of {@code e} in the price is one of {@code e / vega} in the volatility, and by rounding the price of an option
 * in the money, less what exercising brings, knows less of it than that of one out of the money. Beyond this error of the
 * question itself volatilities are off by a few units in the last place, wherever a price above zero leaves one: for spreads
 * {@code v sqrt T} from 1e-300 to 50, and however far from the money.
 *
 * <p>In the model of Black, Scholes and Merton one option is solved for as many are, to the same bits: Householder's method of
 * the third order on the logarithm of the normalised price, from a start that is near everywhere. Reference: P. Jäckel, "Let's
 * Be Rational", Wilmott 2015(75), 40-53. In that of Bachelier the price over the distance from the money is a function of one
 * variable, of which the same approximations are the inverse. Reference: P. Jäckel, "Implied Normal Volatility", Wilmott
 * 2017(90), 54-57.
 *
 * <p>Thread-safe.
 */
public final class ImpliedVolatility {

    private ImpliedVolatility() {}

    /**
     * Solves for the volatility in the model of Black, Scholes and Merton.
     *
     * @param price what the option costs
     * @param terms the option, whose own volatility does not count; its time must be positive
     * @return the volatility, or empty if there is none because the price is not above what the option brings for certain,
     *     or not below what it may bring at most
     * @throws IllegalArgumentException if the price is not finite, there is no time left, or discounting by more than {@code
     *     exp(700)} or out of the range of normal numbers
     */
    public static OptionalDouble of(double price, BlackScholes terms) {
        check(price, terms);
        double[] found = new double[1];
        new ScalarVolatilities().solve(new double[] {price}, EuropeanOptions.of(terms), found, 0, 1);
        return Double.isNaN(found[0]) ? OptionalDouble.empty() : OptionalDouble.of(found[0]);
    }

    /**
     * Solves for the volatilities of many options in the model of Black, Scholes and Merton, millions a second where the
     * machine's vector instructions are used as {@link EuropeanOptions} says. What is empty for one option is NaN in the
     * column, which {@link EuropeanOptions#value} refuses for a volatility.
     *
     * @param prices what the options cost
     * @param options the options, whose own volatilities do not count; their times must be positive
     * @param into where the volatilities are written, NaN where there is none; may be the column of the prices, or of the
     *     volatilities of the options
     * @return how many have a volatility
     * @throws IllegalArgumentException if the columns differ in length, or an option or its price is what {@link
     *     #of(double, BlackScholes)} refuses; of what is written by then nothing is to be used
     */
    public static int of(double[] prices, EuropeanOptions options, double[] into) {
        Samples.requireLength("prices", prices, options.size());
        Samples.requireLength("volatilities", into, options.size());
        return VolatilityKernel.FASTEST.solve(prices, options, into, 0, options.size());
    }

    /**
     * Solves for the volatility in the model of Bachelier.
     *
     * @param price what the option costs
     * @param terms the option, whose own volatility does not count; its time must be positive
     * @return the volatility, or empty if there is none because the price is not above what the option brings for certain
     * @throws IllegalArgumentException if the price is not finite, there is no time left, or the undiscounted price or the
     *     distance from the money is out of range
     */
    public static OptionalDouble of(double price, Bachelier terms) {
        Checks.finite("price", price);
        Checks.positive("years", terms.years());
        double undiscounted = price * StrictMath.exp(terms.rate() * terms.years());
        Checks.finite("four times the undiscounted price", 4 * undiscounted);
        double sign = terms.right() == OptionRight.CALL ? 1 : -1;
        double apart = terms.forward() - terms.strike();
        Checks.finite("distance from the money", apart);
        double outside = undiscounted - Math.max(sign * apart, 0);
        if (!(outside > 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(NormalSpread.of(Math.abs(apart), outside) / Math.sqrt(terms.years()));
    }

    /** Refuses what a kernel cannot solve, by the same rules. */
    static void check(double price, BlackScholes terms) {
        Checks.finite("price", price);
        Checks.positive("years", terms.years());
        double discounting = terms.rate() * terms.years();
        double carrying = terms.yield() * terms.years();
        if (!(Math.max(Math.abs(discounting), Math.abs(carrying)) < VolatilityKernel.LARGEST_EXPONENT)) {
            throw new IllegalArgumentException("rate and yield times years must be within "
                    + VolatilityKernel.LARGEST_EXPONENT + ", were " + discounting + " and " + carrying);
        }
        double held = terms.spot() * ScalarKernel.exp(-carrying);
        double paid = terms.strike() * ScalarKernel.exp(-discounting);
        if (!(Math.min(held, paid) >= Double.MIN_NORMAL && Math.max(held, paid) <= VolatilityKernel.LARGEST)) {
            throw new IllegalArgumentException(
                    "spot and strike must be normal numbers when discounted, were " + held + " and " + paid);
        }
    }
}
