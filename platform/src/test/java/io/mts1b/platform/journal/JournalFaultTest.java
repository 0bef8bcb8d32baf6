package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.journal.JournalException.Category;
import io.mts1b.testkit.ForAll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Disks that fail: named, and nothing that was acknowledged is lost. */
class JournalFaultTest {

    @TempDir
    private Path temp;

    private final FaultyDisk disk = new FaultyDisk();

    private Path directory() {
        return temp.resolve("log");
    }

    private static void assertFails(ThrowingCallable call, Category category) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.category()).isEqualTo(category));
    }

    @ParameterizedTest
    @EnumSource
    void a_disk_that_takes_little_at_a_time_gets_all(DurabilityPolicy policy) {
        disk.shortenWritesTo(7);
        try (Journal journal = Journal.open(directory(), Logs.small(policy), disk)) {
            Logs.append(journal, 50);
        }
        assertThat(Logs.readAll(directory())).isEqualTo(50);
    }

    @ParameterizedTest
    @EnumSource
    void a_full_disk_is_named_and_what_was_acknowledged_is_there(DurabilityPolicy policy) {
        for (int room = 0; room < 1_500; room += 37) {
            Path log = temp.resolve(policy + "-" + room);
            Logs.write(log, Logs.small(policy), 10);
            FaultyDisk full = new FaultyDisk();
            Journal journal = Journal.open(log, Logs.small(policy), full);
            full.leaveRoomFor(room);

            assertFails(() -> Logs.append(journal, 100), Category.DISK_FULL);
            long acknowledged = journal.durable();
            // It does not come back by itself: what the disk holds is not known.
            full.leaveRoomFor(1 << 20);
            assertFails(() -> journal.append(new byte[1]), Category.DISK_FULL);
            assertFails(journal::flush, Category.DISK_FULL);
            assertFails(journal::close, Category.DISK_FULL);

            try (Journal again = Journal.open(log, Logs.small(policy))) {
                assertThat(again.durable()).isEqualTo(acknowledged);
                Logs.append(again, 10);
            }
            assertThat(Logs.readAll(log)).isEqualTo(acknowledged + 10);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device, DISK_FULL",
        "Disk quota exceeded, DISK_FULL",
        "File too large, DISK_FULL",
        "Input/output error, IO",
        "Permission denied, DENIED",
        "Read-only file system, DENIED"
    })
    void a_failed_sync_is_named_and_ends_the_writing(String message, Category category) {
        Journal journal = Journal.open(directory(), Logs.small(DurabilityPolicy.GROUP), disk);
        Logs.append(journal, 3);
        disk.failSyncs(message);

        assertFails(() -> journal.append(Logs.payload(4)), category);
        disk.failSyncs("");
        assertFails(() -> journal.append(Logs.payload(5)), category);
        assertFails(journal::close, category);
        journal.close();

        assertThat(Logs.readAll(directory())).isBetween(3L, 4L);
        Logs.write(directory(), Logs.small(DurabilityPolicy.GROUP), 2);
    }

    @Test
    void nobody_in_the_house_reads_what_is_written_but_not_safe() {
        Journal journal = Journal.open(directory(), Logs.small(DurabilityPolicy.GROUP), disk);
        disk.failSyncs("Input/output error");
        assertFails(() -> journal.append(Logs.payload(1)), Category.IO);

        assertThat(Logs.readAll(directory())).isEqualTo(1);
        try (JournalReader reader = journal.read(1)) {
            assertThat(reader.next()).isFalse();
        }
        assertFails(journal::close, Category.IO);
    }

    /** A process that dies between write and sync leaves records that the system has and the disk has not. */
    @Test
    void what_is_found_when_opening_is_made_safe() throws IOException {
        Journal dying = Journal.open(directory(), Logs.small(DurabilityPolicy.EVERY), disk);
        disk.failSyncs("Input/output error");
        assertFails(() -> dying.append(Logs.payload(1)), Category.IO);
        assertFails(dying::close, Category.IO);
        disk.failSyncs("");

        Journal next = Journal.open(directory(), Logs.small(DurabilityPolicy.EVERY), disk);
        assertThat(next.durable()).isEqualTo(1);
        disk.cutPowerAfter(0);
        assertFails(next::close, Category.IO);

        for (int seed = 0; seed < 20; seed++) {
            disk.loseUnsynced(new SplittableRandom(seed));
        }
        assertThat(Logs.readAll(directory())).isEqualTo(1);
    }

    @Test
    void an_acknowledgement_without_a_sync_is_a_matter_of_policy() {
        Journal journal = Journal.open(directory(), Logs.small(DurabilityPolicy.ASYNC), disk);
        disk.failSyncs("Input/output error");

        Logs.append(journal, 3);

        assertFails(journal::close, Category.IO);
        assertThat(Logs.readAll(directory())).isEqualTo(3);
    }

    @Test
    void a_segment_that_cannot_be_created_is_named() throws IOException {
        Journal journal = Journal.open(directory(), Logs.small(DurabilityPolicy.GROUP), disk);
        disk.failOpening("Permission denied");

        assertFails(() -> Logs.append(journal, 100), Category.DENIED);

        long acknowledged = journal.durable();
        assertFails(journal::close, Category.DENIED);
        assertThat(Logs.readAll(directory())).isEqualTo(acknowledged);
        assertThat(Logs.segments(directory())).hasSize(1);
    }

    @Test
    void everybody_who_waits_is_told() throws Exception {
        Journal journal = Journal.open(directory(), JournalOptions.of(DurabilityPolicy.GROUP), disk);
        disk.failSyncs("Input/output error");
        Thread[] waiting = new Thread[8];
        Throwable[] told = new Throwable[waiting.length];
        for (int i = 0; i < waiting.length; i++) {
            int me = i;
            waiting[i] = Thread.ofPlatform()
                    .uncaughtExceptionHandler((_, e) -> told[me] = e)
                    .start(() -> journal.append(new byte[me]));
        }
        for (Thread thread : waiting) {
            thread.join();
        }
        assertThat(told).allSatisfy(e -> assertThat(e).isInstanceOf(JournalException.class));
        assertFails(journal::close, Category.IO);
    }

    /** A real one: the limit of the shell on the size of files, and the kernel's own short write. */
    @ParameterizedTest
    @EnumSource
    void a_file_that_may_not_grow_is_a_full_disk(DurabilityPolicy policy) throws IOException {
        JournalOptions options = new JournalOptions(policy, 1 << 20);
        List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 16; exec \"$@\"", "sh"));
        limited.addAll(ChildWriter.command(directory(), options, 1_000));

        List<String> lines = ChildWriter.run(limited);

        assertThat(lines).endsWith("DISK_FULL");
        long acknowledged = ChildWriter.acknowledged(lines);
        assertThat(acknowledged).isPositive();
        try (Journal journal = Journal.open(directory(), options)) {
            assertThat(journal.durable()).isBetween(acknowledged, 999L);
            assertThat(journal.tornTail()).isPresent();
            Logs.append(journal, 10);
        }
        assertThat(Logs.readAll(directory())).isGreaterThanOrEqualTo(acknowledged + 10);
    }

    @ParameterizedTest
    @EnumSource(names = "ASYNC", mode = EnumSource.Mode.EXCLUDE)
    void a_power_cut_loses_nothing_that_was_acknowledged(DurabilityPolicy policy) {
        ForAll.cases(80, random -> survivePowerCuts(random, policy));
    }

    /** Under ASYNC a power cut may lose the end, but what is left is a sound log. */
    @Test
    void a_power_cut_leaves_a_sound_beginning_of_what_was_only_handed_to_the_system() {
        ForAll.cases(80, random -> survivePowerCuts(random, DurabilityPolicy.ASYNC));
    }

    private void survivePowerCuts(RandomGenerator random, DurabilityPolicy policy) throws IOException {
        Path log = Files.createTempDirectory(temp, "log");
        long safe = 0;
        long submitted = 0;
        for (int life = 0; life < 4; life++) {
            FaultyDisk mortal = new FaultyDisk();
            mortal.cutPowerAfter(random.nextInt(60));
            long before = safe;
            try (Journal journal = Journal.open(log, Logs.small(policy), mortal)) {
                safe = Math.max(safe, journal.durable());
                submitted = journal.durable();
                while (true) {
                    journal.submit(Logs.payload(submitted + 1));
                    submitted++;
                    if (random.nextInt(3) == 0) {
                        safe = journal.flush();
                    }
                }
            } catch (JournalException e) {
                assertThat(e.getMessage()).contains("the power is out");
            }
            mortal.loseUnsynced(random);
            try (Journal journal = Journal.open(log, Logs.small(policy))) {
                long left = journal.durable();
                assertThat(left).isBetween(policy == DurabilityPolicy.ASYNC ? 0 : safe, Math.max(submitted, before));
                safe = left;
            }
            assertThat(Logs.readAll(log)).isEqualTo(safe);
            assertThat(JournalVerification.of(log).isSound()).isTrue();
        }
    }
}
