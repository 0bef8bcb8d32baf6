package io.mts1b.quantkit.indicators;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.Tolerance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The answers of Stock.Indicators (Apache-2.0) on 502 daily bars, bar by bar.
 *
 * <p>Where that library draws a point on the bar it belongs to although only later bars show it, ours comes on the bar
 * that confirms it, and is looked for there.
 */
public final class IndicatorGoldens {

    private static final String FOLDER = "skender_indicators";

    /** A figure near zero, such as a difference of averages, is as exact as the figures it is made of. */
    private static final Tolerance NEAR = Tolerance.FORMULA.floor(1e-4);

    /** Indicators whose every output stands beside the column of the same name. */
    private static final List<String> SAME = List.of(
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
            "vwma");

    /** What later bars confirm: indicator, output, bars later. */
    private static final List<String> LATER = List.of(
            "dpo dpo 8",
            "dpo sma 8",
            "fractal fractalBear 2",
            "fractal fractalBull 2",
            "pivots highPoint 2",
            "pivots lowPoint 2",
            "ichimoku chikouSpan 26",
            "ichimoku tenkanSen 0",
            "ichimoku kijunSen 0",
            "ichimoku senkouSpanA 0",
            "ichimoku senkouSpanB 0",
            "slope slope 0",
            "slope intercept 0",
            "slope stdDev 0",
            "slope rSquared 0",
            "crsi streak 0",
            "crsi rsi 0",
            "crsi connorsRsi 0",
            "marubozu match 0",
            "marubozu price 0");

    /** What theirs has twice, of the stochastic oscillator. */
    private static final Map<String, String> ALIASES = Map.of("k", "oscillator", "d", "signal", "j", "percentJ");

    private static final String MADE = " (second series made of the ratio)";
    private static final String DRAWN = " (drawn from ours)";

    private final Map<String, List<JsonNode>> read = new LinkedHashMap<>();
    private final Bars bars = bars();
    private final Sheet sheet = new Sheet(
            FOLDER,
            "Columns of 502 bars, of Stock.Indicators d5c66604; both lack a value on the same bars. A figure near zero is as"
                    + " exact as the figures it is a difference of, so that small ones are measured by a part of the"
                    + " largest of the column.");

    private IndicatorGoldens() {}

    public static Sheet sheet() {
        IndicatorGoldens all = new IndicatorGoldens();
        all.sameColumns();
        all.twoSeries();
        all.laterColumns();
        all.connors();
        all.candles();
        all.lastLine();
        all.channels();
        all.pivots("high", "0", "1");
        all.pivots("low", "2", "3");
        new ZigZagGoldens(all.bars, all.golden("zigzag"), all.sheet).compare();
        new RenkoGoldens(all.bars, all.golden("renko"), all.sheet).compare();
        return all.sheet;
    }

