package io.mts1b.reportslibrary.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.json.Json;
import io.mts1b.reportslibrary.SimulatedRun;
import io.mts1b.reportslibrary.TinyRun;
import io.mts1b.reportslibrary.run.RunInfo;
import io.mts1b.reportslibrary.run.RunResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final Pattern ELEMENT =
            Pattern.compile("<(script|style)([^>]*)>(.*?)</\\1>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    @TempDir
    private Path folder;

    @Test
    void renders_equal_runs_in_equal_bytes() {
        assertThat(HtmlReport.render(SimulatedRun.of(1, 300, 4)))
                .isEqualTo(HtmlReport.render(SimulatedRun.of(1, 300, 4)))
                .isNotEqualTo(HtmlReport.render(SimulatedRun.of(2, 300, 4)));
    }

    @Test
    void asks_nobody_for_anything() {
        String page = HtmlReport.render(TinyRun.results());
        String markup = markup(page);

        Matcher links = Pattern.compile("(?:href|src|srcset|action|data|poster)=\"([^\"]*)\"")
                .matcher(markup);
        List<String> targets = new ArrayList<>();
        while (links.find()) {
            targets.add(links.group(1));
        }
        assertThat(targets).containsExactly("data:,");
        assertThat(markup).doesNotContain("http:", "https:", "//", "@import");
        assertThat(element(page, "style")).doesNotContain("url(", "@import", "@font-face");
    }

    @Test
    void names_its_scripts_and_its_style_by_their_hashes() throws Exception {
        String page = HtmlReport.render(TinyRun.results());
        Matcher elements = ELEMENT.matcher(page);
        List<String> hashes = new ArrayList<>();
        while (elements.find()) {
            if (!elements.group(2).contains("application/json")) {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(elements.group(3).getBytes(StandardCharsets.UTF_8));
                hashes.add("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
            }
        }

        assertThat(hashes).hasSize(3);
        assertThat(page)
                .contains("content=\"default-src 'none'; script-src " + hashes.get(1) + " " + hashes.get(2)
                        + "; style-src " + hashes.get(0)
                        + "; img-src data:; base-uri 'none'; form-action 'none'\"");
    }

    @Test
    void says_when_data_are_simulated_and_only_then() {
        RunInfo simulated =
                RunInfo.builder().from(TinyRun.info()).simulated(true).build();

        assertThat(HtmlReport.render(TinyRun.results(simulated, List.of())))
                .contains("<title>Simulated: A tiny run</title>", "class=\"simulated\"", "<strong>Simulated</strong>");
        assertThat(HtmlReport.render(TinyRun.results()))
                .contains("<title>A tiny run</title>")
                .doesNotContain("class=\"simulated\"", "<strong>Simulated</strong>");
    }

    @Test
    void keeps_text_from_becoming_markup_or_script() {
        String attack = "</script></style></title><img src=x onerror=alert(1)><!--'\"&";
        RunInfo info = RunInfo.builder()
                .from(TinyRun.info())
                .title(attack)
                .addUnderstood(attack)
                .addConfiguration(new RunInfo.Setting(attack, attack))
                .build();

        String page = HtmlReport.render(TinyRun.results(info, TinyRun.trades()));

        assertThat(markup(page)).doesNotContain("<img", "onerror=alert(1)>", attack);
        String data = page.substring(page.indexOf("id=\"data\">") + 10);
        data = data.substring(0, data.indexOf("</script>"));
        assertThat(data).doesNotContain("<", ">", "&").endsWith("}");
        assertThat(Json.read(data, ReportData.class).info()).isEqualTo(info);
    }

    @Test
    void gives_the_page_what_the_run_left_behind() {
        ReportData data = ReportData.of(TinyRun.results());

        assertThat(data.seed()).isEqualTo("9223372036854775807");
        assertThat(data.equity().nav()).containsExactly(1000.0, 1100.0, 990.0, 1089.0, 1089.0);
        assertThat(data.equity().cash()).containsExactly(1000.0, 499.0, 499.0, 608.5, 608.5);
        assertThat(data.equity().drawdown()).containsExactly(0.0, 0.0, -0.1, -0.01, -0.01);
        // Those held most come first, and what was not held in a session is zero there.
        assertThat(data.weights().instrument()).containsExactly("ACME.XNYS", "ZINC.XNYS");
        assertThat(data.weights().weight()).containsExactly(List.of(0.54, 0.441), List.of(-0.25, 0.0));
        assertThat(data.flows()).containsExactly(new Flow("2024-01", 500, 0), new Flow("2024-02", 0, 110));
        assertThat(data.gates())
                .extracting(gate -> gate.gate() + " " + gate.passed() + " " + gate.stopped())
                .containsExactly(
                        "IDEMPOTENCY 3 0",
                        "SCHEMA 3 0",
                        "STATIC 2 1",
                        "POSITION 2 0",
                        "DRAWDOWN 2 0",
                        "SHORT_SIDE 2 0",
                        "CRO_VETO 2 0");
        assertThat(data.denials())
                .extracting(ReportData.DenialRow::code)
                .containsExactly("ORDER_NOTIONAL_ABOVE_LIMIT", "SHORTING_DISABLED");
        assertThat(data.years()).singleElement().satisfies(year -> {
            assertThat(year.months()).hasSize(12).startsWith(1100 / 1000.0 - 1, 1089 / 1100.0 - 1, 0.0, null);
            assertThat(year.year()).isEqualTo(2024);
        });
    }

    @Test
    void stays_small_for_thirty_years_of_twenty_instruments() {
        RunResults results = SimulatedRun.of(11, 7_000, 20);

        assertThat(results.trades()).hasSizeGreaterThan(6_000);
        assertThat(HtmlReport.render(results).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(3_000_000);
    }

    @Test
    void writes_a_whole_file_or_none() throws IOException {
        Path file = folder.resolve("new/report.html");
        HtmlReport.write(file, TinyRun.results());

        assertThat(file).hasContent(HtmlReport.render(TinyRun.results()));
        assertThat(folder.resolve("new/report.html.partial")).doesNotExist();

        Path taken = folder.resolve("taken.html");
        Files.createDirectories(taken.resolve("in the way"));
        assertThatThrownBy(() -> HtmlReport.write(taken, TinyRun.results()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + taken);
        assertThat(folder.resolve("taken.html.partial")).doesNotExist();
    }

    private static String markup(String page) {
        return ELEMENT.matcher(page).replaceAll("<$1></$1>");
    }

    private static String element(String page, String name) {
        Matcher elements = ELEMENT.matcher(page);
        while (elements.find()) {
            if (elements.group(1).equals(name)) {
                return elements.group(3);
            }
        }
        throw new AssertionError("no " + name);
    }
}
