package io.mts1b.frontends.demo;

import io.mts1b.quantkit.factors.Momentum;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** How far apart the bars of a universe are, and what "a year" and "a month" are in such bars. */
public enum BarPeriod {
    /** Every day of the week. */
    DAILY_ALL_WEEK(PeriodsPerYear.CALENDAR_DAYS, 365, 30, 91),
    /** Weekdays. */
    DAILY(PeriodsPerYear.TRADING_DAYS, 252, 21, 63),
    /** Once a week. */
    WEEKLY(PeriodsPerYear.WEEKS, 52, 4, 26),
    /** Once a month. */
    MONTHLY(PeriodsPerYear.MONTHS, 12, 1, 12);

    private static final int LONGEST_DAILY_GAP = 4;
    private static final int LONGEST_WEEKLY_GAP = 10;

    private final PeriodsPerYear periods;
    private final int year;
    private final int month;
    private final int quarter;

    BarPeriod(PeriodsPerYear periods, int year, int month, int quarter) {
        this.periods = periods;
        this.year = year;
        this.month = month;
        this.quarter = quarter;
    }

    /**
     * Finds out how far apart dates are.
     *
     * @param dates the dates, rising, at least one
     * @return the period that the middle one of their distances is of
     */
    public static BarPeriod of(List<LocalDate> dates) {
        long[] gaps = new long[Math.max(1, dates.size() - 1)];
        gaps[0] = 1;
        for (int i = 1; i < dates.size(); i++) {
            gaps[i - 1] = dates.get(i).toEpochDay() - dates.get(i - 1).toEpochDay();
        }
        Arrays.sort(gaps);
        long middle = gaps[gaps.length / 2];
        if (middle > LONGEST_WEEKLY_GAP) {
            return MONTHLY;
        }
        if (middle > LONGEST_DAILY_GAP) {
            return WEEKLY;
        }
        long sundays = dates.stream()
                .filter(date -> date.getDayOfWeek() == DayOfWeek.SUNDAY)
                .count();
        return sundays * 14 > dates.size() ? DAILY_ALL_WEEK : DAILY;
    }

    /**
     * Returns the momentum factor of twelve months less one.
     *
     * @return the factor, with its windows in bars of this period
     */
    public Momentum momentum() {
        return new Momentum("f_momentum_12_1", year, month);
    }

    /**
     * Returns how many bars make a year.
     *
     * @return the annualization
     */
    public PeriodsPerYear periodsPerYear() {
        return periods;
    }

    /**
     * Returns how many returns weights are estimated on.
     *
     * @return a year of them; two years where a year is but twelve
     */
    public int allocationWindow() {
        return this == MONTHLY ? 2 * year : year;
    }

    /**
     * Returns how many returns volatility is measured on.
     *
     * @return a quarter of them, at least a dozen
     */
    public int volatilityWindow() {
        return quarter;
    }
}
