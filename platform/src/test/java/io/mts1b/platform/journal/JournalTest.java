package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalTest {

    @TempDir
    private Path temp;

    private Path directory() {
        return temp.resolve("a").resolve("log");
    }

    @ParameterizedTest
    @EnumSource
    void records_are_numbered_from_one_and_read_back_in_order(DurabilityPolicy policy) throws Exception {
        try (Journal journal = Journal.open(directory(), Logs.small(policy))) {
            assertThat(journal.durable()).isZero();
            assertThat(journal.flush()).isZero();

            Logs.append(journal, 50);

            assertThat(journal.durable()).isEqualTo(50);
            assertThat(Logs.readAll(directory())).isEqualTo(50);
        }
        assertThat(Logs.segments(directory())).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource
    void opening_again_goes_on_where_it_stopped(DurabilityPolicy policy) {
        for (int round = 1; round <= 4; round++) {
            try (Journal journal = Journal.open(directory(), Logs.small(policy))) {
                assertThat(journal.durable()).isEqualTo(10L * (round - 1));
                assertThat(journal.tornTail()).isEmpty();
                Logs.append(journal, 10);
            }
        }
        assertThat(Logs.readAll(directory())).isEqualTo(40);
        JournalVerification verification = JournalVerification.of(directory());
        assertThat(verification.isSound()).isTrue();
        assertThat(verification.lastSequence()).isEqualTo(40);
        assertThat(verification.tornTail()).isNull();
    }

    @Test
    void the_hash_of_the_chain_depends_on_every_record() {
        Logs.write(temp.resolve("one"), Logs.small(DurabilityPolicy.EVERY), 20);
        Logs.write(temp.resolve("two"), Logs.small(DurabilityPolicy.EVERY), 20);
        try (Journal other = Journal.open(temp.resolve("three"), Logs.small(DurabilityPolicy.EVERY))) {
            other.append(new byte[] {1});
            Logs.append(other, 19);
        }

        String hash = JournalVerification.of(temp.resolve("one")).chainHash();

        assertThat(hash)
                .hasSize(64)
                .isEqualTo(JournalVerification.of(temp.resolve("two")).chainHash());
        assertThat(hash)
                .isNotEqualTo(JournalVerification.of(temp.resolve("three")).chainHash());
    }

    @Test
    void on_flush_the_same_calls_of_one_thread_make_the_same_bytes() throws Exception {
        SortedMap<String, byte[]> first = flushNowAndThen(temp.resolve("first"));

        SortedMap<String, byte[]> second = flushNowAndThen(temp.resolve("second"));

        assertThat(first).hasSizeGreaterThan(3);
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    /** More than a batch holds between two waits, and less. */
    private static SortedMap<String, byte[]> flushNowAndThen(Path directory) throws IOException {
        try (Journal journal = Journal.open(directory, new JournalOptions(DurabilityPolicy.ON_FLUSH, 2 << 20))) {
            RandomGenerator random = new SplittableRandom(7);
            for (int i = 0; i < 3_000; i++) {
                journal.submit(new byte[random.nextInt(i < 1_500 ? 10_000 : 100)]);
                if (random.nextInt(300) == 0) {
                    journal.flush();
                }
            }
        }
        SortedMap<String, byte[]> segments = new TreeMap<>();
        for (Path segment : Logs.segments(directory)) {
            segments.put(String.valueOf(segment.getFileName()), Files.readAllBytes(segment));
        }
        return segments;
    }

    @Test
    void on_flush_nothing_is_written_that_nobody_waits_for() {
        try (Journal journal = Journal.open(directory(), Logs.small(DurabilityPolicy.ON_FLUSH))) {
            journal.append(new byte[1]);
            journal.submit(new byte[2]);
            journal.submit(new byte[3]);
            assertThat(journal.durable()).isEqualTo(1);

            assertThat(journal.flush()).isEqualTo(3);

            assertThat(journal.durable()).isEqualTo(3);
            journal.submit(new byte[4]);
        }
        assertThat(JournalVerification.of(directory()).lastSequence()).isEqualTo(4);
    }

    /** Computed by another program, in another language, from the description of the format. */
    @Test
    void the_bytes_on_the_disk_are_these() throws Exception {
        try (Journal journal = Journal.open(directory(), JournalOptions.of(DurabilityPolicy.GROUP))) {
            journal.append("hello".getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(HexFormat.of().withUpperCase().formatHex(Files.readAllBytes(Logs.lastSegment(directory()))))
                .isEqualTo("4D54534A524E4C31" + "01000000" + "0100000000000000" + "00".repeat(32)
                        + "00".repeat(7) + "7975F697" + "5A"
                        + "05000010" + "55DFE1E3" + "72748F42" + "68656C6C6F"
                        + "21000020" + "D28B698B" + "EE9751C5"
                        + "B9D8E619FE52392FDEB3EBB8CCAF20BE594FAD456BC0A1523463569EA9C49CCB" + "5A");
    }

    @ParameterizedTest
    @EnumSource
    void submitting_is_not_waiting_and_one_wait_covers_all_before(DurabilityPolicy policy) {
        try (Journal journal = Journal.open(directory(), Logs.small(policy))) {
            for (long sequence = 1; sequence <= 1_000; sequence++) {
                assertThat(journal.submit(Logs.payload(sequence))).isEqualTo(sequence);
            }
            journal.awaitDurable(700);
            assertThat(journal.durable()).isGreaterThanOrEqualTo(700);
            assertThat(journal.flush()).isEqualTo(1_000);
            assertThat(Logs.readAll(directory())).isEqualTo(1_000);
        }
    }

    @Test
    void closing_waits_for_what_was_submitted() {
        Journal journal = Journal.open(directory(), JournalOptions.of(DurabilityPolicy.GROUP));
        for (long sequence = 1; sequence <= 500; sequence++) {
            journal.submit(Logs.payload(sequence));
        }
        journal.close();
        journal.close();

        assertThat(Logs.readAll(directory())).isEqualTo(500);
        assertThatThrownBy(() -> journal.submit(new byte[1]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("is closed");
    }

    @Test
    void records_may_be_empty_or_larger_than_a_batch_but_not_endless() {
        byte[] largest = new byte[Journal.MAX_RECORD_BYTES];
        largest[largest.length - 1] = 7;
        try (Journal journal = Journal.open(directory(), Logs.small(DurabilityPolicy.GROUP))) {
            journal.submit(new byte[0]);
            journal.submit(largest);
            journal.submit(new byte[0]);
            journal.flush();
            assertThatThrownBy(() -> journal.submit(new byte[Journal.MAX_RECORD_BYTES + 1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("payload must be at most 16777216 bytes, was 16777217");
            journal.append(new byte[] {1});
        }
        try (Journal journal = Journal.open(directory(), Logs.small(DurabilityPolicy.GROUP));
                JournalReader reader = journal.read(1)) {
            for (byte[] expected : List.of(new byte[0], largest, new byte[0], new byte[] {1})) {
                assertThat(reader.next()).isTrue();
                assertThat(reader.payload()).isEqualTo(expected);
            }
            assertThat(reader.next()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void reading_may_begin_anywhere_even_beyond_the_end(DurabilityPolicy policy) {
        try (Journal journal = Journal.open(directory(), Logs.small(policy))) {
            Logs.append(journal, 60);
            for (long from = 1; from <= 61; from++) {
                try (JournalReader reader = journal.read(from)) {
                    for (long sequence = from; sequence <= 60; sequence++) {
                        assertThat(reader.next()).isTrue();
                        assertThat(reader.sequence()).isEqualTo(sequence);
                        assertThat(reader.payload()).isEqualTo(Logs.payload(sequence));
                    }
                    assertThat(reader.next()).isFalse();
                }
            }
            try (JournalReader ahead = journal.read(65)) {
                assertThat(ahead.next()).isFalse();
                Logs.append(journal, 5);
                assertThat(ahead.next()).isTrue();
                assertThat(ahead.sequence()).isEqualTo(65);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void readers_follow_the_writer_across_segments(DurabilityPolicy policy) {
        try (Journal journal = Journal.open(directory(), Logs.small(policy));
                JournalReader inside = journal.read(1);
                JournalReader outside = JournalReader.open(directory(), 1)) {
            for (long sequence = 1; sequence <= 100; sequence++) {
                assertThat(inside.next()).isFalse();
                assertThat(outside.next()).isFalse();
                journal.append(Logs.payload(sequence));
                for (JournalReader reader : List.of(inside, outside)) {
                    assertThat(reader.next()).isTrue();
                    assertThat(reader.sequence()).isEqualTo(sequence);
                    assertThat(reader.payload()).isEqualTo(Logs.payload(sequence));
                }
            }
        }
    }

    @Test
    void a_reader_in_the_midst_of_writing_never_sees_a_gap_or_a_part() throws Exception {
        int count = 20_000;
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        try (Journal journal = Journal.open(directory(), new JournalOptions(DurabilityPolicy.ASYNC, 64 << 10))) {
            List<Thread> readers = new ArrayList<>();
            for (JournalReader reader : List.of(journal.read(1), JournalReader.open(directory(), 1))) {
                readers.add(Thread.ofPlatform()
                        .uncaughtExceptionHandler((_, e) -> failures.add(e))
                        .start(() -> follow(reader, count)));
            }
            for (long sequence = 1; sequence <= count; sequence++) {
                journal.submit(Logs.payload(sequence));
            }
            journal.flush();
            for (Thread reader : readers) {
                reader.join();
            }
        }
        assertThat(failures).isEmpty();
    }

    private static void follow(JournalReader reader, int count) {
        try (reader) {
            for (long sequence = 1; sequence <= count; sequence++) {
                while (!reader.next()) {
                    Thread.onSpinWait();
                }
                assertThat(reader.sequence()).isEqualTo(sequence);
                assertThat(reader.payload()).isEqualTo(Logs.payload(sequence));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_threads_append_at_once(DurabilityPolicy policy) throws Exception {
        int threads = 8;
        int each = 50;
        List<Long> numbers = Collections.synchronizedList(new ArrayList<>());
        try (Journal journal = Journal.open(directory(), Logs.small(policy))) {
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                byte name = (byte) t;
                running.add(Thread.ofPlatform().start(() -> {
                    awaitUninterruptibly(start);
                    for (byte i = 0; i < each; i++) {
                        numbers.add(journal.append(new byte[] {name, i}));
                    }
                }));
            }
            start.countDown();
            for (Thread thread : running) {
                thread.join();
            }
            assertThat(numbers).hasSize(threads * each).doesNotHaveDuplicates();
            assertThat(journal.durable()).isEqualTo((long) threads * each);
        }
        byte[] next = new byte[threads];
        try (JournalReader reader = JournalReader.open(directory(), 1)) {
            while (reader.next()) {
                byte[] payload = reader.payload();
                assertThat(payload[1]).isEqualTo(next[payload[0]]++);
            }
        }
        assertThat(next).containsOnly(each);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_interrupted_caller_does_not_close_the_file_under_the_others() {
        try (Journal journal = Journal.open(directory(), Logs.small(DurabilityPolicy.GROUP))) {
            for (int i = 0; i < 50; i++) {
                Thread.currentThread().interrupt();
                Logs.append(journal, 1);
                assertThat(Thread.interrupted()).isTrue();
            }
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Logs.readAll(directory())).isEqualTo(50);
    }

    @Test
    void wrong_numbers_are_refused() {
        try (Journal journal = Journal.open(directory(), JournalOptions.of(DurabilityPolicy.GROUP))) {
            assertThatThrownBy(() -> journal.awaitDurable(1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("sequence must be at most 0, was 1");
            assertThatThrownBy(() -> journal.read(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("from must be at least 1, was 0");
        }
        assertThatThrownBy(() -> new JournalOptions(DurabilityPolicy.GROUP, 1023))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("segmentBytes must be at least 1024, was 1023");
    }
}
