package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.journal.JournalException.Category;
import io.mts1b.testkit.ForAll;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that are not what was written. */
class JournalCorruptionTest {

    private static final int RECORDS = 30;
    private static final JournalOptions OPTIONS = Logs.small(DurabilityPolicy.GROUP);

    @TempDir
    private Path temp;

    private Path log;
    private Path damaged;

    @BeforeEach
    void write() {
        log = temp.resolve("log");
        damaged = temp.resolve("damaged");
        Logs.write(log, OPTIONS, RECORDS);
    }

    @Test
    void every_flipped_bit_of_the_last_two_records_is_found_and_named() throws IOException {
        Path big = temp.resolve("big");
        Logs.write(big, JournalOptions.of(DurabilityPolicy.GROUP), RECORDS);
        byte[] bytes = Files.readAllBytes(Logs.lastSegment(big));
        int last = Frame.HEADER + Logs.payload(RECORDS).length + Frame.SEAL_SIZE;
        int lastTwo = last + Frame.HEADER + Logs.payload(RECORDS - 1).length + Frame.SEAL_SIZE;
        Path file = Logs.lastSegment(Logs.copy(big, damaged));

        for (int at = bytes.length - lastTwo; at < bytes.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << bit);
                Files.write(file, flipped);

                Corruption found = Objects.requireNonNull(
                        JournalVerification.of(damaged).corruption(), "bit " + bit + " of byte " + at);
                assertThat(found.sequence()).isBetween(at < bytes.length - last ? RECORDS - 1L : RECORDS, RECORDS + 1L);
                assertThat(found.file()).isEqualTo(file);
                assertRefused(damaged, found);
            }
        }
    }

    private static void assertRefused(Path directory, Corruption corruption) throws IOException {
        byte[] before = Files.readAllBytes(corruption.file());
        assertThatThrownBy(() -> Journal.open(directory, OPTIONS).close())
                .isInstanceOfSatisfying(JournalException.class, e -> {
                    assertThat(e.category()).isEqualTo(Category.CORRUPT);
                    assertThat(e.corruption()).contains(corruption);
                    assertThat(e).hasMessage("journal is corrupt at " + corruption);
                });
        assertThat(Files.readAllBytes(corruption.file())).isEqualTo(before);
        assertThatThrownBy(() -> Logs.readAll(directory))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.corruption()).contains(corruption));
    }

    @Test
    void any_flipped_bit_anywhere_is_found() throws IOException {
        List<Path> names = Logs.segments(log);
        ForAll.cases(500, random -> {
            Path file = Logs.copy(log, damaged)
                    .resolve(names.get(random.nextInt(names.size())).getFileName());
            byte[] bytes = Files.readAllBytes(file);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);

            assertNotSound();
        });
    }

    /** A flip in a magic or a version makes a file of another kind or a newer one, and is refused as such. */
    private void assertNotSound() {
        try {
            assertThat(JournalVerification.of(damaged).isSound()).isFalse();
        } catch (JournalException e) {
            assertThat(e.category()).isIn(Category.FOREIGN, Category.NEWER_VERSION);
        }
        assertThatThrownBy(() -> Logs.readAll(damaged)).isInstanceOf(JournalException.class);
    }

    @Test
    void random_garbage_is_found_and_nothing_else_is_thrown() throws IOException {
        List<Path> names = Logs.segments(log);
        ForAll.cases(300, random -> {
            Path file = Logs.copy(log, damaged)
                    .resolve(names.get(random.nextInt(names.size())).getFileName());
            byte[] bytes = Files.readAllBytes(file);
            byte[] garbage = new byte[random.nextInt(1, 100)];
            random.nextBytes(garbage);
            int at = random.nextInt(bytes.length - garbage.length);
            System.arraycopy(garbage, 0, bytes, at, garbage.length);
            Files.write(file, bytes);

            assertNotSound();
        });
    }

    @Test
    void a_missing_segment_is_found() throws IOException {
        int segments = Logs.segments(log).size();
        assertThat(segments).isGreaterThan(3);
        for (int missing = 0; missing < segments - 1; missing++) {
            Logs.copy(log, damaged);
            Files.delete(Logs.segments(damaged).get(missing));

            assertThat(JournalVerification.of(damaged).isSound()).isFalse();
            assertThatThrownBy(() -> Journal.open(damaged, OPTIONS))
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            e -> assertThat(e.category()).isEqualTo(Category.CORRUPT));
        }
    }

    @Test
    void a_segment_of_another_log_is_found() throws IOException {
        Path other = temp.resolve("other");
        try (Journal journal = Journal.open(other, OPTIONS)) {
            for (int i = 1; i <= RECORDS; i++) {
                byte[] payload = Logs.payload(i);
                // The same lengths, so the same segments, but another first byte.
                journal.append(payload.length == 0 ? payload : flipFirst(payload));
            }
        }
        for (int segment = 0; segment < Logs.segments(log).size(); segment++) {
            Logs.copy(log, damaged);
            Files.copy(
                    Logs.segments(other).get(segment),
                    Logs.segments(damaged).get(segment),
                    StandardCopyOption.REPLACE_EXISTING);

            assertThat(JournalVerification.of(damaged).isSound()).isFalse();
            assertThatThrownBy(() -> Journal.open(damaged, OPTIONS)).isInstanceOf(JournalException.class);
        }
    }

    private static byte[] flipFirst(byte[] payload) {
        byte[] flipped = payload.clone();
        flipped[0] ^= 1;
        return flipped;
    }

    @Test
    void a_record_rewritten_with_good_checksums_breaks_the_chain() throws IOException {
        Path file = Logs.segments(Logs.copy(log, damaged)).getFirst();
        byte[] bytes = Files.readAllBytes(file);
        byte[] payload = flipFirst(Logs.payload(1));
        ByteBuffer forged = Frame.buffer(Frame.HEADER + payload.length);
        new Frame().put(forged, Frame.RECORD, 1, payload);
        forged.flip().get(bytes, SegmentHeader.SIZE, forged.limit());
        Files.write(file, bytes);

        assertThat(JournalVerification.of(damaged).corruption())
                .isEqualTo(new Corruption(file, SegmentHeader.SIZE, 1, "the batch does not continue the hash chain"));
    }

    @Test
    void an_earlier_segment_that_is_cut_is_a_corruption_and_not_a_torn_tail() throws IOException {
        Path file = Logs.segments(Logs.copy(log, damaged)).get(1);
        byte[] bytes = Files.readAllBytes(file);
        for (int cut = 0; cut < bytes.length; cut += 7) {
            Files.write(file, Arrays.copyOf(bytes, cut));

            JournalVerification verification = JournalVerification.of(damaged);
            assertThat(verification.isSound()).isFalse();
            assertThat(verification.tornTail()).isNull();
            assertThatThrownBy(() -> Journal.open(damaged, OPTIONS)).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> Logs.readAll(damaged)).isInstanceOf(JournalException.class);
        }
    }
}
