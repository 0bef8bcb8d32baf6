package io.mts1b.reportslibrary.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.reportslibrary.SimulatedRun;
import io.mts1b.reportslibrary.TinyRun;
import io.mts1b.reportslibrary.run.EquityRow;
import io.mts1b.reportslibrary.run.MonthlyReturns;
import io.mts1b.reportslibrary.run.RunInfo;
import io.mts1b.reportslibrary.run.RunResults;
import io.mts1b.reportslibrary.run.TradeRow;
import io.mts1b.reportslibrary.run.WeightRow;
import io.mts1b.testkit.Browser;
import io.mts1b.testkit.Browser.Window;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Opens reports in a real browser, offline, and uses them as people do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlReportBrowserTest {

    private static final List<String> CHARTS =
            List.of("equity-chart", "drawdown-chart", "weights-chart", "flows-chart", "gates-chart");

    @TempDir
    private static Path folder;

    private final RunResults run = SimulatedRun.of(11, 2_520, 12);

    private @Nullable Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start();
        HtmlReport.write(folder.resolve("report.html"), run);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private Browser browser() {
        if (browser == null) {
            throw new IllegalStateException("the browser must be started");
        }
        return browser;
    }

    /** Opens a report, uses it, and checks that nothing went wrong and nobody was asked for anything. */
    private void use(String name, boolean dark, Consumer<Window> visit) {
        try (Window window = browser().open(folder.resolve(name), dark)) {
            visit.accept(window);
            assertThat(window.complaints()).isEmpty();
            assertThat(window.page().locator("[data-error]").count()).isZero();
        }
    }

    private void use(Consumer<Window> visit) {
        use("report.html", false, visit);
    }

    @Test
    void draws_every_point_of_thirty_years_of_twenty_instruments() {
        RunResults large = SimulatedRun.of(5, 7_000, 20);
        long held =
                large.weights().stream().map(WeightRow::instrument).distinct().count();
        long told = large.weights().stream().map(WeightRow::session).distinct().count();
        long traded = large.trades().stream()
                .map(trade -> YearMonth.from(trade.session()))
                .distinct()
                .count();
        int months = MonthlyReturns.of(large.equity()).years().stream()
                .mapToInt(year -> year.months().size())
                .sum();
        HtmlReport.write(folder.resolve("large.html"), large);

        use("large.html", false, window -> {
            assertThat(window.drawn("equity-chart")).isEqualTo(2 * 7_000);
            assertThat(window.drawn("drawdown-chart")).isEqualTo(7_000);
            assertThat(window.drawn("months-table")).isEqualTo(months);
            assertThat(window.drawn("weights-chart")).isEqualTo((int) (held * told));
            assertThat(window.drawn("flows-chart")).isEqualTo((int) (2 * traded));
            assertThat(window.drawn("gates-chart")).isEqualTo(2 * 7);
            for (String chart : CHARTS) {
                Browser.Painted painted = window.painted(chart);
                assertThat(painted.pixels()).as(chart + " pixels").isGreaterThan(3_000);
                assertThat(painted.colours()).as(chart + " colours").isGreaterThan(3);
            }
        });
    }

    @Test
    void says_loudly_that_data_are_simulated() {
        use(window -> {
            Locator badge = window.page().locator(".simulated");
            assertThat(badge.isVisible()).isTrue();
            assertThat(badge.innerText()).startsWith("SIMULATED").contains("No real market");
            assertThat(window.page().title()).startsWith("Simulated: ");
            assertThat(window.page().locator("#footer").innerText()).startsWith("Simulated data");
        });
        HtmlReport.write(folder.resolve("real.html"), TinyRun.results());
        use(
                "real.html",
                false,
                window -> assertThat(window.page().locator("body").innerText().toLowerCase(Locale.ROOT))
                        .doesNotContain("simulat"));
    }

    @Test
    void shows_a_tooltip_with_the_numbers_of_the_session_pointed_at() {
        use(window -> {
            Locator chart = window.page().locator("#equity-chart");
            chart.hover(new Locator.HoverOptions().setPosition(600, 150));
            Locator tip = chart.locator(".tip");
            tip.waitFor();

            String date = tip.locator("strong").innerText();
            EquityRow row = run.equity().stream()
                    .filter(one -> one.session().toString().equals(date))
                    .findFirst()
                    .orElseThrow();
            assertThat(tip.innerText()).contains("Net asset value", money(row.nav()), "Cash", money(row.cash()));
        });
    }

    @Test
    void hides_and_shows_series_by_the_legend() {
        use(window -> {
            Locator button = button(window, "High so far");
            button.click();
            window.awaitDrawn("equity-chart", 2_520);
            assertThat(button.getAttribute("aria-pressed")).isEqualTo("false");
            button.click();
            window.awaitDrawn("equity-chart", 2 * 2_520);

            int all = window.drawn("weights-chart");
            InstrumentId first = run.weights().getFirst().instrument();
            button(window, first.toString()).click();
            window.awaitDrawn("weights-chart", all - all / 12);
        });
    }

    @Test
    void shows_a_shorter_period_in_all_charts_over_time() {
        use(window -> {
            button(window, "1Y").click();
            // A year has 250 to 254 sessions.
            window.page()
                    .waitForFunction(
                            "() => Math.abs(document.getElementById('drawdown-chart').dataset.drawn - 252) < 4");
            int sessions = window.drawn("drawdown-chart");
            window.awaitDrawn("equity-chart", 2 * sessions);
            assertThat(window.drawn("weights-chart")).isLessThanOrEqualTo(12 * 26);
            assertThat(button(window, "1Y").getAttribute("aria-pressed")).isEqualTo("true");
            button(window, "All").click();
            window.awaitDrawn("drawdown-chart", 2_520);
        });
    }

    @Test
    void redraws_on_a_log_scale_and_in_the_dark() {
        use(window -> {
            Page page = window.page();
            String linear = picture(page);
            button(window, "Log scale").click();
            page.waitForFunction(DIFFERS, linear);
            String light = picture(page);
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(ColorScheme.DARK));
            page.waitForFunction(DIFFERS, light);
        });
    }

    private static final String DIFFERS =
            "before => document.querySelector('#equity-chart canvas').toDataURL() !== before";

    private static String picture(Page page) {
        return (String) page.evaluate("() => document.querySelector('#equity-chart canvas').toDataURL()");
    }

    @Test
    void sorts_filters_and_turns_the_pages_of_trades() {
        List<Decimal> values =
                run.trades().stream().map(TradeRow::value).sorted().toList();
        long sold = run.trades().stream()
                .filter(trade -> trade.fill().side() == Side.SELL)
                .count();

        use(window -> {
            Locator table = window.page().locator("#trades-list");
            Locator first = table.locator("tbody tr").first();
            Locator status = window.page().locator("#trades-list-paged .status");
            assertThat(status.innerText()).isEqualTo("1–20 of " + whole(values.size()));
            assertThat(cells(first).getFirst())
                    .startsWith(run.trades().getFirst().session() + " ");

            Locator heading = table.locator("thead th").nth(5);
            heading.locator("button").click();
            assertThat(heading.getAttribute("aria-sort")).isEqualTo("ascending");
            assertThat(cells(first).get(5)).isEqualTo(money(values.getFirst()));
            heading.locator("button").click();
            assertThat(heading.getAttribute("aria-sort")).isEqualTo("descending");
            assertThat(cells(first).get(5)).isEqualTo(money(values.getLast()));
            button(window, "Next page").first().click();
            assertThat(cells(first).get(5)).isEqualTo(money(values.get(values.size() - 21)));

            window.page().getByLabel("Filter: All trades").fill("sell");
            assertThat(status.innerText())
                    .isEqualTo("1–20 of " + whole(sold) + " (" + whole(values.size()) + " in all)");
            window.page().getByLabel("Filter: All trades").fill("no such thing");
            assertThat(status.innerText()).isEqualTo("Nothing matches");
        });
    }

    private static List<String> cells(Locator row) {
        return row.locator("td").allInnerTexts();
    }

    @Test
    void explains_a_figure_that_is_focused_or_pointed_at() {
        use(window -> {
            Locator term = button(window, "Sharpe ratio");
            Locator hint = window.page().locator("#hint-sharpe-ratio");
            assertThat(hint.isVisible()).isFalse();
            term.hover();
            hint.waitFor();
            assertThat(hint.innerText()).contains("Mean return for each unit of volatility");
            assertThat(term.getAttribute("aria-describedby")).isEqualTo("hint-sharpe-ratio");
        });
    }

    @Test
    void shows_text_as_text_whatever_is_in_it() {
        String attack = "</script><img src=x onerror=alert(1)>{a|b}";
        RunInfo info = RunInfo.builder()
                .from(TinyRun.info())
                .title(attack)
                .addUnderstood(attack)
                .addConfiguration(new RunInfo.Setting(attack, attack))
                .build();
        InstrumentId instrument = InstrumentId.parse("</script><img/src=x/onerror=alert(1)>.XNYS");
        RunResults results = new RunResults(
                info,
                TinyRun.equity(),
                List.of(new WeightRow(TinyRun.START, instrument, 0.5)),
                TinyRun.trades(),
                List.of(),
                "x");
        HtmlReport.write(folder.resolve("attack.html"), results);

        use("attack.html", false, window -> {
            Page page = window.page();
            page.onDialog(dialog -> window.complaints().add("dialog: " + dialog.message()));
            assertThat(page.locator("h1").innerText()).isEqualTo(attack);
            assertThat(page.locator("#understood").innerText()).contains(attack);
            assertThat(page.locator("#configuration").innerText()).contains(attack);
            page.locator("#weights-chart").hover();
            Locator tip = page.locator("#weights-chart .tip");
            tip.waitFor();
            assertThat(tip.innerText()).contains(instrument.toString(), "50.00");
            assertThat(page.locator("img").count()).isZero();
        });
    }

    @Test
    void shows_a_run_in_which_nothing_happened() {
        EquityRow only = TinyRun.equity(TinyRun.START, "0", "0", "0");
        HtmlReport.write(
                folder.resolve("empty.html"),
                new RunResults(TinyRun.info(), List.of(only), List.of(), List.of(), List.of(), "x"));

        use("empty.html", true, window -> {
            for (String chart : CHARTS.subList(1, CHARTS.size())) {
                assertThat(window.drawn(chart)).as(chart).isZero();
            }
            assertThat(window.drawn("equity-chart")).isEqualTo(2);
            assertThat(window.page().locator("#tiles").innerText()).contains("undefined");
            assertThat(button(window, "Log scale").isDisabled()).isTrue();
            assertThat(window.page().locator("#trades-table .status").innerText())
                    .isEqualTo("Nothing was traded.");
        });
    }

    @Test
    void says_which_chart_failed_and_goes_on_with_the_others() {
        String broken = """
                let real;
                const init = box => {
                  if (box.id === 'drawdown-chart') throw new Error('no canvas today');
                  return real.init(box);
                };
                Object.defineProperty(window, 'echarts', {
                  set: value => { real = value; },
                  get: () => new Proxy(real, { get: (all, name) => name === 'init' ? init : all[name] }),
                });""";
        try (Window window = browser().open(folder.resolve("report.html"), false, broken)) {
            Locator chart = window.page().locator("#drawdown-chart");
            assertThat(chart.getAttribute("data-error")).isEqualTo("no canvas today");
            assertThat(chart.innerText()).isEqualTo("This chart could not be drawn.");
            assertThat(window.page().locator("[data-error]").count()).isEqualTo(1);
            assertThat(window.drawn("equity-chart")).isEqualTo(2 * 2_520);
            assertThat(window.complaints()).singleElement().asString().contains("no canvas today");
        }
    }

    @Test
    void is_readable_for_everybody_in_light_and_in_dark() {
        for (String scheme : List.of("light", "dark")) {
            use("report.html", scheme.equals("dark"), window -> {
                Page page = window.page();
                assertThat(contrasts(page))
                        .as(scheme)
                        .allSatisfy((pair, ratio) -> assertThat(ratio).as(pair).isGreaterThan(4.5));
                assertThat(page.locator("h1").count()).isEqualTo(1);
                assertThat(page.locator("table:not(:has(caption)):not(.settings)")
                                .count())
                        .isZero();
                assertThat(page.locator("th:not([scope])").count()).isZero();
                assertThat(page.locator(".chart:not([role=img][aria-label])").count())
                        .isZero();
                assertThat(page.locator("section:not([aria-labelledby])").count())
                        .isZero();
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "report-" + scheme + ".png")));
            });
        }
    }

    @Test
    void fits_a_telephone() {
        use(window -> {
            window.page().setViewportSize(390, 844);
            // Charts follow a frame later; that they do is what is tested.
            window.page().waitForFunction("() => document.documentElement.scrollWidth === 390");
        });
    }

    /** The contrast ratios of WCAG 2.2, success criterion 1.4.3, of the colours of text and what they stand on. */
    private static Map<String, Double> contrasts(Page page) {
        Map<String, Double> ratios = new TreeMap<>();
        for (String pair : List.of(
                "ink paper", "ink card", "muted paper", "muted card", "gain paper", "loss paper", "warn warn-paper")) {
            Object ratio = page.evaluate("""
                    names => {
                      const style = getComputedStyle(document.documentElement);
                      const [a, b] = names.split(' ').map(name => {
                        const hex = style.getPropertyValue(`--${name}`).trim();
                        const [red, green, blue] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
                          .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
                        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
                      });
                      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                    }""", pair);
            ratios.put(pair, ((Number) ratio).doubleValue());
        }
        return ratios;
    }

    private static Locator button(Window window, String name) {
        return window.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String money(Decimal amount) {
        Decimal rounded = amount.rounded(2, RoundingMode.HALF_EVEN);
        return String.format(Locale.ROOT, "%,.2f", rounded.toBigDecimal()).replace('-', '−');
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
