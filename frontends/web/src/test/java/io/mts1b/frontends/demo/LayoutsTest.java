package io.mts1b.frontends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.frontends.CommandRun;
import io.mts1b.reportslibrary.run.EquityRow;
import io.mts1b.reportslibrary.run.RunResults;
import io.mts1b.reportslibrary.run.RunStore;
import io.mts1b.testkit.Browser;
import io.mts1b.testkit.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job on real files of many layouts, from bytes to the pixels of the report. */
@Tag(SharedData.TAG)
class LayoutsTest {

    private static final List<String> CHARTS =
            List.of("equity-chart", "drawdown-chart", "weights-chart", "flows-chart", "gates-chart");

    @TempDir
    private Path temp;

    private RunResults run(Path data) {
        CommandRun run = CommandRun.of("demo", "--data", data.toString(), "--out", temp.toString());
        assertThat(run.code()).as(run.err()).isZero();
        return RunStore.read(temp);
    }

    /** Sessions and dates were counted in the files by other means. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ppo_stock_prices.csv.gz          | a column per instrument | 1989-12-29 | 2018-04-11 | 7126  | XNYS | 252
            dji_1928_2010.csv.gz             | one instrument          | 1928-10-01 | 2010-02-12 | 20433 | XNYS | 252
            bt_py_GOOG.csv.gz                | one instrument          | 2004-08-19 | 2013-03-01 | 2148  | XNYS | 252
            vega_stocks.csv                  | a row per instrument    | 2000-01-01 | 2010-03-01 | 123   | 24-7 | 12
            """)
    void understands_the_layout_trades_and_draws_every_chart(
            String file, String layout, String start, String end, int sessions, String calendar, double periods)
            throws Exception {
        RunResults results = run(SharedData.path("equities_daily/" + file));

        assertThat(results.info().understood().getFirst()).contains(file, layout);
        assertThat(results.info().start()).hasToString(start);
        assertThat(results.info().end()).hasToString(end);
        assertThat(results.info().calendar()).isEqualTo(calendar);
        assertThat(results.info().periodsPerYear()).isEqualTo(periods);
        assertThat(results.info().simulated()).isFalse();
        assertThat(results.equity()).hasSize(sessions);
        assertThat(results.trades()).hasSizeGreaterThan(20);
        assertThat(results.equity()).allSatisfy(LayoutsTest::addsUp);
        assertDrawn(results);
    }

    private static void addsUp(EquityRow row) {
        assertThat(row.nav()).isEqualTo(row.cash().plus(row.positionsValue()));
    }

    private void assertDrawn(RunResults results) throws Exception {
        try (Browser browser = Browser.start();
                Browser.Window window = browser.open(temp.resolve("report.html"), false)) {
            assertThat(window.complaints()).isEmpty();
            assertThat(window.drawn("drawdown-chart"))
                    .isEqualTo(results.equity().size());
            for (String chart : CHARTS) {
                Browser.Painted painted = window.painted(chart);
                assertThat(painted.pixels()).as(chart + " pixels").isGreaterThan(3_000);
                assertThat(painted.colours()).as(chart + " colours").isGreaterThan(3);
            }
            byte[] screenshot = window.page().screenshot();
            assertThat(screenshot).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(20_000);
        }
    }

    @Test
    void reads_a_folder_with_a_file_for_each_instrument() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("bars"));
        for (String file : List.of("zipline_csvdir_AAPL.csv.gz", "zipline_csvdir_IBM.csv.gz")) {
            Files.copy(SharedData.path("equities_daily/" + file), folder.resolve(file.replace("zipline_csvdir_", "")));
        }

        RunResults results = run(folder);

        assertThat(results.info().understood()).hasSize(2);
        assertThat(results.trades().stream()
                        .map(trade -> trade.fill().instrument().symbol().toString())
                        .distinct())
                .containsExactlyInAnyOrder("AAPL", "IBM");
        assertThat(results.equity()).hasSize(754);
    }
}
