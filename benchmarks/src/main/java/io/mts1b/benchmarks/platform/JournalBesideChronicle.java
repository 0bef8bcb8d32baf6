package io.mts1b.benchmarks.platform;

import io.mts1b.benchmarks.measurement.Contest;
import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Contest.Outcome;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.ScratchFolder;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.Journal;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.platform.journal.JournalReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Records of 128 bytes: made durable by several writers, written by one, and read again. The journal chains and checks
 * what it writes, and checks all it reads; Chronicle Queue does neither.
 */
public final class JournalBesideChronicle implements Measurement {

    private static final int RECORD_BYTES = 128;
    private static final String PEER = "Chronicle";

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public JournalBesideChronicle() {}

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        List<Row> rows = new ArrayList<>();
        progress.accept("measuring durable appends to the journal");
        int durable = effort.of(DurableAppends.WRITERS * 50_000, DurableAppends.WRITERS * 1_000);
        rows.addAll(new Contest(PEER, durable, effort)
                .rows(
                        List.of(
                                new Figure("journal group, append", "ns"),
                                new Figure("journal group, p50", "us"),
                                new Figure("journal group, p99", "us")),
                        () -> durable(durable),
                        () -> ChroniclePeer.durable(durable)));
        progress.accept("measuring appends to the journal");
        int async = effort.of(2_000_000, 2_000);
        rows.addAll(new Contest(PEER, async, effort)
                .rows(
                        List.of(new Figure("journal async, append", "ns")),
                        () -> async(async),
                        () -> ChroniclePeer.async(async)));
        progress.accept("measuring recovery of a journal of 1 GB");
        int old = effort.of(1_000_000_000 / RECORD_BYTES, 10_000);
        try (ScratchFolder folder = new ScratchFolder();
                ScratchFolder theirs = new ScratchFolder()) {
            fill(folder.path(), old);
            ChroniclePeer.fill(theirs.path(), old);
            rows.addAll(new Contest(PEER, old, effort)
                    .rows(
                            List.of(new Figure("journal recovery, 1 GB", "s")),
                            () -> recover(folder.path()),
                            () -> ChroniclePeer.recover(theirs.path())));
        }
        return rows;
    }

    /** Makes a record that is its number, and then some. */
    static byte[] record(long number) {
        return ByteBuffer.allocate(RECORD_BYTES).putLong(number).array();
    }

    static long number(byte[] record) {
        return ByteBuffer.wrap(record).getLong();
    }

    private static Outcome durable(int count) throws Exception {
        try (ScratchFolder folder = new ScratchFolder();
                Journal journal = Journal.open(folder.path(), JournalOptions.of(DurabilityPolicy.GROUP))) {
            Outcome outcome = DurableAppends.measure(count, () -> new DurableAppends.Writer() {

                private long last;

                @Override
                public void append(byte[] record) {
                    last = journal.submit(record);
                }

                @Override
                public void sync() {
                    journal.awaitDurable(last);
                }
            });
            return new Outcome(outcome.values(), journal.durable());
        }
    }

    private static Outcome async(int count) throws IOException {
        try (ScratchFolder folder = new ScratchFolder()) {
            long start = System.nanoTime();
            fill(folder.path(), count);
            return Outcome.of((double) (System.nanoTime() - start) / count, count);
        }
    }

    private static void fill(Path folder, int count) {
        try (Journal journal = Journal.open(folder, JournalOptions.of(DurabilityPolicy.ASYNC))) {
            for (int i = 0; i < count; i++) {
                journal.submit(record(i));
            }
            journal.flush();
        }
    }

    /** What a service does when it starts: opens the log for writing, and reads it from its beginning. */
    private static Outcome recover(Path folder) {
        long start = System.nanoTime();
        long sum = 0;
        try (Journal journal = Journal.open(folder, JournalOptions.of(DurabilityPolicy.GROUP));
                JournalReader reader = journal.read(1)) {
            while (reader.next()) {
                sum += number(reader.payload());
            }
        }
        return Outcome.of((System.nanoTime() - start) / 1e9, sum);
    }
}
