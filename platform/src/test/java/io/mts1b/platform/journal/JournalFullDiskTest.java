package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import io.mts1b.platform.journal.JournalException.Category;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real file system that is really full. It takes the right to mount one; without it the test is skipped. */
class JournalFullDiskTest {

    @TempDir
    private Path temp;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(temp.resolve("disk"));
        String said = run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString());
        if (!said.isEmpty()) {
            System.err.println("skipped: a small disk must be mounted, which takes the right to: " + said);
            abort(said);
        }
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    /** Returns what a command says; nothing if it went well. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return e.toString();
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said + "rc " + process.exitValue();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_acknowledged_is_there_when_room_is_made(DurabilityPolicy policy) throws Exception {
        Path ballast = Files.write(disk.resolve("ballast"), new byte[64 << 10]);
        Path log = disk.resolve("log");
        JournalOptions options = new JournalOptions(policy, 32 << 10);
        Journal journal = Journal.open(log, options);

        assertThatThrownBy(() -> Logs.append(journal, 100_000))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.category()).isEqualTo(Category.DISK_FULL));
        long acknowledged = journal.durable();
        assertThat(acknowledged).isGreaterThan(100);
        assertThatThrownBy(journal::close).isInstanceOf(JournalException.class);

        Files.delete(ballast);
        try (Journal again = Journal.open(log, options)) {
            assertThat(again.durable()).isGreaterThanOrEqualTo(acknowledged);
            Logs.append(again, 10);
        }
        assertThat(Logs.readAll(log)).isGreaterThanOrEqualTo(acknowledged + 10);
        assertThat(JournalVerification.of(log).isSound()).isTrue();
    }
}
