package io.mts1b.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CalendarCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(boolean json, String... arguments) {
        PrintWriter complaints = new PrintWriter(err);
        Console console = new Console(new PrintWriter(out), complaints, InputStream.nullInputStream(), json);
        return new CommandLine(new CalendarCommand(console)).setErr(complaints).execute(arguments);
    }

    private int sessions(boolean json, String calendar, String from, String to) {
        return run(json, "sessions", "--calendar", calendar, "--from", from, "--to", to);
    }

    @Test
    void sessions_are_printed_in_the_shape_that_is_promised() {
        assertThat(sessions(true, "XNYS", "2024-07-03", "2024-07-05")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString())
                .isEqualTo("[{\"session\":\"2024-07-03\",\"open\":\"2024-07-03T13:30:00Z\","
                        + "\"close\":\"2024-07-03T17:00:00Z\",\"break_start\":null,\"break_end\":null},"
                        + "{\"session\":\"2024-07-05\",\"open\":\"2024-07-05T13:30:00Z\","
                        + "\"close\":\"2024-07-05T20:00:00Z\",\"break_start\":null,\"break_end\":null}]\n");
    }

    @Test
    void a_lunch_break_is_printed() {
        assertThat(sessions(true, "xtks", "2024-07-03", "2024-07-03")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("\"break_start\":\"2024-07-03T02:30:00Z\",\"break_end\":\"2024-07-03T03:30:00Z\"");
    }

    @Test
    void people_get_lines_and_reasons() {
        assertThat(sessions(false, "XTKS", "2024-07-03", "2024-07-03")).isEqualTo(ExitCode.DONE);
        assertThat(run(false, "closures", "--calendar", "XNYS", "--from", "2012-10-26", "--to", "2012-11-01"))
                .isEqualTo(ExitCode.DONE);

        assertThat(out.toString())
                .startsWith("2024-07-03  2024-07-03T00:00:00Z to 2024-07-03T06:00:00Z"
                        + "  break 2024-07-03T02:30:00Z to 2024-07-03T03:30:00Z\n")
                .contains("2012-10-29  Hurricane Sandy");
    }

    @Test
    void days_without_a_session_are_an_empty_list() {
        assertThat(sessions(true, "XNYS", "2024-07-06", "2024-07-07")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("[]\n");
    }

    @ParameterizedTest
    @CsvSource({
        "NOWHERE, 2024-07-01, 2024-07-05, calendar must be one of",
        "XNYS, 2024-07-05, 2024-07-01, --to must not be before --from 2024-07-05",
        "XNYS, 2999-01-01, 2999-01-05, 2999-01-01",
        "XNYS, 2024-02-30, 2024-07-05, 2024-02-30",
    })
    void what_cannot_be_answered_is_refused(String calendar, String from, String to, String reason) {
        assertThat(sessions(true, calendar, from, to)).isEqualTo(ExitCode.REFUSED);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains(reason);
    }

    @Test
    void a_group_without_a_command_is_refused() {
        assertThat(run(false)).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("Missing subcommand: sessions or closures");
    }

    /** The whole of a peer's answers, through the command, to the byte. */
    @ParameterizedTest
    @ValueSource(strings = {"xnys", "xtks", "xhkg", "cmes", "xlon", "24-5"})
    @Tag(SharedData.TAG)
    void agrees_with_all_that_a_peer_says(String calendar) throws IOException {
        List<String> rows;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(SharedData.path("calendars/exchange_calendars/" + calendar + ".csv.gz"))),
                StandardCharsets.UTF_8))) {
            rows = lines.lines().skip(1).toList();
        }
        assertThat(sessions(true, calendar, first(rows.getFirst()), first(rows.getLast())))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);

        assertThat(out.toString())
                .isEqualTo(rows.stream()
                                .map(CalendarCommandTest::json)
                                .toList()
                                .toString()
                                .replace("}, {", "},{") + "\n");
    }

    private static String first(String row) {
        return row.split(",", -1)[0].substring(0, 10);
    }

    private static String json(String row) {
        String[] cells = row.split(",", -1);
        return "{\"session\":\"" + first(row) + "\",\"open\":" + instant(cells[1]) + ",\"close\":" + instant(cells[2])
                + ",\"break_start\":" + instant(cells[3]) + ",\"break_end\":" + instant(cells[4]) + "}";
    }

    private static String instant(String cell) {
        return cell.isBlank() ? "null" : "\"" + cell.substring(0, 10) + "T" + cell.substring(11, 19) + "Z\"";
    }
}
