package io.mts1b.portfolio.rebalancing;

import io.mts1b.foundation.time.MarketCalendar;
import io.mts1b.foundation.time.Session;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Objects;
import java.util.Optional;

/**
 * On which sessions a portfolio is rebalanced: the first or the last one of each period.
 *
 * <p>Immutable and thread-safe.
 *
 * @param period how often
 * @param last whether on the last session of the period, rather than on the first
 */
public record RebalanceCalendar(Period period, boolean last) {

    /** How often. */
    public enum Period {
        /** Each session. */
        DAY,
        /** Once a week, which begins on Monday (ISO 8601). */
        WEEK,
        /** Once a month. */
        MONTH,
        /** Once in three months, the first of which is January. */
        QUARTER,
        /** Once a year. */
        YEAR;

        /** Returns a number that is the same for all dates of one period, and no other. */
        private long index(LocalDate date) {
            return switch (this) {
                case DAY -> date.toEpochDay();
                case WEEK ->
                    date.get(IsoFields.WEEK_BASED_YEAR) * 100L + date.get(WeekFields.ISO.weekOfWeekBasedYear());
                case MONTH -> date.getYear() * 100L + date.getMonthValue();
                case QUARTER -> date.getYear() * 10L + date.get(IsoFields.QUARTER_OF_YEAR);
                case YEAR -> date.getYear();
            };
        }
    }

    /** Validates. */
    public RebalanceCalendar {
        Objects.requireNonNull(period, "period");
    }

    /**
     * Tells whether a date is one to rebalance on.
     *
     * @param date the date
     * @param calendar when the market trades; must know the session before the date, or after it for the last one
     * @return true on the first or last session of a period; false where there is no session
     * @throws IllegalArgumentException if the calendar does not know enough
     */
    public boolean isDue(LocalDate date, MarketCalendar calendar) {
        Optional<Session> session = calendar.session(date);
        if (session.isEmpty() || period == Period.DAY) {
            return session.isPresent();
        }
        Session beside = last ? calendar.next(date) : calendar.previous(date);
        return period.index(beside.date()) != period.index(date);
    }
}
