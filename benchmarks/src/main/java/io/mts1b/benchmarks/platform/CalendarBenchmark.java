package io.mts1b.benchmarks.platform;

import io.mts1b.foundation.time.Session;
import io.mts1b.platform.calendars.Calendars;
import io.mts1b.platform.calendars.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Questions to a calendar about random instants and dates of ten years, beside tables of the same sessions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CalendarBenchmark {

    private static final int COUNT = 1_024;
    private static final LocalDate FROM = LocalDate.of(2015, 1, 1);
    private static final LocalDate TO = LocalDate.of(2024, 12, 31);
    private static final int SEED = 7;

    private final TradingCalendar calendar = Calendars.of("XNYS");
    private final Map<LocalDate, Session> byDate = new HashMap<>();
    private final TreeMap<Long, Long> closeByOpen = new TreeMap<>();
    private final long[] instants = new long[COUNT];
    private final LocalDate[] dates = new LocalDate[COUNT];
    private int next;

    /** For JMH. */
    public CalendarBenchmark() {
        for (Session session : calendar.sessions(FROM, TO)) {
            byDate.put(session.date(), session);
            closeByOpen.put(nanos(session.open()), nanos(session.close()));
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < COUNT; i++) {
            dates[i] = LocalDate.ofEpochDay(random.nextLong(FROM.toEpochDay(), TO.toEpochDay()));
            instants[i] = TimeUnit.DAYS.toNanos(dates[i].toEpochDay()) + random.nextLong(TimeUnit.DAYS.toNanos(1));
        }
    }

    private static long nanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }

    private int next() {
        next = (next + 1) & (COUNT - 1);
        return next;
    }

    @Benchmark
    public boolean isOpen() {
        return calendar.isOpenAt(instants[next()]);
    }

    @Benchmark
    public boolean isOpenByTree() {
        return isOpenByTree(instants[next()]);
    }

    private boolean isOpenByTree(long nanos) {
        Map.Entry<Long, Long> session = closeByOpen.floorEntry(nanos);
        return session != null && nanos < session.getValue();
    }

    @Benchmark
    public Optional<Session> session() {
        return calendar.session(dates[next()]);
    }

    @Benchmark
    public Optional<Session> sessionByTable() {
        return Optional.ofNullable(byDate.get(dates[next()]));
    }

    boolean sameOpens() {
        boolean same = true;
        for (long instant : instants) {
            same &= calendar.isOpenAt(instant) == isOpenByTree(instant);
        }
        return same;
    }

    boolean sameSessions() {
        boolean same = true;
        for (LocalDate date : dates) {
            same &= calendar.session(date).equals(Optional.ofNullable(byDate.get(date)));
        }
        return same;
    }
}
