package io.mts1b.platform.calendars;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.time.MarketCalendar;
import io.mts1b.foundation.time.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The sessions of one market, compiled into arrays.
 *
 * <p>Immutable and thread-safe. A question about one date or one instant costs a few array accesses and
 * allocates nothing; the instants of the hot path are epoch nanoseconds.
 */
public final class TradingCalendar implements MarketCalendar {

    private static final long NANOS_A_SECOND = 1_000_000_000;

    private final CalendarRules rules;
    private final SortedMap<LocalDate, Closure> closures;

    /** Kept as they are handed out, so that handing out allocates nothing. */
    private final List<Optional<Session>> sessions;

    private final long firstDay;

    /** By known day, and one more: how many sessions came before it. */
    private final int[] sessionsBefore;

    private final TimeIndex opens;
    private final TimeIndex closes;

    /** Opens, closes and the ends of breaks in one line: the market trades after an odd number of them. */
    private final TimeIndex edges;

    private final long knownFrom;
    private final long knownUntil;

    TradingCalendar(CalendarRules rules, SortedMap<LocalDate, Closure> closures, List<Session> sessions) {
        Require.that(!sessions.isEmpty(), "sessions must not be empty, was " + rules.name() + " " + rules.known());
        this.rules = rules;
        this.closures = closures;
        this.sessions = sessions.stream().map(Optional::of).toList();
        this.firstDay = rules.known().first().toEpochDay();
        this.sessionsBefore = countByDay(rules.known(), sessions);
        this.opens = new TimeIndex(
                sessions.stream().mapToLong(each -> nanos(each.open())).toArray());
        this.closes = new TimeIndex(
                sessions.stream().mapToLong(each -> nanos(each.close())).toArray());
        this.edges = new TimeIndex(sessions.stream()
                .flatMap(TradingCalendar::edges)
                .mapToLong(TradingCalendar::nanos)
                .toArray());
        this.knownFrom = nanos(rules.known().first().atStartOfDay(rules.zone()).toInstant());
        this.knownUntil = nanos(endOfKnown(rules));
    }

    @Override
    public String name() {
        return rules.name();
    }

    /**
     * Returns the market's own name.
     *
     * @return the name, such as {@code New York Stock Exchange}
     */
    public String title() {
        return rules.title();
    }

    @Override
    public ZoneId zone() {
        return rules.zone();
    }

    @Override
    public LocalDate firstDate() {
        return rules.known().first();
    }

    @Override
    public LocalDate lastDate() {
        return rules.known().last();
    }

    /**
     * Returns up to when the holidays were announced; later ones follow from rules and from tables of the moon,
     * and an exchange may yet decide otherwise.
     *
     * @return the last date announced, in the known range
     */
    public LocalDate announcedThrough() {
        return rules.known().announced();
    }

    @Override
    public boolean isSession(LocalDate date) {
        int day = day(date);
        return sessionsBefore[day] < sessionsBefore[day + 1];
    }

    @Override
    public Optional<Session> session(LocalDate date) {
        int day = day(date);
        int index = sessionsBefore[day];
        return index < sessionsBefore[day + 1] ? sessions.get(index) : Optional.empty();
    }

    @Override
    public List<Session> sessions(LocalDate from, LocalDate to) {
        int start = sessionsBefore[day(from)];
        int end = sessionsBefore[day(to) + 1];
        return sessions.subList(start, Math.max(start, end)).stream()
                .map(Optional::orElseThrow)
                .toList();
    }

    /**
     * Counts the sessions of a range of dates.
     *
     * @param from the first date, in the known range
     * @param to the last date, included, in the known range
     * @return how many there are; 0 if {@code to} is before {@code from}
     * @throws IllegalArgumentException if a date is outside the known range
     */
    public int count(LocalDate from, LocalDate to) {
        return Math.max(0, sessionsBefore[day(to) + 1] - sessionsBefore[day(from)]);
    }

    @Override
    public Session next(LocalDate date) {
        return session(sessionsBefore[day(date) + 1], "after", date);
    }

    @Override
    public Session previous(LocalDate date) {
        return session(sessionsBefore[day(date)] - 1, "before", date);
    }

    @Override
    public Optional<Session> sessionAt(Instant instant) {
        long epochNanos = known(instant);
        int opened = opens.rank(epochNanos);
        return opened > closes.rank(epochNanos) ? sessions.get(opened - 1) : Optional.empty();
    }

    /**
     * Tells whether the market trades at an instant, breaks left out.
     *
     * @param epochNanos the instant, in nanoseconds since 1970-01-01T00:00Z, in the known range
     * @return true from an open (included) to a close (excluded), and not in a break
     * @throws IllegalArgumentException if it is outside the known range
     */
    public boolean isOpenAt(long epochNanos) {
        return (edges.rank(known(epochNanos)) & 1) == 1;
    }

