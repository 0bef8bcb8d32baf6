package io.mts1b.frontends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.frontends.CommandRun;
import io.mts1b.frontends.FolderBytes;
import io.mts1b.frontends.SmallMarket;
import io.mts1b.testkit.ForAll;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was interrupted, and goes on. */
class ResumeTest {

    private static final List<String> RESULTS = List.of(
            "report.html", "summary.json", "equity.parquet", "weights.parquet", "trades.parquet", "decisions.parquet");

    @TempDir
    private Path temp;

    @BeforeEach
    void runOnce() throws IOException {
        SmallMarket.write(temp.resolve("market.csv"), 5);
        assertThat(demo("whole").code()).isZero();
    }

    private CommandRun demo(String out, String... more) {
        List<String> words = Stream.concat(
                        Stream.of(
                                "demo",
                                "--data",
                                temp.resolve("market.csv").toString(),
                                "--out",
                                temp.resolve(out).toString()),
                        Stream.of(more))
                .toList();
        return CommandRun.of(words.toArray(String[]::new));
    }

    private SortedMap<String, String> results(String out) throws Exception {
        SortedMap<String, String> bytes = FolderBytes.of(temp.resolve(out));
        bytes.keySet().retainAll(RESULTS);
        return bytes;
    }

    private Path journal(String out) throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve(out).resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".journal"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The page cache of a machine that lost its power may have kept any part of what was not synced. */
    @Test
    void ends_the_same_wherever_the_log_was_torn() throws Exception {
        SortedMap<String, String> expected = results("whole");
        assertThat(expected).hasSize(RESULTS.size());
        long size = Files.size(journal("whole"));

        ForAll.cases(50, random -> {
            tear("whole", "torn", random.nextLong(size));
            CommandRun resumed = demo("torn", "--resume");
            assertThat(resumed.code()).as(resumed.err()).isZero();
            assertThat(results("torn")).isEqualTo(expected);
        });
    }

    private void tear(String whole, String torn, long size) throws IOException {
        RunFolder folder = new RunFolder(temp.resolve(torn));
        folder.clear();
        copy(temp.resolve(whole), temp.resolve(torn));
        for (String result : RESULTS) {
            Files.delete(temp.resolve(torn).resolve(result));
        }
        try (FileChannel channel = FileChannel.open(journal(torn), StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path copy = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(one, copy);
                }
            }
        }
    }

    @Test
    void of_a_run_that_is_over_writes_the_same_results() throws Exception {
        SortedMap<String, String> expected = results("whole");
        for (String result : RESULTS) {
            Files.delete(temp.resolve("whole").resolve(result));
        }

        assertThat(demo("whole", "--resume").code()).isZero();

        assertThat(results("whole")).isEqualTo(expected);
    }

    @Test
    void where_there_is_no_run_begins_one() throws Exception {
        assertThat(demo("fresh", "--resume").code()).isZero();

        assertThat(FolderBytes.of(temp.resolve("fresh"))).isEqualTo(FolderBytes.of(temp.resolve("whole")));
    }

    @Test
    void refuses_to_go_on_with_what_was_asked_for_differently() throws Exception {
        SortedMap<String, String> before = FolderBytes.of(temp.resolve("whole"));

        CommandRun resumed = demo("whole", "--resume", "--cash", "2000000");

        assertThat(resumed.code()).isEqualTo(2);
        assertThat(resumed.err()).contains("cash=1000000 USD").contains("leave out --resume to start anew");
        assertThat(FolderBytes.of(temp.resolve("whole"))).isEqualTo(before);
    }

    @Test
    void a_damaged_log_is_named_and_left_as_it_is() throws Exception {
        Path journal = journal("whole");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 1;
        Files.write(journal, bytes);

        CommandRun resumed = demo("whole", "--resume");

        assertThat(resumed.code()).isEqualTo(1);
        assertThat(resumed.err()).contains(String.valueOf(journal.getFileName()));
        assertThat(Files.readAllBytes(journal)).isEqualTo(bytes);
    }
}
