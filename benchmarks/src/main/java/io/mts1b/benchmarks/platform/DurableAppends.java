package io.mts1b.benchmarks.platform;

import io.mts1b.benchmarks.measurement.Contest.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Several threads that each append some records, wait until they are durable, and go on. */
final class DurableAppends {

    static final int WRITERS = 4;

    /** How many records a writer appends before it waits. */
    private static final int BURST = 250;

    private DurableAppends() {}

    /** Where a thread appends. */
    interface Writer {

        void append(byte[] record);

        /** Waits until all it has appended is durable. */
        void sync();
    }

    /** Appends some records in all; the result is how many. */
    static Outcome measure(int count, Callable<Writer> writers) throws Exception {
        long[] latencies = new long[count];
        int share = count / WRITERS;
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            long start = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (int from : IntStream.range(0, WRITERS).map(i -> i * share).toArray()) {
                all.add(threads.submit(() -> {
                    append(writers.call(), latencies, from, from + share);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            double nanos = System.nanoTime() - start;
            Arrays.sort(latencies);
            return new Outcome(
                    List.of(nanos / count, latencies[count / 2] / 1e3, latencies[count / 100 * 99] / 1e3),
                    (long) count);
        }
    }

    /** Notes for each record how long it took from the moment it was handed in until it was durable. */
    private static void append(Writer writer, long[] latencies, int from, int to) {
        for (int first = from; first < to; first += BURST) {
            int end = Math.min(to, first + BURST);
            for (int i = first; i < end; i++) {
                latencies[i] = System.nanoTime();
                writer.append(JournalBesideChronicle.record(i));
            }
            writer.sync();
            long now = System.nanoTime();
            for (int i = first; i < end; i++) {
                latencies[i] = now - latencies[i];
            }
        }
    }
}