    /**
     * Returns the first open after an instant.
     *
     * @param epochNanos the instant, in nanoseconds since 1970-01-01T00:00Z, in the known range
     * @return when the next session opens, in the same unit
     * @throws IllegalArgumentException if the search leaves the known range
     */
    public long nextOpen(long epochNanos) {
        return next(opens, epochNanos);
    }

    /**
     * Returns the first close after an instant.
     *
     * @param epochNanos the instant, in nanoseconds since 1970-01-01T00:00Z, in the known range
     * @return when the session closes that trades now or next, in the same unit
     * @throws IllegalArgumentException if the search leaves the known range
     */
    public long nextClose(long epochNanos) {
        return next(closes, epochNanos);
    }

    /**
     * Returns the minutes in which the market trades on a date, breaks left out.
     *
     * @param date a date in the known range
     * @return when each minute begins, in order; the bar of the last one ends at the close. Empty if there is
     *     no session
     * @throws IllegalArgumentException if the date is outside the known range
     */
    public List<Instant> minutes(LocalDate date) {
        List<Instant> minutes = new ArrayList<>();
        session(date).ifPresent(session -> {
            for (Instant at = session.open(); at.isBefore(session.close()); at = at.plus(Duration.ofMinutes(1))) {
                if (session.isOpenAt(at)) {
                    minutes.add(at);
                }
            }
        });
        return List.copyOf(minutes);
    }

    /**
     * Tells why there is no session on a day of the trading week.
     *
     * @param date a date in the known range
     * @return the reason; empty if the market trades, and on the days of the week on which it never does
     * @throws IllegalArgumentException if the date is outside the known range
     */
    public Optional<Closure> closure(LocalDate date) {
        day(date);
        return Optional.ofNullable(closures.get(date));
    }

    /**
     * Returns the holidays and the other days of the trading week without a session in a range of dates.
     *
     * @param from the first date, in the known range
     * @param to the last date, included, in the known range
     * @return the days in order; empty if {@code to} is before {@code from}
     * @throws IllegalArgumentException if a date is outside the known range
     */
    public List<Closure> closures(LocalDate from, LocalDate to) {
        return day(from) > day(to)
                ? List.of()
                : List.copyOf(closures.subMap(from, to.plusDays(1)).values());
    }

    @Override
    public String toString() {
        return name() + " " + firstDate() + ".." + lastDate();
    }

    private Session session(int index, String side, LocalDate date) {
        if (index < 0 || index >= sessions.size()) {
            throw outside("session " + side + " " + date);
        }
        return sessions.get(index).orElseThrow();
    }

    private int day(LocalDate date) {
        long day = date.toEpochDay() - firstDay;
        if (day < 0 || day >= sessionsBefore.length - 1) {
            throw outside("date " + date);
        }
        return (int) day;
    }

    private long known(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < knownFrom / NANOS_A_SECOND || second >= knownUntil / NANOS_A_SECOND) {
            throw outside("instant " + instant);
        }
        return nanos(instant);
    }

    private long known(long epochNanos) {
        if (epochNanos < knownFrom || epochNanos >= knownUntil) {
            throw outside("instant " + epochNanos + " ns");
        }
        return epochNanos;
    }

    private long next(TimeIndex index, long epochNanos) {
        int rank = index.rank(known(epochNanos));
        if (rank == index.size()) {
            throw outside("search from " + epochNanos + " ns");
        }
        return index.get(rank);
    }

    private IllegalArgumentException outside(String asked) {
        return new IllegalArgumentException(
                asked + " is outside what " + name() + " knows, " + firstDate() + " to " + lastDate());
    }

    private static int[] countByDay(CalendarRules.Known known, List<Session> sessions) {
        int days = Math.toIntExact(known.last().toEpochDay() - known.first().toEpochDay() + 1);
        int[] before = new int[days + 1];
        int counted = 0;
        for (int day = 0; day < days; day++) {
            before[day] = counted;
            if (counted < sessions.size()
                    && sessions.get(counted).date().equals(known.first().plusDays(day))) {
                counted++;
            }
        }
        before[days] = counted;
        return before;
    }

    private static Stream<Instant> edges(Session session) {
        return Stream.of(
                        Stream.of(session.open()),
                        session.breaks().stream().flatMap(pause -> Stream.of(pause.start(), pause.end())),
                        Stream.of(session.close()))
                .flatMap(each -> each);
    }

    /** A night session of the day after the last one is not known, so neither is the evening it opens on. */
    private static Instant endOfKnown(CalendarRules rules) {
        Hours hours = rules.hours(rules.known().last());
        return rules.known()
                .last()
                .plusDays(1)
                .atStartOfDay()
                .plusMinutes(Math.min(0, hours.open()))
                .atZone(rules.zone())
                .toInstant();
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_A_SECOND), instant.getNano());
    }
}