    private static Bars bars() {
        List<LocalDate> dates = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (String line : Goldens.lines(FOLDER + "/quotes_default.csv.gz")) {
            String[] cells = line.split(",", -1);
            if (Character.isDigit(line.charAt(0))) {
                dates.add(LocalDate.parse(cells[0]));
                rows.add(Arrays.stream(cells)
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
        }
        double[][] columns = new double[5][];
        Arrays.setAll(columns, k -> rows.stream().mapToDouble(row -> row[k]).toArray());
        return Bars.of(dates, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private List<JsonNode> golden(String name) {
        return read.computeIfAbsent(name, file -> {
            List<JsonNode> rows = new ArrayList<>();
            Goldens.json(FOLDER + "/" + file + ".standard.json.gz").forEach(rows::add);
            return rows;
        });
    }

    /** Reads a column of a golden file; truth is 1, as ours. */
    private double[] column(String name, String key) {
        return column(golden(name), key);
    }

    static double[] column(List<JsonNode> rows, String key) {
        return rows.stream()
                .mapToDouble(row -> {
                    JsonNode cell = row.required(key);
                    if (cell.isBoolean()) {
                        return cell.booleanValue() ? 1 : 0;
                    }
                    return cell.isNull() ? Double.NaN : cell.doubleValue();
                })
                .toArray();
    }

    private double[] ours(String name, String output) {
        return ours(name, output, bars);
    }

    static double[] ours(String name, String output, Bars bars) {
        Indicator indicator = Indicators.require(name);
        return indicator.columns(bars, indicator.standard())[indicator.outputs().indexOf(output)];
    }

    static double[] missing(int bars) {
        double[] column = new double[bars];
        Arrays.fill(column, Double.NaN);
        return column;
    }

    private void compare(String name, String output, double[] ours, Tolerance tolerance) {
        compare(name, output, column(name, output), ours, tolerance);
    }

    private void compare(String name, String output, double[] theirs, double[] ours, Tolerance tolerance) {
        sheet.numbers(name + " " + output, t -> "bar " + t, theirs, ours, tolerance);
    }

    private void sameColumns() {
        for (String name : SAME) {
            for (String output : golden(name).getFirst().propertyNames()) {
                if (!output.equals("timestamp")) {
                    String own = ALIASES.getOrDefault(output, output);
                    compare(name, output, ours(name, own), NEAR);
                }
            }
        }
    }

    /** Makes the second series, which the golden does not hold, of its ratio to the first. */
    private void twoSeries() {
        double[] ratio = column("prs", "prs");
        Indicator close = Indicators.require("sma");
        double[] own = close.columns(bars, close.settings(Map.of("period", "1")))[0];
        double[] other = new double[own.length];
        Arrays.setAll(other, t -> Math.rint(100 * ratio[t] * own[t]) / 100);
        Bars pair = Bars.ofCloses(bars.dates(), other).against(own);
        for (String name : List.of("prs", "corr")) {
            for (String output : Indicators.require(name).outputs()) {
                // Theirs is a mean of products less a product of means, and loses the digits these have in common.
                double[] theirs = column(name, output);
                compare(name, output + MADE, theirs, ours(name, output, pair), Tolerance.FORMULA.floor(5e-2));
            }
        }
    }

    private void laterColumns() {
        for (String one : LATER) {
            String[] words = one.split(" ", -1);
            int bars = Integer.parseInt(words[2]);
            String note = bars == 0 ? "" : " (ours " + bars + " bars later)";
            double[] theirs = column(words[0], words[1]);
            compare(words[0], words[1] + note, theirs, earlier(ours(words[0], words[1]), bars), NEAR);
        }
    }

    /** Moves ours back to the bars they are about. */
    private static double[] earlier(double[] column, int later) {
        double[] moved = missing(column.length);
        System.arraycopy(column, later, moved, 0, column.length - later);
        return moved;
    }

    private void connors() {
        double[] streaks = ours("crsi", "rsiStreak");
        // Theirs leaves two more bars out, and counts a change of zero on the first bar, which has none.
        Arrays.fill(streaks, 0, 4, Double.NaN);
        compare("crsi", "rsiStreak (ours two bars sooner, left out)", column("crsi", "rsiStreak"), streaks, NEAR);
        double[] ranks = column("crsi", "percentRank");
        ranks[100] = Double.NaN;
        compare("crsi", "percentRank (theirs one bar sooner, left out)", ranks, ours("crsi", "percentRank"), NEAR);
    }

    private void candles() {
        List<JsonNode> golden = golden("marubozu");
        for (String share : List.of("bodyPct", "upperWickPct", "lowerWickPct")) {
            double[] theirs = golden.stream()
                    .mapToDouble(row -> row.required("candle").required(share).doubleValue())
                    .toArray();
            compare("marubozu", share, theirs, ours("marubozu", share), NEAR);
        }
        sheet.absent("marubozu size, body, wicks", 4 * golden.size(), "plain differences of the prices of a bar");
    }

    /** The line of theirs is that of the last window only. */
    private void lastLine() {
        double[] line = missing(502);
        double slope = ours("slope", "slope")[501];
        for (int t = 488; t < 502; t++) {
            line[t] = ours("slope", "intercept")[501] + slope * (t + 1);
        }
        compare("slope", "line" + DRAWN, column("slope", "line"), line, NEAR);
    }

    /** Theirs draws each channel back from the end of its window of twenty bars, counted from the last bar. */
    private void channels() {
        double[] rises = ours("stdev-channels", "slope");
        for (String output : List.of("centerline", "upperChannel", "lowerChannel")) {
            double[] ends = ours("stdev-channels", output);
            double[] drawn = missing(502);
            for (int t = 2; t < 502; t++) {
                int end = t + 19 - (t - 2) % 20;
                drawn[t] = ends[end] - rises[end] * (end - t);
            }
            compare("stdev-channels", output + DRAWN, column("stdev-channels", output), drawn, NEAR);
        }
        sheet.absent("stdev-channels breakPoint", 502, "where theirs starts a drawing; ours has a channel on each bar");
    }

    /** Theirs draws lines to a point, and repeats its trend, from the point before. */
    private void pivots(String kind, String above, String below) {
        double[] points = earlier(ours("pivots", kind + "Point"), 2);
        double[] trends = earlier(ours("pivots", kind + "Trend"), 2);
        double[] lines = missing(502);
        double[] codes = missing(502);
        int[] turns =
                IntStream.range(0, 502).filter(t -> !Double.isNaN(points[t])).toArray();
        for (int k = 0; k < turns.length; k++) {
            int t = turns[k];
            lines[t] = points[t];
            for (int u = k == 0 ? t : turns[k - 1] + 1; u <= t && !Double.isNaN(trends[t]); u++) {
                int from = turns[k - 1];
                lines[u] = points[from] + (points[t] - points[from]) * (u - from) / (t - from);
                codes[u] = trends[t] == 0 ? Double.NaN : Double.parseDouble(trends[t] > 0 ? above : below);
            }
        }
        compare("pivots", kind + "Line" + DRAWN, column("pivots", kind + "Line"), lines, NEAR);
        compare("pivots", kind + "Trend" + DRAWN, column("pivots", kind + "Trend"), codes, NEAR);
    }
}
