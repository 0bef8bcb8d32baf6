package io.mts1b.quantkit.options;

import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.quantkit.statistics.Samples;

/**
 * Many {@linkplain BlackScholes European options} in columns, to be valued millions at a time.
 *
 * <p>The columns are not copied, so that nothing is allocated however many options there are: who made them may change them
 * between valuations, but not during one. What {@link BlackScholes} computes differs from this by rounding: values
 * and thetas by less than 1e-12 of what they are differences of, all else by less than 1e-12 of itself. The machine's vector instructions are used where the process was started with
 * {@code --add-modules jdk.incubator.vector}; the results are the same to the last bit on every machine, with them and
 * without. Thread-safe while the columns rest.
 */
public final class EuropeanOptions {

    final double[] signs;
    final double[] spots;
    final double[] strikes;
    final double[] years;
    final double[] rates;
    final double[] yields;
    final double[] volatilities;

    private EuropeanOptions(double[][] columns) {
        signs = columns[0];
        spots = columns[1];
        strikes = columns[2];
        years = columns[3];
        rates = columns[4];
        yields = columns[5];
        volatilities = columns[6];
    }

    /** Columns being collected. */
    public static final class Builder {

        private final double[] signs;
        private final double[] spots;
        private final double[] strikes;
        private final double[] years;

        private Builder(double[] signs, double[] spots, double[] strikes, double[] years) {
            this.signs = signs;
            this.spots = spots;
            this.strikes = strikes;
            this.years = years;
        }

        /**
         * Adds what the market says.
         *
         * @param rates the riskless rates
         * @param yields the yields of what may be bought or sold
         * @param volatilities the volatilities, not negative
         * @return the options
         * @throws IllegalArgumentException if columns differ in length
         */
        public EuropeanOptions in(double[] rates, double[] yields, double[] volatilities) {
            double[][] columns = {signs, spots, strikes, years, rates, yields, volatilities};
            for (double[] column : columns) {
                Samples.requireLength("column", column, signs.length);
            }
            return new EuropeanOptions(columns);
        }
    }

    /**
     * Starts with what is agreed.
     *
     * @param signs 1 for a call and -1 for a put
     * @param spots the prices of what may be bought or sold, positive
     * @param strikes the prices at which, positive
     * @param years the times to expiry, not negative
     * @return a builder that wants the market
     */
    public static Builder of(double[] signs, double[] spots, double[] strikes, double[] years) {
        return new Builder(signs, spots, strikes, years);
    }

    /** Makes columns of one option. */
    static EuropeanOptions of(BlackScholes option) {
        return of(
                        new double[] {option.right() == OptionRight.CALL ? 1 : -1},
                        new double[] {option.spot()},
                        new double[] {option.strike()},
                        new double[] {option.years()})
                .in(new double[] {option.rate()}, new double[] {option.yield()}, new double[] {option.volatility()});
    }

    /**
     * Returns how many options there are.
     *
     * @return the length of each column
     */
    public int size() {
        return signs.length;
    }

    /**
     * Returns one option.
     *
     * @param index which, from 0
     * @return the option
     * @throws IllegalArgumentException if its terms are out of range
     */
    public BlackScholes get(int index) {
        return at(index, volatilities[index]);
    }

    private BlackScholes at(int index, double volatility) {
        if (Math.abs(signs[index]) != 1) {
            throw new IllegalArgumentException("sign must be 1 or -1, was " + signs[index] + " at index " + index);
        }
        try {
            return new BlackScholes(
                    signs[index] > 0 ? OptionRight.CALL : OptionRight.PUT,
                    spots[index],
                    strikes[index],
                    years[index],
                    rates[index],
                    yields[index],
                    volatility);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " at index " + index, e);
        }
    }

    /** Says why no volatility can be sought for an option, whose own does not count. */
    IllegalArgumentException refusal(double price, int index) {
        BlackScholes option = at(index, 0);
        try {
            ImpliedVolatility.check(price, option);
            return new IllegalArgumentException("option at index " + index + " must not change meanwhile, did");
        } catch (IllegalArgumentException e) {
            return new IllegalArgumentException(e.getMessage() + " at index " + index, e);
        }
    }

    /**
     * Values all options.
     *
     * @param into where the values and sensitivities are written
     * @throws IllegalArgumentException if it has another size, or the terms of an option are out of range
     */
    public void value(ValuesAndGreeks into) {
        Samples.requireLength("values", into.values, size());
        OptionKernel.FASTEST.value(this, into, 0, size());
    }
}
