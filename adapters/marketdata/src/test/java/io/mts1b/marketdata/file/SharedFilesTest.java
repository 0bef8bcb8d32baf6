package io.mts1b.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Price;
import io.mts1b.marketdata.DailyBars;
import io.mts1b.marketdata.DailySeries;
import io.mts1b.testkit.SharedData;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files of many makers; rows, dates and first values are those of their SOURCE.md. */
@Tag(SharedData.TAG)
class SharedFilesTest {

    @ParameterizedTest
    @CsvSource({
        "bt_orcl-1995-2014.csv.gz, 5036, 1995-01-03, 2014-12-31, 1.883304",
        "bt_py_GOOG.csv.gz, 2148, 2004-08-19, 2013-03-01, 100.34",
        "bt_yhoo-1996-2014.csv.gz, 4713, 1996-04-12, 2014-12-31, 1.375",
        "dji_1928_2010.csv.gz, 20433, 1928-10-01, 2010-02-12, 240.01",
        "skender_spx_1990_2022.csv.gz, 8111, 1990-01-02, 2022-03-10, 359.69",
        "vega_sp500-2000.csv.gz, 5105, 2000-01-03, 2020-04-17, 1455.219971",
        "ppo_spy_prices.csv.gz, 6765, 1993-01-29, 2019-12-09, 26.583992",
        "vega_sp500.csv, 123, 2000-01-01, 2010-03-01, 1394.46",
        "zipline_csvdir_AAPL.csv.gz, 754, 2012-01-03, 2014-12-31, 58.747143"
    })
    void reads_single_series(String file, int rows, LocalDate first, LocalDate last, String firstClose) {
        DailySeries series = read(file).series().getFirst();

        assertThat(series.bars()).hasSize(rows);
        assertThat(series.bars().getFirst().date()).isEqualTo(first);
        assertThat(series.bars().getLast().date()).isEqualTo(last);
        assertThat(series.bars().getFirst().range().close()).isEqualTo(Price.parse(firstClose));
    }

    @Test
    void reads_twenty_shares_with_ragged_starts() {
        DailyBars bars = read("ppo_stock_prices.csv.gz");

        assertThat(bars.series()).hasSize(20);
        assertThat(bars.dates()).hasSize(7126);
        assertThat(bars.series().stream()
                        .filter(series -> series.symbol().value().equals("FB"))
                        .map(series -> series.bars().getFirst().date()))
                .containsExactly(LocalDate.of(2012, 5, 18));
    }

    @Test
    void reads_a_row_per_instrument_and_month() {
        assertThat(read("vega_stocks.csv").series().stream()
                        .map(s -> s.symbol() + " " + s.bars().size()))
                .containsExactly("AAPL 123", "AMZN 123", "GOOG 68", "IBM 123", "MSFT 123");
    }

    @Test
    void refuses_returns_where_prices_are_wanted() {
        assertThatThrownBy(() -> read("zipline_SPY_benchmark_returns.csv.gz"))
                .hasMessageContaining("found the columns [date, return], expected a column called close or price");
        assertThatThrownBy(() -> read("vega_ohlc.json")).isInstanceOf(RefusedFileException.class);
    }

    private static DailyBars read(String file) {
        return BarFiles.read(SharedData.path("equities_daily/" + file), BarFileOptions.DEFAULT);
    }
}
