package io.mts1b.platform.calendars;

import io.mts1b.foundation.Require;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * Days by rule. Patterns compose: one that wraps another bends the days of the other.
 *
 * <p>A pattern that moves a day may move it into the next or the previous year; the year asked for is the
 * one of the day before it was moved.
 */
sealed interface DayPattern {

    /**
     * Returns the days of one year.
     *
     * @param year the year
     * @return the days, in order
     */
    Stream<LocalDate> in(int year);

    /** A day of every year, such as December 25; February 29 is in leap years only. */
    record YearlyDay(Month month, int day) implements DayPattern {

        /** Validates. */
        public YearlyDay {
            Require.that(
                    day >= 1 && day <= month.maxLength(),
                    "day must be 1 to " + month.maxLength() + " in " + month + ", was " + day);
        }

        @Override
        public Stream<LocalDate> in(int year) {
            return day <= month.length(Year.isLeap(year)) ? Stream.of(LocalDate.of(year, month, day)) : Stream.of();
        }
    }

    /** The n-th weekday of a month, such as the third Monday of January; -1 is the last. */
    record NthWeekday(int n, DayOfWeek weekday, Month month) implements DayPattern {

        /** Validates. */
        public NthWeekday {
            Require.that(n == -1 || (n >= 1 && n <= 5), "n must be 1 to 5 or -1, was " + n);
        }

        @Override
        public Stream<LocalDate> in(int year) {
            LocalDate day = LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, weekday));
            return day.getMonth() == month ? Stream.of(day) : Stream.of();
        }
    }

    /** On which side of a day a weekday is looked for. */
    enum Side {
        /** Before the day. */
        BEFORE,
        /** The day itself or before. */
        ON_OR_BEFORE,
        /** After the day. */
        AFTER,
        /** The day itself or after. */
        ON_OR_AFTER;

        private TemporalAdjuster towards(DayOfWeek weekday) {
            return switch (this) {
                case BEFORE -> TemporalAdjusters.previous(weekday);
                case ON_OR_BEFORE -> TemporalAdjusters.previousOrSame(weekday);
                case AFTER -> TemporalAdjusters.next(weekday);
                case ON_OR_AFTER -> TemporalAdjusters.nextOrSame(weekday);
            };
        }
    }

    /** The weekday next to a day, such as the Monday before May 25. */
    record WeekdayNear(DayOfWeek weekday, Side side, YearlyDay day) implements DayPattern {

        @Override
        public Stream<LocalDate> in(int year) {
            return day.in(year).map(near -> near.with(side.towards(weekday)));
        }
    }

    /** Easter Sunday of the western churches. */
    record EasterSunday() implements DayPattern {

        @Override
        public Stream<LocalDate> in(int year) {
            return Stream.of(Easter.sunday(year));
        }
    }

    /** One weekday of every week. */
    record EveryWeekday(DayOfWeek weekday) implements DayPattern {

        @Override
        public Stream<LocalDate> in(int year) {
            LocalDate first = LocalDate.of(year, 1, 1).with(TemporalAdjusters.nextOrSame(weekday));
            return Stream.iterate(first, day -> day.getYear() == year, day -> day.plusWeeks(1));
        }
    }

    /** Days one by one: a table of a moving feast, or what happened once. */
    record Dates(List<LocalDate> dates) implements DayPattern {

        /** Copies. */
        public Dates {
            dates = List.copyOf(dates);
        }

        @Override
        public Stream<LocalDate> in(int year) {
            return dates.stream().filter(date -> date.getYear() == year);
        }
    }

    /** So many days after, or before if negative. */
    record Plus(DayPattern pattern, int days) implements DayPattern {

        @Override
        public Stream<LocalDate> in(int year) {
            return pattern.in(year).map(date -> date.plusDays(days));
        }
    }

    /** A day that is kept on the nearest other weekday if it falls on a certain one. */
    record Moved(DayPattern pattern, DayOfWeek from, DayOfWeek to) implements DayPattern {

        private static final int DAYS_A_WEEK = 7;

        @Override
        public Stream<LocalDate> in(int year) {
            return pattern.in(year).map(date -> date.getDayOfWeek() == from ? date.plusDays(distance()) : date);
        }

        private int distance() {
            int ahead = Math.floorMod(to.getValue() - from.getValue(), DAYS_A_WEEK);
            return ahead <= DAYS_A_WEEK / 2 ? ahead : ahead - DAYS_A_WEEK;
        }
    }

    /** Only the days that fall on some weekdays. */
    record OnWeekdays(DayPattern pattern, List<DayOfWeek> weekdays) implements DayPattern {

        /** Copies. */
        public OnWeekdays {
            weekdays = List.copyOf(weekdays);
        }

        @Override
        public Stream<LocalDate> in(int year) {
            return pattern.in(year).filter(date -> weekdays.contains(date.getDayOfWeek()));
        }
    }

    /** Only the days of a span of time, both ends included. */
    record Within(DayPattern pattern, LocalDate first, LocalDate last) implements DayPattern {

        @Override
        public Stream<LocalDate> in(int year) {
            return pattern.in(year).filter(date -> !date.isBefore(first) && !date.isAfter(last));
        }
    }

    /** Only some years, or all but some. */
    record InYears(DayPattern pattern, List<Integer> years, boolean included) implements DayPattern {

        /** Copies. */
        public InYears {
            years = List.copyOf(years);
        }

        @Override
        public Stream<LocalDate> in(int year) {
            return years.contains(year) == included ? pattern.in(year) : Stream.of();
        }
    }
}
