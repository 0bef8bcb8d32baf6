package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What the tests of the journal write and read: the payload of a record follows from its number. */
final class Logs {

    /** So small that a few records fill a segment. */
    static final long SMALL_SEGMENT = 1024;

    private Logs() {}

    static JournalOptions small(DurabilityPolicy policy) {
        return new JournalOptions(policy, SMALL_SEGMENT);
    }

    /** Bytes that nothing but this record has, of a length from 0 to 199. */
    static byte[] payload(long sequence) {
        SplittableRandom random = new SplittableRandom(sequence);
        byte[] payload = new byte[random.nextInt(200)];
        random.nextBytes(payload);
        return payload;
    }

    /** Appends the next records of a log, each on its own. */
    static void append(Journal journal, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(journal.append(payload(journal.durable() + 1))).isEqualTo(journal.durable());
        }
    }

    /** Writes a log of some records, each in a batch of its own, and closes it. */
    static void write(Path directory, JournalOptions options, int count) {
        try (Journal journal = Journal.open(directory, options)) {
            append(journal, count);
        }
    }

    /** Reads a log to its end, checks every record against its number, and returns the last number. */
    static long readAll(Path directory) {
        long last = 0;
        try (JournalReader reader = JournalReader.open(directory, 1)) {
            while (reader.next()) {
                last++;
                assertThat(reader.sequence()).isEqualTo(last);
                assertThat(reader.payload()).isEqualTo(payload(last));
            }
        }
        return last;
    }

    /** Returns the segments, oldest first. */
    static List<Path> segments(Path directory) throws IOException {
        return new ArrayList<>(new JournalDirectory(directory).segments().values());
    }

    static Path lastSegment(Path directory) throws IOException {
        return segments(directory).getLast();
    }

    /** Makes a fresh copy of a log that a test may damage. */
    static Path copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> old = Files.list(to)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }
}
