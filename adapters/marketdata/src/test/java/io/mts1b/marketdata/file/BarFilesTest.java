package io.mts1b.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.marketdata.DailyBar;
import io.mts1b.marketdata.DailyBars;
import io.mts1b.marketdata.DailySeries;
import io.mts1b.platform.db.DuckDb;
import io.mts1b.testkit.ForAll;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarFilesTest {

    private static final String WIDE = "date,AAPL,MSFT\n2024-01-02,185.64,370.87\n2024-01-03,184.25,\n";
    private static final LocalDate SECOND = LocalDate.of(2024, 1, 2);

    @TempDir
    private Path folder;

    @Test
    void reads_a_column_per_instrument_with_gaps() throws IOException {
        DailyBars bars = read("prices.csv", WIDE);

        assertThat(bars.series().stream().map(s -> s.symbol() + " " + s.bars().size() + " " + s.closesOnly()))
                .containsExactly("AAPL 2 true", "MSFT 1 true");
        assertThat(bars.series().getFirst().bars().getFirst())
                .isEqualTo(new DailyBar(SECOND, PriceRange.flat(Price.parse("185.64")), Quantity.ZERO));
        assertThat(bars.understood())
                .containsExactly("prices.csv: CSV, a column per instrument, 2 of them, 2 rows, 2024-01-02 to"
                        + " 2024-01-03, dates as yyyy-MM-dd; one price a day, so orders fill at closes");
        assertThat(bars.dates()).containsExactly(SECOND, SECOND.plusDays(1));
        assertThat(bars.simulated()).isFalse();
    }

    @Test
    void reads_an_instrument_per_file_named_for_it() throws IOException {
        DailyBars bars = read(
                "GOOG.csv", ",Open,High,Low,Close,Volume,Dividend\n2004-08-19,100,104.06,95.96,100.34,22351900,0\n");

        DailySeries goog = bars.series().getFirst();
        assertThat(goog.symbol()).isEqualTo(new Symbol("GOOG"));
        assertThat(goog.closesOnly()).isFalse();
        assertThat(goog.bars())
                .containsExactly(new DailyBar(
                        LocalDate.of(2004, 8, 19), range("100", "104.06", "95.96", "100.34"), Quantity.of(22_351_900)));
        assertThat(bars.understood().getFirst()).endsWith("; open, high, low and close; ignored Dividend");
    }

    @Test
    void reads_a_row_per_instrument_and_date() throws IOException {
        DailyBars bars = read(
                "long.csv",
                "symbol,date,price\nMSFT,Jan 2 2024,370.87\nMSFT,Jan 3 2024,370.60\nAAPL,Jan 2 2024,185.64\n");

        assertThat(bars.series().stream().map(s -> s.symbol() + " " + s.bars().size()))
                .containsExactly("AAPL 1", "MSFT 2");
        assertThat(bars.understood().getFirst()).contains("a row per instrument and date", "dates as Mon d yyyy");
    }

    @Test
    void adjusts_for_splits_and_dividends_unless_told_otherwise() throws IOException {
        String text = "Date,Open,High,Low,Close,Adj Close,Volume\n1995-01-03,2.0,2.4,1.8,2.2,1.1,100\n";
        Path file = write("ORCL.csv", text);

        DailyBar adjusted = only(BarFiles.read(file, BarFileOptions.DEFAULT));
        DailyBar raw = only(BarFiles.read(file, new BarFileOptions(false)));

        assertThat(adjusted.range()).isEqualTo(range("1", "1.2", "0.9", "1.1"));
        assertThat(raw.range()).isEqualTo(range("2", "2.4", "1.8", "2.2"));
    }

    @Test
    void turns_files_that_start_with_the_newest_date() throws IOException {
        DailyBars bars = read("X.csv", "Date,Close\n2010-02-12,3\n2010-02-11,2\n2010-02-10,1\n");

        assertThat(bars.series().getFirst().bars().stream()
                        .map(bar -> bar.range().close()))
                .containsExactly(Price.parse("1"), Price.parse("2"), Price.parse("3"));
    }

    @Test
    void reads_plain_gzipped_zipped_and_parquet_alike() throws Exception {
        Path gzip = folder.resolve("b.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(WIDE.getBytes(StandardCharsets.UTF_8));
        }
        Path zip = folder.resolve("c.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("inside/prices.csv"));
            out.write(WIDE.getBytes(StandardCharsets.UTF_8));
        }
        Path plain = write("a.csv", "\ufeff" + WIDE.replace("\n", "\r\n"));
        Path parquet = folder.resolve("d.parquet");
        try (Connection duck = DuckDb.openInMemory(List.of(folder));
                Statement statement = duck.createStatement()) {
            statement.execute("COPY (SELECT * FROM (VALUES (DATE '2024-01-02', 185.64, 370.87::DOUBLE),"
                    + " (DATE '2024-01-03', 184.25, NULL)) t(date, \"AAPL\", \"MSFT\")) TO '" + parquet
                    + "' (FORMAT parquet)");
        }

        List<DailySeries> expected =
                BarFiles.read(plain, BarFileOptions.DEFAULT).series();
        for (Path file : List.of(gzip, zip, parquet)) {
            assertThat(BarFiles.read(file, BarFileOptions.DEFAULT).series()).isEqualTo(expected);
        }
    }

    @Test
    void reads_all_files_of_a_folder() throws IOException {
        write("MSFT.csv", "date,close\n2024-01-02,370.87\n");
        write("AAPL.csv", "date,close\n2024-01-02,185.64\n");
        write(".hidden", "nonsense");

        DailyBars bars = BarFiles.read(folder, BarFileOptions.DEFAULT);

        assertThat(bars.series().stream().map(DailySeries::symbol))
                .containsExactly(new Symbol("AAPL"), new Symbol("MSFT"));
        assertThat(bars.understood()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-02,2024-01-03|yyyy-MM-dd",
                "20240102,20240103|yyyyMMdd",
                "1/30/2024,1/31/2024|month/day/year",
                "31/1/2024,1/2/2024|day/month/year",
                "1/31/2024,2/1/2024|month/day/year",
                "2.1.2024,3.1.2024|dd.MM.yyyy",
                "Jan 2 2024,Jan 3 2024|Mon d yyyy",
                "02-Jan-2024,03-Jan-2024|dd-Mon-yyyy",
                "2024-01-02 00:00:00+00:00,2024-01-03 00:00:00+00:00|yyyy-MM-dd and midnight",
                "2024-01-02T00:00:00Z,2024-01-03T00:00:00Z|yyyy-MM-dd and midnight",
                "2024/1/2,2024/1/3|yyyy/MM/dd"
            })
    void reads_dates_in_the_one_way_that_fits(String dates, String format) throws IOException {
        String[] two = dates.split(",", -1);
        DailyBars bars = read("X.csv", "date;close\n" + two[0] + ";1\n" + two[1] + ";2\n");

        assertThat(bars.understood().getFirst()).contains("dates as " + format);
        List<LocalDate> read = bars.dates();
        assertThat(read.get(1)).isEqualTo(read.get(0).plusDays(1));
    }

    @Test
    void reads_the_dates_of_each_series_in_its_own_order() throws IOException {
        String rows = "1/12/2024,S,1\n2/1/2024,S,2\n3/4/2024,S,3\n";
        DailyBars bars = read("x.csv", "date,symbol,close\n" + rows.replace('S', 'A') + rows.replace('S', 'B'));

        // Read day first, each series would jump back from December to January and then go on.
        assertThat(bars.dates())
                .containsExactly(LocalDate.of(2024, 1, 12), LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 4));
    }

    @Test
    void rounds_what_binary_floating_point_made_up_and_says_so() throws IOException {
        DailyBars bars = read("SPY.csv", "date,close\n1993-01-29,26.583992000000002\n1993-02-01,26.773048\n");

        assertThat(bars.series().getFirst().bars().getFirst().range().close()).isEqualTo(Price.parse("26.583992"));
        assertThat(bars.understood().getLast())
                .isEqualTo("1 prices carried more digits than binary floating point means and were rounded to 15");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date,AAPL~2024-01-02,abc|line 2, column 2 (AAPL): found 'abc', expected a price above zero",
                "date,AAPL~2024-01-02,-1|line 2, column 2 (AAPL): found '-1', expected a price above zero",
                "date,AAPL~2024-01-02,0.0|line 2, column 2 (AAPL): found '0.0', expected a price above zero",
                "date,AAPL~2024-01-02,Infinity|line 2, column 2 (AAPL): found 'Infinity', expected a price above zero",
                "date,AAPL~2024-01-02,1e300|line 2, column 2 (AAPL): found '1e300', expected a price between 10^-12",
                "date,AAPL~2024-01-02,1~~2024-01-03,1,2|line 4: found 3 cells, expected 2 as in the header",
                "date,AAPL~2024-01-02,1~2024-13-03,1|line 3, column 1 (date): found '2024-13-03', expected a date as yyyy-MM-dd",
                "date,AAPL~2024-02-30,1|line 2, column 1 (date): found '2024-02-30', expected a date such as",
                "date,AAPL~,1|line 2, column 1 (date): found an empty cell, expected a date such as",
                "date,AAPL~2024-01-02 09:30,1|line 2, column 1 (date): found '2024-01-02 09:30', expected a date such as",
                "date,AAPL~2024-01-02,1~2024-01-02,2|line 3: found 2024-01-02 of AAPL after 2024-01-02 on line 2",
                "date,AAPL~2024-01-02,1~2024-01-05,2~2024-01-03,2|line 4: found 2024-01-03 of AAPL after 2024-01-05",
                "date,AAPL|found no rows of data, expected a header and at least one row",
                "AAPL,MSFT~1,2|line 1: found the columns [AAPL, MSFT], expected a column called date",
                "date,open,volume~2024-01-02,1,2|expected a column called close or price, or one column per symbol",
                "date,return~2024-01-02,0.1|expected a column called close or price, or one column per symbol",
                "date,symbol,open~2024-01-02,A,2|expected a column called close or price beside the symbols",
                "date,close,Close~2024-01-02,1,2|found two columns for the close, 'close' and 'Close', expected one",
                "date,open,high,low,close~2024-01-02,5,4,3,4|column 3 (high): found '4', expected a high not below open 5",
                "date,open,high,low,close~2024-01-02,5,6,5.5,6|column 4 (low): found '5.5', expected a low not above open 5",
                "date,open,high,low,close~2024-01-02,5,6,,6|column 4 (low): found an empty cell, expected a price above zero",
                "date,close,volume~2024-01-02,5,-6|column 3 (volume): found '-6', expected a volume of zero or more",
                "just one column~1|line 1: found no comma, semicolon or tab",
                "date,AAPL~2024-01-02,\"1|broken CSV",
                "date,AAPL~1/2/2024,1~3/2/2024,1~5/2/2024,1|found dates that could be",
                "date,symbol,close~2024-01-02,A B,2|line 2, column 2 (symbol): found 'A B', expected a symbol"
            })
    void refuses_what_it_does_not_understand_and_says_where(String text, String message) throws IOException {
        Path file = write("bad.csv", text.replace('~', '\n'));

        assertThatThrownBy(() -> BarFiles.read(file, BarFileOptions.DEFAULT))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void refuses_files_that_are_damaged_or_no_text() throws IOException {
        Path gzip = folder.resolve("cut.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(WIDE.repeat(100).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(gzip);
        Files.write(gzip, Arrays.copyOf(whole, whole.length - 12));
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "date,Z\u00fcrich\n2024-01-02,1\n".getBytes(StandardCharsets.ISO_8859_1));
        Path parquet = folder.resolve("cut.parquet");
        Files.write(parquet, "PAR1 and nothing else".getBytes(StandardCharsets.UTF_8));

        refuses(gzip, "found the end of the file in the midst of packed data, expected the whole file");
        refuses(latin, "found bytes that are not UTF-8, expected UTF-8 text");
        refuses(parquet, "found damaged Parquet");
        refuses(folder.resolve("nowhere.csv"), "found nothing, expected a file or a folder");
        refuses(Files.createDirectory(folder.resolve("empty")), "found an empty folder, expected at least one file");
    }

    @Test
    void refuses_one_instrument_in_two_files() throws IOException {
        write("a.csv", WIDE);
        write("b.csv", WIDE);

        refuses(folder, "line 2: found another series of AAPL, which stands in a.csv too");
    }

    @Test
    void never_fails_in_another_way_than_by_refusing() throws IOException {
        Path file = folder.resolve("fuzz.csv");
        String seedText = "date,open,high,low,close,volume\n2024-01-02,1,3,1,2,10\n2024-01-03,2,3,1,2,10\n";
        ForAll.cases(2_000, random -> {
            byte[] bytes = seedText.getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            try {
                assertThat(BarFiles.read(file, BarFileOptions.DEFAULT).series()).isNotEmpty();
            } catch (RefusedFileException e) {
                assertThat(e).hasMessageContaining("expected");
            }
        });
    }

    private void refuses(Path file, String message) {
        assertThatThrownBy(() -> BarFiles.read(file, BarFileOptions.DEFAULT))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining(message);
    }

    private DailyBars read(String name, String text) throws IOException {
        return BarFiles.read(write(name, text), BarFileOptions.DEFAULT);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static DailyBar only(DailyBars bars) {
        return bars.series().getFirst().bars().getFirst();
    }

    private static PriceRange range(String open, String high, String low, String close) {
        return new PriceRange(Price.parse(open), Price.parse(high), Price.parse(low), Price.parse(close));
    }
}
