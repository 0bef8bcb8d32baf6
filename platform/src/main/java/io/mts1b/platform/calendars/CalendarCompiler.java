package io.mts1b.platform.calendars;

import io.mts1b.foundation.time.Session;
import io.mts1b.platform.calendars.DayRule.Effect.Closed;
import io.mts1b.platform.calendars.DayRule.Effect.ClosesAt;
import io.mts1b.platform.calendars.DayRule.Effect.Open;
import io.mts1b.platform.calendars.DayRule.Effect.OpensAt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turns the rules of a calendar into its sessions. Confined to one thread; used once. */
final class CalendarCompiler {

    private final CalendarRules rules;
    private final SortedMap<LocalDate, List<DayRule>> closed = new TreeMap<>();
    private final TreeSet<LocalDate> open = new TreeSet<>();
    private final SortedMap<LocalDate, Integer> opens = new TreeMap<>();
    private final SortedMap<LocalDate, Integer> closes = new TreeMap<>();

    private CalendarCompiler(CalendarRules rules) {
        this.rules = rules;
    }

    /**
     * Compiles.
     *
     * @param rules what to compile
     * @return the calendar
     * @throws IllegalArgumentException if the rules make a session that closes before it opens, or two that
     *     overlap
     */
    static TradingCalendar compile(CalendarRules rules) {
        return new CalendarCompiler(rules).compile();
    }

    /** A holiday that is lost on the day it falls on. */
    private record Lost(LocalDate date, DayRule line) {}

    private TradingCalendar compile() {
        List<Lost> lost = new ArrayList<>();
        for (DayRule line : rules.lines()) {
            days(line).forEach(date -> apply(line, date, lost));
        }
        lost.sort(Comparator.comparing(Lost::date));
        lost.forEach(this::substitute);
        List<Session> sessions = rules.known()
                .first()
                .datesUntil(rules.known().last().plusDays(1))
                .filter(date -> open.contains(date) || (isInWeek(date) && !closed.containsKey(date)))
                .map(this::session)
                .toList();
        requireOrder(sessions);
        return new TradingCalendar(rules, closures(), sessions);
    }

    /** The years around the known ones take part, because a holiday may move across New Year. */
    private Stream<LocalDate> days(DayRule line) {
        return IntStream.rangeClosed(
                        rules.known().first().getYear() - 1,
                        rules.known().last().getYear() + 1)
                .boxed()
                .flatMap(year -> line.days().in(year));
    }

    private void apply(DayRule line, LocalDate date, List<Lost> lost) {
        switch (line.effect()) {
            case Closed() -> {
                if (line.isSubstituted(date)) {
                    lost.add(new Lost(date, line));
                } else {
                    close(date, line);
                }
            }
            case Open() -> open.add(date);
            case OpensAt(int minute) -> opens.merge(date, minute, Math::max);
            case ClosesAt(int minute) -> closes.merge(date, minute, Math::min);
        }
    }

    private void close(LocalDate date, DayRule line) {
        closed.computeIfAbsent(date, _ -> new ArrayList<>()).add(line);
    }

    private void substitute(Lost holiday) {
        LocalDate date = holiday.date().plusDays(1);
        while (!isInWeek(date) || closed.containsKey(date)) {
            date = date.plusDays(1);
        }
        close(date, holiday.line());
    }

    private SortedMap<LocalDate, Closure> closures() {
        SortedMap<LocalDate, Closure> closures = new TreeMap<>();
        closed.forEach((date, lines) -> {
            if (isInWeek(date) && !open.contains(date)) {
                closures.put(date, closure(date, lines));
            }
        });
        return closures;
    }

    private static Closure closure(LocalDate date, List<DayRule> lines) {
        String reason = lines.stream().map(DayRule::name).distinct().collect(Collectors.joining(", "));
        List<String> sources = lines.stream()
                .flatMap(line -> line.source().stream())
                .distinct()
                .toList();
        return new Closure(date, reason, sources);
    }

    private boolean isInWeek(LocalDate date) {
        return rules.week().contains(date.getDayOfWeek());
    }

    private Session session(LocalDate date) {
        Hours hours = rules.hours(date);
        int from = opens.getOrDefault(date, hours.open());
        int to = closes.getOrDefault(date, hours.close());
        if (from >= to) {
            throw new IllegalArgumentException(rules.name() + " must close after it opens, did not on " + date);
        }
        List<Session.Break> breaks = hours.breaks().stream()
                .filter(each -> each.start() > from && each.end() < to)
                .map(each -> new Session.Break(instant(date, each.start()), instant(date, each.end())))
                .toList();
        return new Session(date, instant(date, from), instant(date, to), breaks);
    }

    private Instant instant(LocalDate date, int minute) {
        return date.atStartOfDay().plusMinutes(minute).atZone(rules.zone()).toInstant();
    }

    private void requireOrder(List<Session> sessions) {
        for (int i = 1; i < sessions.size(); i++) {
            Session before = sessions.get(i - 1);
            Session after = sessions.get(i);
            if (after.open().isBefore(before.close())) {
                throw new IllegalArgumentException(
                        rules.name() + " must not open on " + after.date() + " before it closes on " + before.date());
            }
        }
    }
}
