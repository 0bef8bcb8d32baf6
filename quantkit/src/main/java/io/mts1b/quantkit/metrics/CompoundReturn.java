package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.returns.Returns;

/**
 * What was earned over a whole history, every return reinvested.
 *
 * <p>It is kept as growth, not as a return, because {@code 1 + total} would lose most digits of what is left
 * after a loss of nearly everything.
 *
 * @param growth the final wealth from one unit of money, not negative
 * @param periods over how many periods, at least 1
 */
public record CompoundReturn(double growth, int periods) {

    /** Validates. */
    public CompoundReturn {
        if (!(growth >= 0 && growth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("growth must be finite and not negative, was " + growth);
        }
        if (periods < 1) {
            throw new IllegalArgumentException("periods must be at least 1, was " + periods);
        }
    }

    /**
     * Compounds returns: the growth is the product of {@code 1 + r[t]}.
     *
     * @param returns simple returns, at least one, each at least -1
     * @return what they come to
     * @throws IllegalArgumentException if there are none, one is not finite or below -1, or wealth overflows
     */
    public static CompoundReturn of(double[] returns) {
        double[] wealth = Returns.wealth(returns);
        return new CompoundReturn(wealth[returns.length], returns.length);
    }

    /**
     * Returns the return of the whole history.
     *
     * @return {@code growth - 1}, at least -1
     */
    public double total() {
        return growth - 1;
    }

    /**
     * Returns the geometric mean, {@code growth^(1 / periods) - 1}.
     *
     * @return the return per period that would have come to the same
     */
    public double perPeriod() {
        return StrictMath.pow(growth, 1.0 / periods) - 1;
    }

    /**
     * Returns the compound annual growth rate, {@code growth^(periodsPerYear / periods) - 1}.
     *
     * @param periodsPerYear how many periods make a year
     * @return the return per year that would have come to the same
     */
    public double annualized(PeriodsPerYear periodsPerYear) {
        return StrictMath.pow(growth, periodsPerYear.count() / periods) - 1;
    }
}
