package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.journal.JournalException.Category;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories that are not what was expected, and the one writer they may have. */
class JournalDirectoryTest {

    private static final JournalOptions OPTIONS = Logs.small(DurabilityPolicy.GROUP);

    @TempDir
    private Path temp;

    private Path directory() {
        return temp.resolve("log");
    }

    private static void assertRefused(ThrowingCallable call, Category category, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(JournalException.class, e -> {
            assertThat(e.category()).isEqualTo(category);
            assertThat(e).hasMessageContaining(message);
        });
    }

    @Test
    void an_empty_directory_becomes_a_log_when_written_and_is_none_before() throws IOException {
        Files.createDirectories(directory());
        assertRefused(() -> JournalReader.open(directory(), 1), Category.FOREIGN, "has no segment");
        assertRefused(() -> JournalVerification.of(directory()), Category.FOREIGN, "has no segment");

        Logs.write(directory(), OPTIONS, 0);

        assertThat(Logs.readAll(directory())).isZero();
        assertThat(JournalVerification.of(directory()).chainHash()).isEqualTo("0".repeat(64));
    }

    @Test
    void a_missing_directory_or_a_file_in_its_place_is_no_log() throws IOException {
        assertRefused(() -> JournalReader.open(directory(), 1), Category.FOREIGN, "must be a directory");
        Files.createFile(directory());
        assertRefused(() -> Journal.open(directory(), OPTIONS), Category.FOREIGN, "must be a directory");
        assertRefused(() -> JournalVerification.of(directory()), Category.FOREIGN, "must be a directory");
    }

    @Test
    void a_directory_with_other_things_in_it_is_left_alone() throws IOException {
        Files.createDirectories(directory());
        Files.createFile(directory().resolve("thesis.doc"));

        assertRefused(() -> Journal.open(directory(), OPTIONS), Category.FOREIGN, "holds thesis.doc");

        try (Stream<Path> files = Files.list(directory())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_file_that_only_has_the_name_of_a_segment_is_left_alone() throws IOException {
        Files.createDirectories(directory());
        Path file = new JournalDirectory(directory()).segment(1);
        for (String text : new String[] {"x", "MTSJRNX", "#!/bin/sh\n".repeat(20)}) {
            Files.writeString(file, text);

            assertRefused(() -> Journal.open(directory(), OPTIONS), Category.FOREIGN, file + " is none");
            assertRefused(() -> Logs.readAll(directory()), Category.FOREIGN, file + " is none");
            assertThat(file).hasContent(text);
        }
    }

    @Test
    void a_newer_format_is_left_alone() throws IOException {
        Logs.write(directory(), OPTIONS, 2);
        Path file = Logs.lastSegment(directory());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 2), 8);
        }

        String message = "journal knows format version 1, but " + file + " has version 2";
        assertRefused(() -> Journal.open(directory(), OPTIONS), Category.NEWER_VERSION, message);
        assertRefused(() -> Logs.readAll(directory()), Category.NEWER_VERSION, message);
        assertRefused(() -> JournalVerification.of(directory()), Category.NEWER_VERSION, message);
    }

    @Test
    void there_is_one_writer_in_the_process() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link"), directory());
        try (Journal journal = Journal.open(directory(), OPTIONS)) {
            for (Path name : new Path[] {directory(), link, directory().resolve("../log")}) {
                assertRefused(() -> Journal.open(name, OPTIONS), Category.LOCKED, "has a writer already");
            }
            Logs.append(journal, 1);
        }
        Logs.write(directory(), OPTIONS, 1);
        assertThat(Logs.readAll(directory())).isEqualTo(2);
    }

    /** The refusal within this process must not cost the lock among processes, as POSIX would have it. */
    @Test
    void there_is_one_writer_among_processes() throws Exception {
        try (Journal journal = Journal.open(directory(), OPTIONS)) {
            assertRefused(() -> Journal.open(directory(), OPTIONS), Category.LOCKED, "has a writer already");

            assertThat(ChildWriter.run(ChildWriter.command(directory(), OPTIONS, 1)))
                    .contains("LOCKED");
            Logs.append(journal, 1);
        }
        assertThat(ChildWriter.run(ChildWriter.command(directory(), OPTIONS, 1)))
                .contains("2;");
        assertThat(Logs.readAll(directory())).isEqualTo(2);
    }

    @Test
    void what_cannot_be_opened_gives_the_lock_back() throws IOException {
        Logs.write(directory(), OPTIONS, 2);
        Path file = Logs.lastSegment(directory());
        byte[] good = Files.readAllBytes(file);
        byte[] bad = good.clone();
        bad[70] ^= 1;
        Files.write(file, bad);
        assertRefused(() -> Journal.open(directory(), OPTIONS), Category.CORRUPT, "record 1");

        Files.write(file, good);

        Logs.write(directory(), OPTIONS, 1);
        assertThat(Logs.readAll(directory())).isEqualTo(3);
    }
}
