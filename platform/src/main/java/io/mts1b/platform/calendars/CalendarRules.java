package io.mts1b.platform.calendars;

import io.mts1b.foundation.Require;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a calendar is compiled from.
 *
 * @param name the market identifier
 * @param title the market's own name
 * @param zone where its clock hangs
 * @param known the dates it answers for
 * @param week the weekdays on which it trades
 * @param hours the hours of a regular session, oldest first, the last without an end
 * @param lines the holidays and the days with special hours, in the order of the file
 */
record CalendarRules(
        String name,
        String title,
        ZoneId zone,
        Known known,
        List<DayOfWeek> week,
        List<Hours> hours,
        List<DayRule> lines) {

    /** Validates, and copies. */
    public CalendarRules {
        Require.visible("name", name, 16);
        Require.note("title", title, 120);
        week = List.copyOf(week);
        hours = List.copyOf(hours);
        lines = List.copyOf(lines);
        Require.that(!week.isEmpty(), "week must have a day");
        Require.that(!hours.isEmpty(), "hours must not be empty");
        for (int i = 1; i < hours.size(); i++) {
            Require.that(
                    hours.get(i - 1).until().isBefore(hours.get(i).until()),
                    "hours must be in order of their end, was "
                            + hours.get(i - 1).until() + " before "
                            + hours.get(i).until());
        }
        Require.that(!hours.getLast().until().isBefore(known.last()), "hours must reach " + known.last());
    }

    /**
     * A range of dates.
     *
     * @param first its start, included
     * @param last its end, included
     * @param announced the last day whose holidays were announced; what follows is by rule alone
     */
    record Known(LocalDate first, LocalDate last, LocalDate announced) {

        /** The years whose instants can be told in epoch nanoseconds. */
        private static final int FIRST_YEAR = 1678;

        private static final int LAST_YEAR = 2261;

        /** Validates. */
        public Known {
            Require.that(
                    first.getYear() >= FIRST_YEAR && last.getYear() <= LAST_YEAR,
                    "known must be within " + FIRST_YEAR + " to " + LAST_YEAR + ", was " + first + " to " + last);
            Require.that(!last.isBefore(first), "known must end after its start " + first + ", was " + last);
            Require.that(!announced.isAfter(last), "announced must be known, to " + last + ", was " + announced);
        }
    }

    /**
     * Returns the regular hours of a date.
     *
     * @param date a known date
     * @return the hours
     */
    Hours hours(LocalDate date) {
        for (Hours each : hours) {
            if (!date.isAfter(each.until())) {
                return each;
            }
        }
        throw new IllegalStateException("hours must reach " + known.last() + ", did not reach " + date);
    }
}
