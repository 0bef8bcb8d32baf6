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
