package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.journal.JournalException.Category;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotTest {

    private static final JournalOptions OPTIONS = Logs.small(DurabilityPolicy.GROUP);

    @TempDir
    private Path temp;

    private Path log;

    @BeforeEach
    void write() {
        log = temp.resolve("log");
        Logs.write(log, OPTIONS, 30);
    }

    private static byte[] state(long sequence) {
        return ("the state after " + sequence).getBytes(StandardCharsets.UTF_8);
    }

    private List<Path> snapshots() throws IOException {
        return List.copyOf(new JournalDirectory(log).snapshots().values());
    }

    @Test
    void the_newest_is_found_and_one_before_it_is_kept() throws IOException {
        try (Journal journal = Journal.open(log, OPTIONS)) {
            assertThat(journal.latestSnapshot()).isEmpty();
            for (long sequence : new long[] {10, 20, 30}) {
                journal.saveSnapshot(sequence, state(sequence));
            }
        }
        assertThat(snapshots()).hasSize(2);
        try (Journal journal = Journal.open(log, OPTIONS)) {
            Snapshot latest = journal.latestSnapshot().orElseThrow();
            assertThat(latest.sequence()).isEqualTo(30);
            assertThat(latest.state()).isEqualTo(state(30));
        }
        assertThat(JournalVerification.of(log).isSound()).isTrue();
    }

    @Test
    void state_and_rest_of_the_log_make_the_whole() {
        try (Journal journal = Journal.open(log, OPTIONS)) {
            journal.saveSnapshot(12, state(12));
            try (JournalReader rest =
                    journal.read(journal.latestSnapshot().orElseThrow().sequence() + 1)) {
                assertThat(rest.next()).isTrue();
                assertThat(rest.sequence()).isEqualTo(13);
            }
        }
    }

    @Test
    void a_state_of_records_that_are_not_safe_is_refused() {
        try (Journal journal = Journal.open(log, OPTIONS)) {
            for (long sequence : new long[] {0, 31}) {
                assertThatThrownBy(() -> journal.saveSnapshot(sequence, new byte[0]))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("sequence must be in [1, 30], was " + sequence);
            }
        }
    }

    @Test
    void every_flipped_bit_and_every_cut_is_found() throws IOException {
        try (Journal journal = Journal.open(log, OPTIONS)) {
            journal.saveSnapshot(30, state(30));
        }
        Path file = snapshots().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        try (Journal journal = Journal.open(log, OPTIONS)) {
            for (int at = 0; at < bytes.length; at++) {
                byte[] flipped = bytes.clone();
                flipped[at] ^= 16;
                Files.write(file, flipped);
                assertDamaged(journal);
                Files.write(file, Arrays.copyOf(bytes, at));
                assertDamaged(journal);
            }
        }
    }

    private void assertDamaged(Journal journal) {
        assertThatThrownBy(journal::latestSnapshot)
                .isInstanceOfSatisfying(
                        JournalException.class,
                        e -> assertThat(e.category()).isIn(Category.CORRUPT, Category.NEWER_VERSION));
    }

    @Test
    void a_snapshot_that_is_ahead_of_its_log_or_misnamed_is_found() throws IOException {
        try (Journal journal = Journal.open(log, OPTIONS)) {
            journal.saveSnapshot(30, state(30));
        }
        Path other = temp.resolve("other");
        Logs.write(other, OPTIONS, 5);
        JournalDirectory directory = new JournalDirectory(other);
        Files.copy(snapshots().getFirst(), directory.snapshot(30));
        try (Journal journal = Journal.open(other, OPTIONS)) {
            assertThatThrownBy(journal::latestSnapshot)
                    .isInstanceOf(JournalException.class)
                    .hasMessageEndingWith("the log ends before the snapshot, with record 5");
        }
        Corruption found = JournalVerification.of(other).corruption();
        assertThat(found).isNotNull();
        Files.move(directory.snapshot(30), directory.snapshot(5));
        try (Journal journal = Journal.open(other, OPTIONS)) {
            assertThatThrownBy(journal::latestSnapshot)
                    .isInstanceOf(JournalException.class)
                    .hasMessageEndingWith("the snapshot is of record 30");
        }
    }

    @Test
    void what_a_crash_left_unfinished_is_cleared_away() throws IOException {
        Path unfinished = log.resolve("0000000000000000030.snapshot.unfinished");
        Files.write(unfinished, new byte[5]);

        Logs.write(log, OPTIONS, 1);

        assertThat(unfinished).doesNotExist();
    }

    @Test
    void snapshots_without_a_log_are_not_taken_for_an_empty_log() throws IOException {
        try (Journal journal = Journal.open(log, OPTIONS)) {
            journal.saveSnapshot(30, state(30));
        }
        for (Path segment : Logs.segments(log)) {
            Files.delete(segment);
        }

        assertThatThrownBy(() -> Journal.open(log, OPTIONS))
                .isInstanceOf(JournalException.class)
                .hasMessageEndingWith("there are snapshots, but no segments");
    }

    /** Under ASYNC the records may not be on the disk yet when the snapshot is. */
    @ParameterizedTest
    @EnumSource
    void a_snapshot_never_outlives_its_records(DurabilityPolicy policy) throws IOException {
        FaultyDisk disk = new FaultyDisk();
        Path fresh = temp.resolve(policy.name());
        Journal journal = Journal.open(fresh, Logs.small(policy), disk);
        Logs.append(journal, 5);
        journal.saveSnapshot(5, state(5));
        disk.cutPowerAfter(0);
        assertThatThrownBy(() -> {
                    journal.append(new byte[1]);
                    journal.close();
                })
                .isInstanceOf(JournalException.class);
        assertThatThrownBy(journal::close).isInstanceOf(JournalException.class);
        disk.loseUnsynced(new SplittableRandom(1));

        try (Journal again = Journal.open(fresh, Logs.small(policy))) {
            assertThat(again.durable()).isGreaterThanOrEqualTo(5);
            assertThat(again.latestSnapshot().orElseThrow().state()).isEqualTo(state(5));
        }
    }
}
