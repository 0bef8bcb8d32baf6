package io.mts1b.reportslibrary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.datalake.LakeException;
import io.mts1b.platform.db.DuckDb;
import io.mts1b.reportslibrary.SimulatedRun;
import io.mts1b.reportslibrary.TinyRun;
import io.mts1b.testkit.ForAll;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {

    private static final List<String> FILES =
            List.of("decisions.parquet", "equity.parquet", "summary.json", "trades.parquet", "weights.parquet");

    @TempDir
    private Path folder;

    @Test
    void reads_back_what_it_wrote() throws IOException {
        RunStore.write(folder, TinyRun.results());

        assertThat(names(folder)).containsExactlyElementsOf(FILES);
        assertThat(RunStore.read(folder)).isEqualTo(TinyRun.results());
    }

    @Test
    void reads_back_a_run_without_trades() {
        RunResults empty = TinyRun.results(TinyRun.info(), List.of());
        RunStore.write(folder.resolve("new/run"), empty);

        assertThat(RunStore.read(folder.resolve("new/run"))).isEqualTo(empty);
    }

    @Test
    void reads_back_any_run_and_writes_equal_runs_in_equal_bytes() {
        ForAll.cases(5, random -> {
            long seed = random.nextLong();
            RunResults results = SimulatedRun.of(seed, random.nextInt(1, 300), random.nextInt(1, 21));
            Path one = folder.resolve("one" + seed);
            Path two = folder.resolve("two" + seed);
            RunStore.write(one, results);
            RunStore.write(two, RunStore.read(one));

            assertThat(RunStore.read(one)).isEqualTo(results);
            for (String name : FILES) {
                assertThat(two.resolve(name)).hasSameBinaryContentAs(one.resolve(name));
            }
        });
    }

    @Test
    void writes_a_summary_for_people_and_programs() throws IOException {
        RunStore.write(folder, TinyRun.results());

        try (InputStream expected = RunStoreTest.class.getResourceAsStream("tiny-summary.json")) {
            assertThat(expected).isNotNull();
            assertThat(Files.newInputStream(folder.resolve("summary.json"))).hasSameContentAs(expected);
        }
    }

    @Test
    void writes_tables_that_other_programs_understand() throws Exception {
        RunStore.write(folder, TinyRun.results());

        assertThat(table("equity.parquet"))
                .startsWith("2024-01-30, 1000, 1000.0, 0.0", "2024-01-31, 1100, 499.0, 601.0")
                .hasSize(5);
        assertThat(table("weights.parquet"))
                .containsExactly(
                        "2024-01-31, ACME.XNYS, 0.54", "2024-01-31, ZINC.XNYS, -0.25", "2024-02-29, ACME.XNYS, 0.441");
        assertThat(table("trades.parquet"))
                .containsExactly(
                        "2024-01-31, 2024-02-01 14:30:00.123456+00, F-1, O-1, ACME.XNYS, buy, 10, 50, 500, 1.0, taker, 0",
                        "2024-02-29, 2024-02-01 14:30:00.123456+00, F-2, O-2, ACME.XNYS, sell, 2, 55, 110, 0.5, taker, 10");
        String start = "2024-01-31, 2024-01-31 21:00:00+00, ";
        assertThat(table("decisions.parquet"))
                .containsExactly(
                        start + "O-1, ACME.XNYS, buy, 2.5, approved, 0, , , ",
                        start + "O-3, ACME.XNYS, short, 2.5, denied, 1, static, ORDER_NOTIONAL_ABOVE_LIMIT,"
                                + " limit=1000 USD, actual=5000 USD",
                        start + "O-3, ACME.XNYS, short, 2.5, denied, 2, short_side, SHORTING_DISABLED, ",
                        "2024-02-29, 2024-01-31 21:00:00+00, O-2, ACME.XNYS, sell, 2.5, approved, 0, , , ");
    }

    @Test
    void replaces_an_older_run_and_leaves_other_files_alone() throws IOException {
        Files.writeString(folder.resolve("journal"), "mine");
        RunStore.write(folder, SimulatedRun.of(1, 60, 3));
        // What a process that was killed in the middle leaves behind.
        Files.createDirectories(folder.resolve(".partial-run"));
        Files.writeString(folder.resolve(".partial-run/equity.parquet.partial"), "half");
        RunStore.write(folder, TinyRun.results());

        assertThat(RunStore.read(folder)).isEqualTo(TinyRun.results());
        assertThat(folder.resolve("journal")).hasContent("mine");
        assertThat(names(folder)).hasSize(FILES.size() + 1);
    }

    @Test
    void leaves_the_older_run_alone_when_the_new_one_cannot_be_written() throws IOException {
        RunStore.write(folder, TinyRun.results());
        SortedMap<String, byte[]> before = contents();
        // A folder within the place where files are written aside is nothing that this class made.
        Files.createDirectories(folder.resolve(".partial-run/in/the way"));

        assertThatThrownBy(() -> RunStore.write(folder, SimulatedRun.of(1, 60, 3)))
                .isInstanceOf(LakeException.class)
                .hasMessage("cannot write a run to " + folder);
        assertThat(contents()).containsExactlyEntriesOf(before);
    }

    @Test
    void leaves_no_run_rather_than_half_of_one() throws IOException {
        RunStore.write(folder, TinyRun.results());
        Files.delete(folder.resolve("trades.parquet"));
        Files.createDirectories(folder.resolve("trades.parquet/in the way"));

        assertThatThrownBy(() -> RunStore.write(folder, SimulatedRun.of(1, 60, 3)))
                .isInstanceOf(LakeException.class);
        assertThatThrownBy(() -> RunStore.read(folder))
                .isInstanceOf(LakeException.class)
                .hasMessage("no run in " + folder + ", looked for " + folder.resolve("summary.json"));
        assertThat(names(folder)).containsExactly("trades.parquet");
    }

    @Test
    void refuses_files_of_two_runs_and_damaged_ones() throws IOException {
        Path other = folder.resolve("other");
        RunStore.write(folder, TinyRun.results());
        RunStore.write(other, TinyRun.results(TinyRun.info(), List.of()));
        Files.copy(other.resolve("trades.parquet"), replaced("trades.parquet"));

        assertThatThrownBy(() -> RunStore.read(folder))
                .isInstanceOf(LakeException.class)
                .hasMessage("cannot read the run in " + folder)
                .cause()
                .hasMessage("fills must be 2 as in summary.json, but tables say 0");

        Files.writeString(folder.resolve("trades.parquet"), "damaged");
        assertThatThrownBy(() -> RunStore.read(folder)).isInstanceOf(LakeException.class);
        Files.writeString(folder.resolve("summary.json"), "{}");
        assertThatThrownBy(() -> RunStore.read(folder))
                .isInstanceOf(LakeException.class)
                .cause()
                .hasMessageContaining("summary.json:1:1: info is required");
    }

    private Path replaced(String name) throws IOException {
        Files.delete(folder.resolve(name));
        return folder.resolve(name);
    }

    private List<String> table(String name) throws Exception {
        try (Connection duck = DuckDb.openInMemory(List.of(folder));
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT COLUMNS(*)::VARCHAR FROM read_parquet('" + folder.resolve(name) + "')")) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(rows.getString(column));
                }
                lines.add(String.join(", ", values));
            }
            return lines;
        }
    }

    private SortedMap<String, byte[]> contents() throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (String name : FILES) {
            contents.put(name, Files.readAllBytes(folder.resolve(name)));
        }
        return contents;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
