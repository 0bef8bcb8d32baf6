package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that a crash cut short. */
class JournalTornTailTest {

    private static final int WHOLE = 7;
    private static final JournalOptions OPTIONS = JournalOptions.of(DurabilityPolicy.GROUP);

    @TempDir
    private Path temp;

    private Path log;
    private Path damaged;

    /** Seven records of a batch each, then five that are one batch. */
    @BeforeEach
    void write() {
        log = temp.resolve("log");
        damaged = temp.resolve("damaged");
        Logs.write(log, OPTIONS, WHOLE);
        try (Journal journal = Journal.open(log, OPTIONS)) {
            for (long sequence = WHOLE + 1; sequence <= 12; sequence++) {
                journal.submit(Logs.payload(sequence));
            }
        }
    }

    @Test
    void the_tail_is_dropped_wherever_it_was_cut() throws IOException {
        long size = Files.size(Logs.lastSegment(log));
        long[] ends = batchEnds();
        for (long cut = ends[WHOLE - 2]; cut < size; cut++) {
            truncate(Logs.lastSegment(Logs.copy(log, damaged)), cut);
            assertRecovered(cut, ends);
        }
    }

    @Test
    void zeros_in_place_of_the_tail_are_a_torn_tail_too() throws IOException {
        byte[] bytes = Files.readAllBytes(Logs.lastSegment(log));
        long[] ends = batchEnds();
        for (int cut = (int) ends[WHOLE - 1]; cut < bytes.length; cut++) {
            byte[] zeroed = bytes.clone();
            Arrays.fill(zeroed, cut, zeroed.length, (byte) 0);
            Files.write(Logs.lastSegment(Logs.copy(log, damaged)), zeroed);
            assertRecovered(cut, ends);
        }
    }

    /** Returns where the batches end in the file, and so where the file may end. */
    private long[] batchEnds() throws IOException {
        Path file = Logs.lastSegment(log);
        try (FileChannel channel = FileChannel.open(file)) {
            SegmentScanner scanner = new SegmentScanner(
                    channel, file, SegmentHeader.read(channel, file).orElseThrow());
            long[] ends = new long[100];
            int count = 0;
            ends[count++] = SegmentHeader.SIZE;
            while (scanner.nextBatch() == SegmentScanner.Outcome.BATCH) {
                ends[count++] = scanner.endOffset();
            }
            return Arrays.copyOf(ends, count);
        }
    }

    private void assertRecovered(long cut, long[] ends) throws IOException {
        long kept = Arrays.stream(ends).filter(end -> end <= cut).max().orElseThrow();
        long whole = Arrays.stream(ends).filter(end -> end <= cut).count() - 1;
        Path file = Logs.lastSegment(damaged);
        long size = Files.size(file);

        JournalVerification before = JournalVerification.of(damaged);
        assertThat(before.isSound()).isTrue();
        assertThat(before.lastSequence()).isEqualTo(whole);
        assertThat(Logs.readAll(damaged)).isEqualTo(whole);

        try (Journal journal = Journal.open(damaged, OPTIONS)) {
            assertThat(journal.durable()).isEqualTo(whole);
            if (size == kept) {
                assertThat(journal.tornTail()).isEmpty();
            } else {
                assertThat(journal.tornTail()).contains(new TornTail(file, kept, size - kept, whole + 1));
            }
            assertThat(before.tornTail()).isEqualTo(journal.tornTail().orElse(null));
            Logs.append(journal, 3);
        }
        assertThat(Logs.readAll(damaged)).isEqualTo(whole + 3);
        assertThat(JournalVerification.of(damaged).isSound()).isTrue();
    }

    @Test
    void a_segment_that_died_at_birth_is_begun_again() throws IOException {
        JournalDirectory files = new JournalDirectory(damaged);
        byte[] header = new SegmentHeader(13, new byte[Frame.HASH]).encode().array();
        for (int length = 0; length < SegmentHeader.SIZE; length++) {
            Logs.copy(log, damaged);
            Files.write(files.segment(13), Arrays.copyOf(header, length));
            assertUnborn(length);
            Logs.copy(log, damaged);
            Files.write(files.segment(13), Arrays.copyOf(Arrays.copyOf(header, length), SegmentHeader.SIZE));
            assertUnborn(SegmentHeader.SIZE);
        }
    }

    private void assertUnborn(int length) {
        Path unborn = new JournalDirectory(damaged).segment(13);
        TornTail expected = new TornTail(unborn, 0, length, 13);
        assertThat(JournalVerification.of(damaged).tornTail()).isEqualTo(expected);
        assertThat(Logs.readAll(damaged)).isEqualTo(12);
        try (Journal journal = Journal.open(damaged, OPTIONS)) {
            assertThat(journal.tornTail()).contains(expected);
            assertThat(unborn).doesNotExist();
            Logs.append(journal, 1);
        }
        assertThat(Logs.readAll(damaged)).isEqualTo(13);
    }

    @Test
    void a_log_that_died_at_birth_is_begun_again() throws IOException {
        Files.createDirectories(damaged);
        Files.write(new JournalDirectory(damaged).segment(1), new byte[20]);

        Logs.write(damaged, OPTIONS, 3);

        assertThat(Logs.readAll(damaged)).isEqualTo(3);
    }

    private static void truncate(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }
}
