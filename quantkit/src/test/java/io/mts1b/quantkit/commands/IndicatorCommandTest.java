package io.mts1b.quantkit.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import io.mts1b.quantkit.indicators.Indicators;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class IndicatorCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(boolean json, String... words) {
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), json);
        return new CommandLine(new IndicatorCommand(console))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    private JsonNode json(String... words) {
        assertThat(run(true, words)).as(err.toString()).isEqualTo(ExitCode.DONE);
        return new ObjectMapper().readTree(out.toString());
    }

    private String refused(String... words) {
        err.getBuffer().setLength(0);
        assertThat(run(true, words)).isEqualTo(ExitCode.REFUSED);
        assertThat(out.toString()).isEmpty();
        return err.toString();
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    private String bars() throws IOException {
        return file(
                "bars.csv",
                "date,Open,High,Low,Close,Volume",
                "2026-01-02,1,3,1,2,10",
                "2026-01-05,2,4,2,4,20",
                "2026-01-06,4,4,,3,20",
                "2026-01-07,3,9,3,9,30");
    }

    @Test
    void prints_a_row_per_bar_and_null_where_there_is_nothing_to_say() throws IOException {
        JsonNode rows = json("sma", "--bars", bars(), "--param", "period=2");
        assertThat(rows.toString())
                .isEqualTo("[{\"date\":\"2026-01-02\",\"sma\":null},{\"date\":\"2026-01-05\",\"sma\":3.0},"
                        + "{\"date\":\"2026-01-06\",\"sma\":3.5},{\"date\":\"2026-01-07\",\"sma\":6.0}]");
        out.getBuffer().setLength(0);
        assertThat(json("tr", "--bars", bars()).findValues("tr").toString()).isEqualTo("[null, 2.0, null, 6.0]");
        out.getBuffer().setLength(0);
        assertThat(run(false, "sma", "--bars", bars(), "--param", "period=2")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("2026-01-05          3.00000");
    }

    @Test
    void compares_with_a_benchmark_by_date() throws IOException {
        String other = file("other.csv", "date,X", "2026-01-07,3", "2026-01-02,1", "2026-01-06,1");
        assertThat(json("prs", "--bars", bars(), "--benchmark", other)
                        .findValues("prs")
                        .toString())
                .isEqualTo("[2.0, null, 3.0, 3.0]");
        out.getBuffer().setLength(0);
        assertThat(refused("prs", "--bars", bars())).contains("benchmark must be given for prs");
    }

    @Test
    void takes_many_bars_of_a_day() throws IOException {
        String bars = file(
                "minutes.csv",
                "time,high,low,close,volume",
                "2026-01-05 09:30:00-05:00,3,1,2,10",
                "2026-01-05T09:31:00-05:00[America/New_York],6,4,5,0",
                "2026-01-05T14:32:00Z,8,8,8,20",
                "2026-01-06T14:30:00Z,9,9,9,1");
        assertThat(json("sma", "--bars", bars, "--param", "period=2").toString())
                .isEqualTo("[{\"date\":\"2026-01-05T09:30:00-05:00\",\"sma\":null},"
                        + "{\"date\":\"2026-01-05T09:31:00-05:00\",\"sma\":3.5},"
                        + "{\"date\":\"2026-01-05T14:32:00Z\",\"sma\":6.5},"
                        + "{\"date\":\"2026-01-06T14:30:00Z\",\"sma\":8.5}]");
        out.getBuffer().setLength(0);
        // (2 * 10 + 8 * 20) / 30, and anew on the day after.
        assertThat(json("vwap", "--bars", bars, "--param", "anchor=day")
                        .findValues("vwap")
                        .toString())
                .isEqualTo("[2.0, 2.0, 6.0, 9.0]");
        out.getBuffer().setLength(0);
        String other = file("other.csv", "time,close", "2026-01-05T14:30:00Z,1", "2026-01-05T14:31:00Z,2");
        assertThat(json("prs", "--bars", bars, "--benchmark", other)
                        .findValues("prs")
                        .toString())
                .isEqualTo("[2.0, 2.5, null, null]");
    }

    @Test
    void takes_midnight_for_a_day_and_refuses_other_times_without_a_zone() throws IOException {
        String pandas = file("pandas.csv", "date,close", "2026-01-02 00:00:00,1", "2026-01-05 00:00:00,3");
        assertThat(json("sma", "--bars", pandas, "--param", "period=2").toString())
                .isEqualTo("[{\"date\":\"2026-01-02\",\"sma\":null},{\"date\":\"2026-01-05\",\"sma\":2.0}]");
        out.getBuffer().setLength(0);
        String naive = file("naive.csv", "date,close", "2026-01-02 09:30:00,1");
        assertThat(refused("sma", "--bars", naive))
                .contains("naive.csv line 2: time must have a zone, such as 2026-01-31T09:30:00-05:00,"
                        + " was 2026-01-02 09:30:00");
        String mixed = file("mixed.csv", "date,close", "2026-01-02,1", "2026-01-05T09:30:00Z,3");
        assertThat(refused("sma", "--bars", mixed)).contains("mixed.csv must have days alone or moments alone");
        String twice = file("twice.csv", "date,close", "2026-01-05T09:30:00Z,1", "2026-01-05T04:30:00-05:00,3");
        assertThat(refused("sma", "--bars", twice))
                .contains("twice.csv line 3: date must come once, was 2026-01-05T04:30:00-05:00");
        String none = file("none.csv", "date,close", "2026-01-05T25:30:00Z,1");
        assertThat(refused("sma", "--bars", none))
                .contains("none.csv line 2: date must be of the form 2026-01-31 or 2026-01-31T14:30:00Z");
        String back = file("back.csv", "date,close", "2026-01-05T01:00:00+09:00,1", "2026-01-04T17:00:00Z,1");
        assertThat(refused("sma", "--bars", back)).contains("times must rise and their days not fall");
        String sold = file("sold.csv", "date,close,volume", "2026-01-05,1,-1");
        assertThat(refused("sma", "--bars", sold)).contains("sold.csv line 2: volume must not be negative, was -1");
        String free = file("free.csv", "date,close", "2026-01-05,0");
        assertThat(refused("sma", "--bars", free)).contains("free.csv line 2: price must be positive, was 0");
    }

    @Test
    void lists_them_all() {
        JsonNode all = json("--list");
        assertThat(all.size()).isEqualTo(Indicators.all().size());
        out.getBuffer().setLength(0);
        JsonNode macd = json("macd", "--list").get(0);
        assertThat(macd.required("outputs").toString())
                .isEqualTo("[\"macd\",\"signal\",\"histogram\",\"fastEma\",\"slowEma\"]");
        assertThat(macd.required("parameters").get(1).toString())
                .isEqualTo("{\"name\":\"fast\",\"usual\":\"12\",\"rule\":\"a whole number in [1, 100000]\"}");
        out.getBuffer().setLength(0);
        assertThat(run(false, "--list")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("bb ").contains("Bollinger bands");
    }

    @Test
    void refuses_what_it_cannot_do_with_the_reason() throws IOException {
        assertThat(refused("sma")).contains("indicator must have a name and --bars, or --list");
        assertThat(refused("smaa", "--bars", bars())).contains("did you mean sma?");
        assertThat(refused("sma", "--bars", bars(), "--param", "periode=2")).contains("did you mean period?");
        String closes = file("closes.csv", "date,close", "2026-01-02,1");
        assertThat(refused("atr", "--bars", closes)).contains("bars must have a column high for atr, had [close]");
        String upside = file("upside.csv", "date,high,low,close", "2026-01-02,1,2,1");
        assertThat(refused("sma", "--bars", upside)).contains("high must be at least low 2.0 on 2026-01-02, was 1.0");
    }

    @Test
    @Tag(SharedData.TAG)
    void reads_the_bars_of_the_goldens() {
        String quotes = SharedData.path("quant_goldens/skender_indicators/quotes_default.csv.gz")
                .toString();
        JsonNode rows = json("bb", "--bars", quotes, "--param", "period=20,deviations=2");

        // The last row of bb.standard.json.
        assertThat(rows.size()).isEqualTo(502);
        assertThat(rows.get(501).required("date").stringValue()).isEqualTo("2018-12-31");
        assertThat(rows.get(501).required("upperBand").doubleValue()).isCloseTo(273.7004230728253, within(1e-9));
        assertThat(rows.get(18).required("upperBand").isNull()).isTrue();
    }
}
