package io.mts1b.frontends.demo;

import io.mts1b.foundation.time.MarketCalendar;
import io.mts1b.foundation.time.Session;
import io.mts1b.platform.calendars.Calendars;
import io.mts1b.platform.calendars.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a universe trades: its calendar, the dates of its bars that are sessions, and the month ends among
 * them.
 *
 * @param calendar the calendar
 * @param sessions the sessions that have a bar, in order
 * @param dropped the dates of bars that are not sessions
 */
record Timetable(MarketCalendar calendar, List<Session> sessions, List<LocalDate> dropped) {

    private static final String EXCHANGE = "XNYS";
    private static final String EVERY_DAY = "24-7";

    /** Of the bars on dates without a session, more than one in so many says that the calendar is wrong. */
    private static final int TOLERANCE = 100;

    /** Makes the timetable of a calendar, or of the first that fits the dates. */
    static Timetable of(String calendarName, List<LocalDate> dates) {
        if (!calendarName.equals(RunPlan.Request.AUTO)) {
            return of(named(calendarName), dates);
        }
        MarketCalendar exchange = Calendars.of(EXCHANGE);
        if (knows(exchange, dates)) {
            Timetable timetable = of(exchange, dates);
            if (timetable.dropped.size() * TOLERANCE <= dates.size()) {
                return timetable;
            }
        }
        return of(Calendars.of(EVERY_DAY), dates);
    }

    private static MarketCalendar named(String name) {
        try {
            return Calendars.of(name);
        } catch (IllegalArgumentException e) {
            throw new RefusedRunException("--" + e.getMessage());
        }
    }

    private static Timetable of(MarketCalendar calendar, List<LocalDate> dates) {
        if (!knows(calendar, dates)) {
            throw new RefusedRunException("bars from " + dates.getFirst() + " to " + dates.getLast()
                    + " are beyond what calendar " + calendar.name() + " knows, " + calendar.firstDate() + " to "
                    + calendar.lastDate());
        }
        List<Session> sessions = new ArrayList<>();
        List<LocalDate> dropped = new ArrayList<>();
        for (LocalDate date : dates) {
            Optional<Session> session = calendar.session(date);
            session.ifPresentOrElse(sessions::add, () -> dropped.add(date));
        }
        if (sessions.size() <= dropped.size()) {
            throw new RefusedRunException("calendar " + calendar.name() + " has no session on " + dropped.size()
                    + " of the " + dates.size() + " dates, the first being " + dropped.getFirst()
                    + "; name the calendar of the data with --calendar");
        }
        return new Timetable(calendar, sessions, dropped);
    }

    private static boolean knows(MarketCalendar calendar, List<LocalDate> dates) {
        return !dates.getFirst().isBefore(calendar.firstDate())
                && !dates.getLast().isAfter(calendar.lastDate());
    }

    /** Returns the last session with a bar of every month that the calendar says is over. */
    SortedSet<LocalDate> monthEnds() {
        NavigableSet<LocalDate> dates = new TreeSet<>();
        sessions.forEach(session -> dates.add(session.date()));
        SortedSet<LocalDate> ends = new TreeSet<>();
        for (LocalDate end : Schedule.monthEnd().dates(calendar, dates.first(), dates.last())) {
            LocalDate last = dates.floor(end);
            if (last != null && !last.isBefore(end.withDayOfMonth(1))) {
                ends.add(last);
            }
        }
        return ends;
    }
}
