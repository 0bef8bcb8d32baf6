package io.mts1b.quantkit.metrics;

/**
 * How many return periods make a year, and with it every rule by which a figure per period becomes an annual one.
 *
 * @param count the number of periods, positive
 */
public record PeriodsPerYear(double count) {

    /** Trading days of an exchange that closes at weekends. */
    public static final PeriodsPerYear TRADING_DAYS = new PeriodsPerYear(252);

    /** Days of a market that never closes. */
    public static final PeriodsPerYear CALENDAR_DAYS = new PeriodsPerYear(365);

    /** Weeks. */
    public static final PeriodsPerYear WEEKS = new PeriodsPerYear(52);

    /** Months. */
    public static final PeriodsPerYear MONTHS = new PeriodsPerYear(12);

    /** Validates. */
    public PeriodsPerYear {
        if (!(count > 0 && count < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("count must be positive and finite, was " + count);
        }
    }

    /**
     * Scales an amount that grows with time, such as an arithmetic mean or a variance.
     *
     * @param perPeriod the amount per period
     * @return {@code perPeriod * count}
     */
    public double scale(double perPeriod) {
        return perPeriod * count;
    }

    /**
     * Scales an amount that grows with the square root of time, such as a standard deviation or a Sharpe
     * ratio. It is right only for returns without serial correlation: A. W. Lo, "The Statistics of Sharpe
     * Ratios", Financial Analysts Journal 58(4), 2002, 36-52.
     *
     * @param perPeriod the amount per period
     * @return {@code perPeriod * sqrt(count)}
     */
    public double scaleByRoot(double perPeriod) {
        return perPeriod * Math.sqrt(count);
    }

    /**
     * Compounds a return per period over a year.
     *
     * @param perPeriod the return per period, at least -1
     * @return {@code (1 + perPeriod)^count - 1}
     * @throws IllegalArgumentException if the return is below -1
     */
    public double compound(double perPeriod) {
        return StrictMath.pow(1 + requireReturn(perPeriod), count) - 1;
    }

    /**
     * Finds the return per period that compounds to an annual one.
     *
     * @param annual the annual return, at least -1
     * @return {@code (1 + annual)^(1 / count) - 1}
     * @throws IllegalArgumentException if the return is below -1
     */
    public double perPeriod(double annual) {
        return StrictMath.pow(1 + requireReturn(annual), 1 / count) - 1;
    }

    private static double requireReturn(double value) {
        if (!(value >= -1 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("return must be finite and at least -1, was " + value);
        }
        return value;
    }
}
