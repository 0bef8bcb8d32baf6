package io.mts1b.quantkit.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The answers of Stock.Indicators (Apache-2.0) on 502 daily bars, bar by bar.
 *
 * <p>Where that library draws a point on the bar it belongs to although only later bars show it, ours comes on the bar
 * that confirms it, and the test looks there.
 */
@Tag(SharedData.TAG)
class IndicatorGoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double RELATIVE = 1e-10;

    private static BufferedReader read(String name) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(SharedData.path("quant_goldens/skender_indicators/" + name + ".gz"))),
                StandardCharsets.UTF_8));
    }

    private static List<JsonNode> golden(String name) throws IOException {
        try (BufferedReader reader = read(name + ".standard.json")) {
            List<JsonNode> rows = new ArrayList<>();
            JSON.readTree(reader).forEach(rows::add);
            return rows;
        }
    }

    private static Bars bars() throws IOException {
        List<LocalDate> dates = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader reader = read("quotes_default.csv")) {
            reader.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
                dates.add(LocalDate.parse(cells[0]));
                rows.add(Arrays.stream(cells)
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            });
        }
        double[][] columns = new double[5][];
        Arrays.setAll(columns, k -> rows.stream().mapToDouble(row -> row[k]).toArray());
        return Bars.of(dates, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private static double[] closes(Bars bars) {
        return Indicators.require("sma").columns(bars, settings("sma", Map.of("period", "1")))[0];
    }

    private static Settings settings(String name, Map<String, String> chosen) {
        return Indicators.require(name).settings(chosen);
    }

    /** Reads a column of a golden file; truth is 1, as ours. */
    private static double[] column(String name, String key) throws IOException {
        return golden(name).stream()
                .mapToDouble(row -> {
                    JsonNode cell = row.required(key);
                    return cell.isNull()
                            ? Double.NaN
                            : cell.isBoolean() ? (cell.booleanValue() ? 1 : 0) : cell.doubleValue();
                })
                .toArray();
    }

    private static double[] ours(String name, String output, Bars bars) {
        Indicator indicator = Indicators.require(name);
        return indicator.columns(bars, indicator.standard())[indicator.outputs().indexOf(output)];
    }

    private static void assertSame(String what, double[] found, double[] expected) {
        assertSame(what, found, expected, 1e-4);
    }

    private static void assertSame(String what, double[] found, double[] expected, double floor) {
        assertThat(found).hasSameSizeAs(expected);
        double size = Arrays.stream(expected)
                .filter(x -> !Double.isNaN(x))
                .map(Math::abs)
                .max()
                .orElse(0);
        for (int t = 0; t < found.length; t++) {
            String where = what + " on bar " + t;
            if (Double.isNaN(expected[t])) {
                assertThat(found[t]).as(where).isNaN();
            } else {
                // A figure near zero, such as a difference of averages, is as exact as the figures it is made of.
                double exact = Math.max(Math.abs(expected[t]), floor * size);
                assertThat(found[t]).as(where).isCloseTo(expected[t], within(RELATIVE * exact));
            }
        }
    }

    /** Moves ours back to the bars they are about. */
    private static double[] earlier(double[] column, int bars) {
        double[] moved = new double[column.length];
        Arrays.fill(moved, Double.NaN);
        System.arraycopy(column, bars, moved, 0, column.length - bars);
        return moved;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adl",
                "adx",
                "aroon",
                "atr",
                "awesome",
                "bb",
                "cci",
                "cmf",
                "cmo",
                "dema",
                "donchian",
                "elder-ray",
                "ema",
                "epma",
                "fcb",
                "fisher",
                "force",
                "gator",
                "hma",
                "hurst",
                "kama",
                "keltner",
                "macd",
                "mama",
                "mfi",
                "pivot-points",
                "psar",
                "roc",
                "roc-wb",
                "sma",
                "sma-analysis",
                "smi",
                "smma",
                "starc",
                "stoch",
                "stoch-rsi",
                "t3",
                "uo",
                "vol-stop",
                "vwap",
                "vwma"
            })
    void says_what_the_library_says(String name) throws IOException {
        Bars bars = bars();
        Indicator indicator = Indicators.require(name);
        for (String output : indicator.outputs()) {
            assertSame(name + " " + output, ours(name, output, bars), column(name, output));
        }
        List<String> shown = new ArrayList<>(golden(name).getFirst().propertyNames());
        shown.removeAll(List.of("timestamp", "k", "d", "j"));
        assertThat(indicator.outputs()).containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void says_the_same_of_two_series() throws IOException {
        Bars base = bars();
        double[] ratio = column("prs", "prs");
        double[] own = closes(base);
        double[] other = new double[own.length];
        Arrays.setAll(other, t -> Math.rint(100 * ratio[t] * own[t]) / 100);
        Bars bars = Bars.ofCloses(base.dates(), other).against(own);
        for (String name : List.of("prs", "corr")) {
            for (String output : Indicators.require(name).outputs()) {
                // Theirs is a mean of products less a product of means, and loses the digits these have in common.
                assertSame(name + " " + output, ours(name, output, bars), column(name, output), 5e-2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dpo, dpo, 8",
        "dpo, sma, 8",
        "fractal, fractalBear, 2",
        "fractal, fractalBull, 2",
        "pivots, highPoint, 2",
        "pivots, lowPoint, 2",
        "ichimoku, chikouSpan, 26",
        "ichimoku, tenkanSen, 0",
        "ichimoku, kijunSen, 0",
        "ichimoku, senkouSpanA, 0",
        "ichimoku, senkouSpanB, 0",
        "slope, slope, 0",
        "slope, intercept, 0",
        "slope, stdDev, 0",
        "slope, rSquared, 0",
        "crsi, streak, 0",
        "crsi, rsi, 0",
        "crsi, connorsRsi, 0",
        "marubozu, match, 0",
        "marubozu, price, 0"
    })
    void says_later_what_later_bars_confirm(String name, String output, int bars) throws IOException {
        assertSame(name + " " + output, earlier(ours(name, output, bars()), bars), column(name, output));
    }

    @Test
    void knows_the_parts_of_connors_strength_from_when_they_can_be_known() throws IOException {
        double[] streaks = ours("crsi", "rsiStreak", bars());
        // Theirs leaves two more bars out, and counts a change of zero on the first bar, which has none.
        Arrays.fill(streaks, 0, 4, Double.NaN);
        assertSame("rsiStreak", streaks, column("crsi", "rsiStreak"));
        double[] ranks = column("crsi", "percentRank");
        ranks[100] = Double.NaN;
        assertSame("percentRank", ours("crsi", "percentRank", bars()), ranks);
    }

    @Test
    void measures_candles() throws IOException {
        List<JsonNode> golden = golden("marubozu");
        for (String share : List.of("bodyPct", "upperWickPct", "lowerWickPct")) {
            double[] expected = golden.stream()
                    .mapToDouble(row -> row.required("candle").required(share).doubleValue())
                    .toArray();
            assertSame(share, ours("marubozu", share, bars()), expected);
        }
    }

    @Test
    void ends_its_lines_where_theirs_end() throws IOException {
        double[] line = new double[502];
        Arrays.fill(line, Double.NaN);
        double slope = ours("slope", "slope", bars())[501];
        for (int t = 488; t < 502; t++) {
            line[t] = ours("slope", "intercept", bars())[501] + slope * (t + 1);
        }
        assertSame("line", line, column("slope", "line"));
        assertThat(ours("slope", "line", bars())[501]).isCloseTo(line[501], within(1e-10));
    }

    @Test
    void draws_its_channels_back_from_the_end_of_each_window() throws IOException {
        double[] rises = ours("stdev-channels", "slope", bars());
        for (String output : List.of("centerline", "upperChannel", "lowerChannel")) {
            double[] ends = ours("stdev-channels", output, bars());
            double[] drawn = new double[502];
            Arrays.fill(drawn, 0, 2, Double.NaN);
            for (int t = 2; t < 502; t++) {
                int end = t + 19 - (t - 2) % 20;
                drawn[t] = ends[end] - rises[end] * (end - t);
            }
            assertSame(output, drawn, column("stdev-channels", output));
        }
    }

    @ParameterizedTest
    @CsvSource({"high, 0, 1", "low, 2, 3"})
    void compares_turning_points_with_those_before(String kind, double above, double below) throws IOException {
        double[] points = earlier(ours("pivots", kind + "Point", bars()), 2);
        double[] trends = earlier(ours("pivots", kind + "Trend", bars()), 2);
        double[] lines = column("pivots", kind + "Line");
        double[] codes = column("pivots", kind + "Trend");
        int last = -1;
        int compared = 0;
        for (int t = 0; t < 502; t++) {
            if (Double.isNaN(points[t])) {
                continue;
            }
            assertThat(lines[t]).isEqualTo(points[t]);
            for (int u = last + 1; u < t && !Double.isNaN(trends[t]); u++) {
                double drawn = points[last] + (points[t] - points[last]) * (u - last) / (t - last);
                assertThat(lines[u]).isCloseTo(drawn, within(1e-9));
            }
            if (!Double.isNaN(trends[t]) && trends[t] != 0) {
                assertThat(codes[t]).as(kind + " on bar " + t).isEqualTo(trends[t] > 0 ? above : below);
                compared++;
            }
            last = t;
        }
        assertThat(compared).isGreaterThan(30);
    }

    @Test
    void turns_where_their_zigzag_turns() throws IOException {
        Bars bars = bars();
        double[] prices = ours("zigzag", "zigZag", bars);
        double[] types = ours("zigzag", "pointType", bars);
        double[] ages = ours("zigzag", "age", bars);
        List<String> found = new ArrayList<>();
        for (int t = 0; t < 502; t++) {
            if (!Double.isNaN(prices[t])) {
                found.add((t - (int) ages[t]) + " " + (types[t] > 0 ? "H" : "L") + " " + prices[t]);
            }
        }
        List<JsonNode> golden = golden("zigzag");
        List<String> expected = new ArrayList<>();
        for (int t = 0; t < 502; t++) {
            JsonNode row = golden.get(t);
            if (!row.required("pointType").isNull()) {
                expected.add(t + " " + row.required("pointType").stringValue() + " "
                        + row.required("zigZag").doubleValue());
            }
        }
        // Theirs does not show its first point.
        assertThat(found.subList(1, found.size())).isEqualTo(expected);
    }

    @Test
    void lays_their_bricks() throws IOException {
        Bars bars = bars();
        double[] bricks = ours("renko", "bricks", bars);
        double[] closes = ours("renko", "close", bars);
        List<String> found = new ArrayList<>();
        for (int t = 0; t < 502; t++) {
            double sign = Math.signum(bricks[t]);
            for (double k = Math.abs(bricks[t]) - 1; k >= 0; k--) {
                double close = closes[t] - sign * k;
                found.add(bars.dates().get(t) + " " + (close - sign) + " " + close);
            }
        }
        List<String> expected = golden("renko").stream()
                .map(row -> row.required("timestamp").stringValue().substring(0, 10) + " "
                        + row.required("open").doubleValue() + " "
                        + row.required("close").doubleValue())
                .toList();
        assertThat(found).isEqualTo(expected);
    }
}
