package io.mts1b.benchmarks.platform;

import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Fork;
import io.mts1b.benchmarks.measurement.JmhRun;
import io.mts1b.benchmarks.measurement.Pair;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The run-time primitives beside what others would take. */
public final class PlatformSuite implements Suite {

    /** Makes the suite. */
    public PlatformSuite() {}

    @Override
    public String name() {
        return "platform";
    }

    @Override
    public String description() {
        return "the run-time primitives beside the Disruptor, jnats, Chronicle Queue, Jackson and others";
    }

    @Override
    public List<Row> run(Effort effort, Consumer<String> progress) {
        List<Row> rows = new ArrayList<>();
        rows.addAll(Fork.rows(BusInProcess.class, effort, List.of(), progress));
        rows.addAll(Fork.rows(BusOnNats.class, effort, List.of(), progress));
        rows.addAll(Fork.rows(JournalBesideChronicle.class, effort, ChroniclePeer.JVM_OPTIONS, progress));
        rows.addAll(Fork.rows(RedactedLines.class, effort, List.of(), progress));
        rows.addAll(Fork.rows(StartOfAService.class, effort, List.of(), progress));
        rows.addAll(json(effort, progress));
        rows.addAll(lookups(effort, progress));
        return rows;
    }

    private static List<Row> json(Effort effort, Consumer<String> progress) {
        JsonBenchmark work = new JsonBenchmark();
        return new JmhRun(JsonBenchmark.class, effort)
                .rows(
                        List.of(
                                new Pair("write an event", "write", "databind", "writeByDatabind", work::writesTheSame),
                                new Pair("read an event", "read", "databind", "readByDatabind", work::readsTheSame)),
                        progress);
    }

    private static List<Row> lookups(Effort effort, Consumer<String> progress) {
        CalendarBenchmark work = new CalendarBenchmark();
        return new JmhRun(CalendarBenchmark.class, effort)
                .rows(
                        List.of(
                                new Pair("is it open at", "isOpen", "TreeMap", "isOpenByTree", work::sameOpens),
                                new Pair("session of", "session", "HashMap", "sessionByTable", work::sameSessions)),
                        progress);
    }
}
