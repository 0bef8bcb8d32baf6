package io.mts1b.platform.calendars;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.time.MarketCalendar;
import io.mts1b.foundation.time.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which sessions of a market something is done on, such as a monthly rebalance.
 *
 * <p>A schedule picks the same sessions whatever range is asked for: the last session asked for is not a
 * month's end unless the month ends there.
 */
public sealed interface Schedule {

    /**
     * Returns the last session of every month.
     *
     * @return the schedule
     */
    static Schedule monthEnd() {
        return nthBusinessDay(-1);
    }

    /**
     * Returns one session of every week.
     *
     * @param weekday on which day
     * @return the schedule
     */
    static Schedule weekly(DayOfWeek weekday) {
        return new Weekly(weekday);
    }

    /**
     * Returns one session of every month.
     *
     * @param n which one: 1 is the first, -1 the last, -2 the last but one
     * @return the schedule
     */
    static Schedule nthBusinessDay(int n) {
        return new NthBusinessDay(n);
    }

    /**
     * Returns the sessions that are on the schedule.
     *
     * @param calendar the market
     * @param from the first date
     * @param to the last date, included
     * @return the dates of the sessions, in order; empty if {@code to} is before {@code from}
     * @throws IllegalArgumentException if the calendar does not know the whole of the weeks or months that
     *     {@code from} and {@code to} are in
     */
    List<LocalDate> dates(MarketCalendar calendar, LocalDate from, LocalDate to);

    /**
     * The session of every week that is on a weekday; where that is a holiday the last one before it in the
     * week from Monday to Sunday, else the first one after it. A week without sessions has none.
     *
     * @param weekday the day
     */
    record Weekly(DayOfWeek weekday) implements Schedule {

        @Override
        public List<LocalDate> dates(MarketCalendar calendar, LocalDate from, LocalDate to) {
            LocalDate monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return Stream.iterate(monday, week -> !week.isAfter(to), week -> week.plusWeeks(1))
                    .flatMap(week -> inWeek(calendar, week).stream())
                    .filter(date -> !date.isBefore(from) && !date.isAfter(to))
                    .toList();
        }

        private Optional<LocalDate> inWeek(MarketCalendar calendar, LocalDate monday) {
            LocalDate day = monday.with(TemporalAdjusters.nextOrSame(weekday));
            List<Session> upTo = calendar.sessions(monday, day);
            if (!upTo.isEmpty()) {
                return Optional.of(upTo.getLast().date());
            }
            return calendar.sessions(day, monday.plusDays(6)).stream()
                    .map(Session::date)
                    .findFirst();
        }
    }

    /**
     * The n-th session of every month; a month with fewer has none.
     *
     * @param n from 1 counted from the first, from -1 counted back from the last
     */
    record NthBusinessDay(int n) implements Schedule {

        /** Validates. */
        public NthBusinessDay {
            Require.that(n != 0 && Math.abs((long) n) <= 31, "n must be 1 to 31 or -31 to -1, was " + n);
        }

        @Override
        public List<LocalDate> dates(MarketCalendar calendar, LocalDate from, LocalDate to) {
            YearMonth first = YearMonth.from(from);
            long months = first.until(YearMonth.from(to), ChronoUnit.MONTHS) + 1;
            return Stream.iterate(first, month -> month.plusMonths(1))
                    .limit(Math.max(0, months))
                    .flatMap(month -> inMonth(calendar, month).stream())
                    .filter(date -> !date.isBefore(from) && !date.isAfter(to))
                    .toList();
        }

        private Optional<LocalDate> inMonth(MarketCalendar calendar, YearMonth month) {
            List<Session> sessions = calendar.sessions(month.atDay(1), month.atEndOfMonth());
            int index = n > 0 ? n - 1 : sessions.size() + n;
            return index >= 0 && index < sessions.size()
                    ? Optional.of(sessions.get(index).date())
                    : Optional.empty();
        }
    }
}
