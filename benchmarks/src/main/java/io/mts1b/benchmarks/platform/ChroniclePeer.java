package io.mts1b.benchmarks.platform;

import io.mts1b.benchmarks.measurement.Contest.Outcome;
import io.mts1b.benchmarks.measurement.ScratchFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.SyncMode;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;

/** The same records in a queue of Chronicle, which syncs by {@code msync}. */
final class ChroniclePeer {

    /** What it needs on a JDK of today; and it must not tell its makers that we use it. */
    static final List<String> JVM_OPTIONS = Stream.concat(
                    Stream.of("-Dchronicle.analytics.disable=true", "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"),
                    Stream.of(
                                    "java.base/jdk.internal.ref",
                                    "java.base/sun.nio.ch",
                                    "java.base/java.lang",
                                    "java.base/java.lang.reflect",
                                    "java.base/java.io",
                                    "java.base/java.nio",
                                    "java.base/java.util",
                                    "jdk.compiler/com.sun.tools.javac")
                            .map(module -> "--add-opens=" + module + "=ALL-UNNAMED"))
            .toList();

    private ChroniclePeer() {}

    private static ChronicleQueue open(Path folder, SyncMode sync) {
        return SingleChronicleQueueBuilder.single(folder.toString())
                .syncMode(sync)
                .build();
    }

    private static Bytes<?> bytes(DocumentContext document) {
        return Objects.requireNonNull(document.wire(), "wire").bytes();
    }

    private static void append(ExcerptAppender appender, byte[] record) {
        try (DocumentContext document = appender.writingDocument()) {
            bytes(document).write(record);
        }
    }

    static Outcome durable(int count) throws Exception {
        try (ScratchFolder folder = new ScratchFolder();
                ChronicleQueue queue = open(folder.path(), SyncMode.SYNC)) {
            return DurableAppends.measure(count, () -> {
                ExcerptAppender appender = queue.createAppender();
                return new DurableAppends.Writer() {

                    @Override
                    public void append(byte[] record) {
                        ChroniclePeer.append(appender, record);
                    }

                    @Override
                    public void sync() {
                        appender.sync();
                    }
                };
            });
        }
    }

    static Outcome async(int count) throws IOException {
        try (ScratchFolder folder = new ScratchFolder()) {
            long start = System.nanoTime();
            fill(folder.path(), count);
            return Outcome.of((double) (System.nanoTime() - start) / count, count);
        }
    }

    static void fill(Path folder, int count) {
        try (ChronicleQueue queue = open(folder, SyncMode.NONE);
                ExcerptAppender appender = queue.createAppender()) {
            for (int i = 0; i < count; i++) {
                append(appender, JournalBesideChronicle.record(i));
            }
        }
    }

    static Outcome recover(Path folder) {
        long start = System.nanoTime();
        long sum = 0;
        try (ChronicleQueue queue = open(folder, SyncMode.NONE);
                ExcerptTailer tailer = queue.createTailer()) {
            while (true) {
                try (DocumentContext document = tailer.readingDocument()) {
                    if (!document.isPresent()) {
                        return Outcome.of((System.nanoTime() - start) / 1e9, sum);
                    }
                    Bytes<?> bytes = bytes(document);
                    byte[] record = new byte[(int) bytes.readRemaining()];
                    bytes.read(record);
                    sum += JournalBesideChronicle.number(record);
                }
            }
        }
    }
}
