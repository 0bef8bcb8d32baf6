package io.mts1b.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.Journal;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.platform.journal.JournalReader;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {

    private static final Instant START = Instant.parse("2024-07-03T13:30:00Z");
    private static final ActorId ALICE = new ActorId("alice");

    @TempDir
    private Path temp;

    private final ManualClock clock = new ManualClock(START);

    record Change(String orderId, Quantity quantity) {}

    private Path directory() {
        return temp.resolve("trail");
    }

    /** Appends so many entries; the subjects of every third are the same. */
    private List<AuditEntry> write(int count) {
        List<AuditEntry> entries = new ArrayList<>();
        try (AuditTrail trail = AuditTrail.open(directory(), clock)) {
            for (int i = 1; i <= count; i++) {
                clock.advance(Duration.ofMillis(1));
                entries.add(trail.append(ALICE, "amend", "order-" + i % 3, new Change("o-" + i, Quantity.of(i))));
            }
        }
        return entries;
    }

    /** Writes the trail again with other bytes, and good checksums and chains of the journal itself. */
    private Path forge(UnaryOperator<List<byte[]>> change) {
        List<byte[]> records = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(directory(), 1)) {
            while (reader.next()) {
                records.add(reader.payload());
            }
        }
        Path forged = temp.resolve("forged-" + temp.toFile().list().length);
        try (Journal journal = Journal.open(forged, JournalOptions.of(DurabilityPolicy.ASYNC))) {
            change.apply(records).forEach(journal::append);
        }
        return forged;
    }

    private static byte[] changed(byte[] record) {
        String json = new String(record, StandardCharsets.UTF_8);
        assertThat(json).contains("alice");
        return json.replace("alice", "mallory").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_entry_says_who_did_what_to_what_and_when() {
        List<AuditEntry> entries = write(2);

        assertThat(entries.getFirst().previous()).isEqualTo("0".repeat(64));
        assertThat(entries.getLast())
                .isEqualTo(new AuditEntry(
                        2,
                        START.plusMillis(2),
                        ALICE,
                        "amend",
                        "order-2",
                        "{\"order_id\":\"o-2\",\"quantity\":\"2\"}",
                        entries.getFirst().hash()));
    }

    @Test
    void a_trail_is_what_was_done_to_a_subject() {
        List<AuditEntry> entries = write(10);
        AuditReader reader = AuditReader.open(directory());

        assertThat(reader.trail("order-1"))
                .containsExactly(entries.get(0), entries.get(3), entries.get(6), entries.get(9));
        assertThat(reader.trail("order-9")).isEmpty();
    }

    @Test
    void it_goes_on_where_it_was() {
        write(5);
        write(5);

        AuditVerification found = AuditReader.open(directory()).verify(1);
        assertThat(found.isSound()).isTrue();
        assertThat(found.lastSequence()).isEqualTo(10);
        try (AuditTrail trail = AuditTrail.open(directory(), clock)) {
            assertThat(trail.head()).isEqualTo(found.head());
            assertThat(trail.reader().head()).isEqualTo(found.head());
        }
    }

    @Test
    void threads_append_one_chain() {
        try (AuditTrail trail = AuditTrail.open(directory(), clock)) {
            List<CompletableFuture<Void>> threads = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                ActorId actor = new ActorId("thread-" + thread);
                threads.add(CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 100; i++) {
                        trail.append(actor, "do", "it", i);
                    }
                }));
            }
            threads.forEach(CompletableFuture::join);

            AuditVerification found = trail.reader().verify(1);
            assertThat(found.isSound()).isTrue();
            assertThat(found.head()).isEqualTo(trail.head());
            assertThat(found.lastSequence()).isEqualTo(400);
        }
    }

    @Test
    void a_changed_entry_is_named_from_wherever_one_looks() {
        write(12);
        for (int bad = 1; bad < 12; bad++) {
            int at = bad - 1;
            Path forged = forge(records -> {
                records.set(at, changed(records.get(at)));
                return records;
            });
            for (long from = 1; from <= bad; from++) {
                assertThat(AuditReader.open(forged).verify(from).brokenSequence())
                        .isEqualTo(bad);
            }
            assertThat(AuditReader.open(forged).verify(bad + 2).isSound()).isTrue();
        }
    }

    @Test
    void an_entry_that_is_gone_or_moved_or_no_entry_is_named() {
        write(8);
        Path gone = forge(records -> {
            records.remove(4);
            return records;
        });
        Path swapped = forge(records -> {
            records.add(3, records.remove(2));
            return records;
        });
        Path garbage = forge(records -> {
            records.set(5, new byte[] {'{'});
            return records;
        });
        Path blanks = forge(records -> {
            records.set(6, (new String(records.get(6), StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8));
            return records;
        });

        assertThat(AuditReader.open(gone).verify(1).brokenSequence()).isEqualTo(5);
        assertThat(AuditReader.open(swapped).verify(1).brokenSequence()).isEqualTo(3);
        assertThat(AuditReader.open(garbage).verify(1).brokenSequence()).isEqualTo(6);
        assertThat(AuditReader.open(garbage).verify(1).lastSequence()).isEqualTo(5);
        assertThat(AuditReader.open(blanks).verify(1).brokenSequence()).isEqualTo(7);
        assertThatThrownBy(() -> AuditReader.open(garbage).head()).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> AuditTrail.open(garbage, clock)).isInstanceOf(JsonException.class);
    }

    @Test
    void a_flipped_bit_on_the_disk_is_named() throws Exception {
        write(6);
        Path segment = directory().resolve("0000000000000000001.journal");
        byte[] bytes = Files.readAllBytes(segment);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("o-4")] ^= 1;
        Files.write(segment, bytes);

        AuditVerification found = AuditReader.open(directory()).verify(1);

        assertThat(found.brokenSequence()).isEqualTo(4);
        assertThat(found.reason()).contains("its payload is damaged");
    }

    /** Who can rewrite the end can rewrite its hashes; only what was kept elsewhere tells. */
    @Test
    void a_head_kept_elsewhere_finds_a_trail_that_was_rewritten_to_its_end() {
        write(9);
        TreeHead head = AuditReader.open(directory()).head();
        Path last = forge(records -> {
            records.set(8, changed(records.get(8)));
            return records;
        });
        Path shorter = forge(records -> records.subList(0, 7));

        assertThat(AuditReader.open(last).verify(1).isSound()).isTrue();
        assertThat(AuditReader.open(last).verify(head).brokenSequence()).isEqualTo(9);
        assertThat(AuditReader.open(shorter).verify(1).isSound()).isTrue();
        assertThat(AuditReader.open(shorter).verify(head).brokenSequence()).isEqualTo(8);
        write(3);
        assertThat(AuditReader.open(directory()).verify(head).isSound()).isTrue();
        assertThat(AuditReader.open(directory())
                        .verify(new TreeHead(0, head.root()))
                        .isSound())
                .isTrue();
    }

    @Test
    void a_clock_that_steps_back_does_not_disorder() {
        write(3);
        clock.set(START.minus(Duration.ofDays(1)));
        List<AuditEntry> later = write(2);

        assertThat(later).extracting(AuditEntry::at).containsOnly(START.plusMillis(3));
        assertThat(AuditReader.open(directory()).verify(1).isSound()).isTrue();
    }

    @Test
    void an_export_can_be_checked_by_anybody() throws Exception {
        List<AuditEntry> entries = write(5);
        List<String> lines = new ArrayList<>();
        TreeHead head = AuditReader.open(directory()).export(lines::add);

        assertThat(lines).hasSize(6);
        assertThat(Json.read(lines.getLast(), TreeHead.class)).isEqualTo(head);
        for (int i = 0; i < 5; i++) {
            assertThat(Json.read(lines.get(i), AuditEntry.class)).isEqualTo(entries.get(i));
        }
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 0);
        String hash = HexFormat.of().formatHex(sha256.digest(lines.get(3).getBytes(StandardCharsets.UTF_8)));
        assertThat(entries.get(4).previous())
                .isEqualTo(hash)
                .isEqualTo(entries.get(3).hash());
    }

    @Test
    void there_is_one_writer_and_what_is_no_trail_is_refused() {
        try (AuditTrail trail = AuditTrail.open(directory(), clock)) {
            assertThat(trail.head().size()).isZero();
            assertThatThrownBy(() -> AuditTrail.open(directory(), clock)).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> trail.append(ALICE, "no action", "s", "d"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(trail.append(ALICE, "action", "s", "d").sequence()).isEqualTo(1);
        }
        assertThatThrownBy(() -> AuditReader.open(temp)).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> TreeHead.parse("5")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TreeHead.parse("5:ab")).isInstanceOf(IllegalArgumentException.class);
    }
}
