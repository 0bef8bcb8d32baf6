package io.mts1b.frontends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.frontends.CommandRun;
import io.mts1b.frontends.FolderBytes;
import io.mts1b.frontends.SmallMarket;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the demo does not take: it says what, where and what it expected, and leaves nothing behind. */
class RefusalTest {

    @TempDir
    private Path temp;

    private CommandRun demo(Path data, String... more) {
        String[] words = Arrays.copyOf(
                new String[] {
                    "demo",
                    "--data",
                    data.toString(),
                    "--out",
                    temp.resolve("out").toString()
                },
                5 + more.length);
        System.arraycopy(more, 0, words, 5, more.length);
        return CommandRun.of(words);
    }

    private void assertRefused(CommandRun run, String... says) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(says);
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2015-01-06,,1.5     | 2015-01-06,1.2,NaN   | line 4 | NaN
            2015-01-06,,1.5     | 2015-01-06,1.2,0     | line 4 | 0
            2015-01-06,,1.5     | 2015-01-06,1.2,-3    | line 4 | -3
            2015-01-06,,1.5     | 2015-01-06,1.2,abc   | line 4 | abc
            2015-01-06,,1.5     | 2015-01-06,1.2,1e400 | line 4 | 1e400
            2015-01-06,,1.5     | 2015-01-07,1.2       | line 4 | 2 cells
            2015-01-06,,1.5     | 2015-01-06,1.2,1.5   | line 4 | 2015-01-06
            2015-01-06,,1.5     | 2015-02-30,1.2,1.5   | line 4 | 2015-02-30
            2015-01-06T09,,1.5  | 2015-01-07,1.2,1.5   | line 3 | 2015-01-06T09
            """)
    void a_row_that_makes_no_sense(String third, String fourth, String where, String found) throws Exception {
        Path data = Files.writeString(
                temp.resolve("prices.csv"), "date,AAA,BBB\n2015-01-05,1.1,1.4\n" + third + "\n" + fourth + "\n");

        assertRefused(demo(data), "prices.csv, " + where, found, "expected");
    }

    @Test
    void a_file_that_is_not_there() {
        assertRefused(demo(temp.resolve("nowhere.csv")), "nowhere.csv");
    }

    @Test
    void a_file_without_a_row() throws Exception {
        assertRefused(demo(Files.writeString(temp.resolve("prices.csv"), "date,AAA\n")), "prices.csv", "expected");
        assertRefused(demo(Files.writeString(temp.resolve("prices.csv"), "")), "prices.csv", "expected");
    }

    @Test
    void a_gzip_that_ends_too_early() throws Exception {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write(Files.readAllBytes(SmallMarket.write(temp.resolve("market.csv"), 1)));
        }
        byte[] half = Arrays.copyOf(whole.toByteArray(), whole.size() / 2);

        assertRefused(demo(Files.write(temp.resolve("market.csv.gz"), half)), "market.csv.gz");
    }

    @Test
    void bytes_that_are_no_text() throws Exception {
        byte[] latin = "date,AAA\n2015-01-05,1.0\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(demo(Files.write(temp.resolve("prices.csv"), latin)), "prices.csv", "UTF-8");
    }

    @Test
    void a_calendar_that_does_not_fit_or_does_not_exist() throws Exception {
        Path market = SmallMarket.write(temp.resolve("market.csv"), 1);

        assertRefused(demo(market, "--calendar", "XMARS"), "XMARS");
    }

    @ParameterizedTest
    @CsvSource({"--cash,0", "--cash,-1", "--cash,much", "--cash,1e99", "--seed,one", "--colour,red"})
    void an_option_that_makes_no_sense(String option, String value) throws Exception {
        Path market = SmallMarket.write(temp.resolve("market.csv"), 1);

        assertRefused(demo(market, option, value), option);
    }

    @Test
    void a_folder_that_is_somebody_elses() throws Exception {
        Path market = SmallMarket.write(temp.resolve("market.csv"), 1);
        Files.createDirectory(temp.resolve("out"));
        Files.writeString(temp.resolve("out").resolve("report.html"), "my report");
        SortedMap<String, String> before = FolderBytes.of(temp.resolve("out"));

        CommandRun run = demo(market);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("holds report.html").contains("choose another --out");
        assertThat(FolderBytes.of(temp.resolve("out"))).isEqualTo(before);
    }

    @Test
    void bad_data_leave_an_earlier_run_as_it_is() throws Exception {
        assertThat(demo(SmallMarket.write(temp.resolve("market.csv"), 1)).code())
                .isZero();
        SortedMap<String, String> before = FolderBytes.of(temp.resolve("out"));

        CommandRun run = demo(Files.writeString(temp.resolve("bad.csv"), "date,AAA\n2015-01-05,none\n"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(FolderBytes.of(temp.resolve("out"))).isEqualTo(before);
    }
}
