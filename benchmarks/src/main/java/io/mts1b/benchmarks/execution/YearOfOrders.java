package io.mts1b.benchmarks.execution;

import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Contest.Outcome;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.ScratchFolder;
import io.mts1b.benchmarks.measurement.Solo;
import io.mts1b.oms.EventLog;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsJournal;
import io.mts1b.oms.OmsPolicy;
import io.mts1b.oms.api.LogFeed;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.riskengine.RiskEngine;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether a process that sees a year of order flow needs more memory at its end than at its beginning. */
public final class YearOfOrders implements Measurement {

    private static final int TENTHS = 10;

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public YearOfOrders() {}

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        long events = effort.events(10_000_000, 50_000);
        progress.accept("measuring the heap over " + events + " events");
        List<Double> heap = new ArrayList<>();
        try (ScratchFolder folder = new ScratchFolder()) {
            run(folder.path().resolve("journal"), events, heap, progress);
        }
        Solo once = new Solo(1, Effort.QUICK);
        double grown = heap.getLast() - heap.getFirst();
        return List.of(
                once.row(new Figure("heap after a year of order flow", "MB"), () -> Outcome.of(heap.getLast(), heap)),
                once.row(
                        new Figure("heap that the last nine tenths of a year added", "MB"),
                        () -> Outcome.of(grown, heap)));
    }

    private static void run(Path journal, long events, List<Double> heap, Consumer<String> progress) {
        Counted[] log = new Counted[1];
        OrderFlow flow = new OrderFlow();
        try (Oms oms = OmsJournal.open(
                journal,
                JournalOptions.of(DurabilityPolicy.ASYNC),
                around -> {
                    log[0] = new Counted(new LogFeed(around));
                    return log[0];
                },
                new RiskEngine(RiskEngine.Mode.REPORT_ALL),
                OmsPolicy.STANDARD,
                flow)) {
            flow.begin(oms);
            for (int round = 0; heap.size() < TENTHS; round++) {
                flow.round(oms, round);
                if (log[0].count * TENTHS >= events * (heap.size() + 1)) {
                    heap.add(heap());
                    progress.accept(
                            String.format(Locale.ROOT, "%,d events, heap %.1f MB", log[0].count, heap.getLast()));
                }
            }
        }
    }

    /** Returns the megabytes of the heap that are in use after a full collection. */
    private static double heap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** A log that counts what is added. */
    private static final class Counted implements EventLog {

        private final EventLog log;
        private long count;

        Counted(EventLog log) {
            this.log = log;
        }

        @Override
        public void replay(long after, Consumer<OmsEvent> consumer) {
            log.replay(after, consumer);
        }

        @Override
        public Optional<Snapshot> snapshot() {
            return log.snapshot();
        }

        @Override
        public void save(List<byte[]> parts) {
            log.save(parts);
        }

        @Override
        public void append(OmsEvent event) {
            log.append(event);
            count++;
        }

        @Override
        public void flush() {
            log.flush();
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
