package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.journal.JournalException.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that may go because snapshots hold them, and those that may not. */
class JournalRetentionTest {

    private static final JournalOptions OPTIONS = Logs.small(DurabilityPolicy.GROUP);
    private static final int RECORDS = 60;

    @TempDir
    private Path temp;

    private Path log;

    @BeforeEach
    void write() {
        log = temp.resolve("log");
        Logs.write(log, OPTIONS, RECORDS);
    }

    private long drop(long before, long... snapshots) {
        try (Journal journal = Journal.open(log, OPTIONS)) {
            for (long sequence : snapshots) {
                journal.saveSnapshot(sequence, new byte[] {(byte) sequence});
            }
            return journal.dropBefore(before);
        }
    }

    private long firstSegment() throws IOException {
        return new JournalDirectory(log).segments().firstKey();
    }

    private void assertReadsFrom(long first, long last) {
        try (JournalReader reader = JournalReader.open(log, first)) {
            for (long sequence = first; sequence <= last; sequence++) {
                assertThat(reader.next()).isTrue();
                assertThat(reader.sequence()).isEqualTo(sequence);
                assertThat(reader.payload()).isEqualTo(Logs.payload(sequence));
            }
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void nothing_goes_that_is_not_in_two_snapshots() throws IOException {
        assertThat(drop(RECORDS + 1)).isEqualTo(1);
        assertThat(drop(RECORDS + 1, 50)).isEqualTo(1);
        assertReadsFrom(1, RECORDS);

        long first = drop(RECORDS + 1, 55);

        assertThat(first).isBetween(40L, 51L).isEqualTo(firstSegment());
        assertReadsFrom(first, RECORDS);
    }

    @Test
    void nothing_goes_that_is_still_wanted() throws IOException {
        long first = drop(20, 50, 55);

        assertThat(first).isBetween(10L, 20L).isEqualTo(firstSegment());
        assertThat(drop(20)).isEqualTo(first);
        assertReadsFrom(20, RECORDS);
    }

    @ParameterizedTest
    @EnumSource
    void the_log_goes_on_and_stays_one_chain(DurabilityPolicy policy) {
        String hash = JournalVerification.of(log).chainHash();
        long first = drop(45, 50, 55);

        JournalVerification found = JournalVerification.of(log);
        assertThat(found.isSound()).isTrue();
        assertThat(found.firstSequence()).isEqualTo(first);
        assertThat(found.lastSequence()).isEqualTo(RECORDS);
        assertThat(found.chainHash()).isEqualTo(hash);
        Logs.write(log, Logs.small(policy), 10);
        assertReadsFrom(first, RECORDS + 10);
        try (Journal journal = Journal.open(log, OPTIONS)) {
            assertThat(journal.latestSnapshot().orElseThrow().sequence()).isEqualTo(55);
            assertThat(journal.dropBefore(1)).isEqualTo(first);
        }
    }

    @Test
    void who_asks_for_what_was_dropped_is_told() {
        long first = drop(45, 50, 55);

        try (JournalReader reader = JournalReader.open(log, first - 1)) {
            assertThatThrownBy(reader::next)
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            e -> assertThat(e.category()).isEqualTo(Category.DROPPED))
                    .hasMessageEndingWith("begins with record " + first + ", record " + (first - 1)
                            + " was dropped after a snapshot");
        }
    }

    @Test
    void a_reader_in_the_midst_of_it_reads_on() {
        try (Journal journal = Journal.open(log, OPTIONS);
                JournalReader reader = journal.read(58)) {
            assertThat(reader.next()).isTrue();
            journal.saveSnapshot(59, new byte[1]);
            journal.saveSnapshot(60, new byte[1]);
            journal.dropBefore(RECORDS + 1);

            assertThat(reader.next()).isTrue();
            assertThat(reader.payload()).isEqualTo(Logs.payload(59));
        }
    }

    @Test
    void segments_that_are_gone_without_a_snapshot_are_a_corruption_as_ever() throws IOException {
        long first = drop(45, 50, 55);
        List<Path> snapshots = List.copyOf(new JournalDirectory(log).snapshots().values());
        assertThat(snapshots).hasSize(2);
        for (Path snapshot : snapshots) {
            Files.delete(snapshot);
        }

        assertThat(JournalVerification.of(log).isSound()).isFalse();
        assertThatThrownBy(() -> Journal.open(log, OPTIONS))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.category()).isEqualTo(Category.CORRUPT))
                .hasMessageEndingWith("the segment begins with record " + first);
    }

    @Test
    void a_flipped_bit_in_the_header_that_the_chain_now_begins_with_is_found() throws IOException {
        drop(45, 50, 55);
        Path file = Logs.segments(log).getFirst();
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < SegmentHeader.SIZE; at++) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 4;
            Files.write(file, flipped);

            assertThatThrownBy(() -> Journal.open(log, OPTIONS)).isInstanceOf(JournalException.class);
        }
    }

    @Test
    void wrong_numbers_are_refused() {
        for (long before : new long[] {0, RECORDS + 2}) {
            assertThatThrownBy(() -> drop(before))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("before must be in [1, 61], was " + before);
        }
    }
}
