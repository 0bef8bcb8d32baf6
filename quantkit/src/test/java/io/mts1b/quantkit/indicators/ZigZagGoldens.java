package io.mts1b.quantkit.indicators;

import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Turning points, which ours tells when they are confirmed, and the lines that theirs draws through them. */
final class ZigZagGoldens {

    private final Bars bars;
    private final List<JsonNode> golden;
    private final Sheet sheet;

    ZigZagGoldens(Bars bars, List<JsonNode> golden, Sheet sheet) {
        this.bars = bars;
        this.golden = golden;
        this.sheet = sheet;
    }

    private record Point(int bar, String type, double price) {

        @Override
        public String toString() {
            return type + " on bar " + bar + " at " + price;
        }
    }

    void compare() {
        List<Point> ours = found();
        List<String> theirs = new ArrayList<>();
        for (int t = 0; t < golden.size(); t++) {
            JsonNode row = golden.get(t);
            if (!row.required("pointType").isNull()) {
                String type = row.required("pointType").stringValue();
                theirs.add(new Point(t, type, row.required("zigZag").doubleValue()).toString());
            }
        }
        // Theirs does not show its first point.
        List<Point> shown = ours.subList(1, ours.size());
        sheet.words(
                "zigzag pointType", theirs, shown.stream().map(Point::toString).toList());
        line("zigZag", shown);
        line(
                "retraceHigh",
                shown.stream().filter(point -> point.type().equals("H")).toList());
        line(
                "retraceLow",
                shown.stream().filter(point -> point.type().equals("L")).toList());
    }

    private List<Point> found() {
        double[] prices = IndicatorGoldens.ours("zigzag", "zigZag", bars);
        double[] types = IndicatorGoldens.ours("zigzag", "pointType", bars);
        double[] ages = IndicatorGoldens.ours("zigzag", "age", bars);
        List<Point> found = new ArrayList<>();
        for (int t = 0; t < prices.length; t++) {
            if (!Double.isNaN(prices[t])) {
                found.add(new Point(t - (int) ages[t], types[t] > 0 ? "H" : "L", prices[t]));
            }
        }
        return found;
    }

    private void line(String name, List<Point> points) {
        int last = points.getLast().bar();
        double[] theirs = IndicatorGoldens.column(golden, name);
        double[] drawn = IndicatorGoldens.missing(theirs.length);
        for (int k = 1; k < points.size(); k++) {
            Point from = points.get(k - 1);
            Point to = points.get(k);
            double slope = (to.price() - from.price()) / (to.bar() - from.bar());
            for (int t = from.bar(); t <= to.bar(); t++) {
                drawn[t] = from.price() + slope * (t - from.bar());
            }
        }
        sheet.numbers(
                "zigzag " + name + " (drawn from ours, to bar " + last + ")",
                t -> "bar " + t,
                Arrays.copyOf(theirs, last + 1),
                Arrays.copyOf(drawn, last + 1),
                Tolerance.FORMULA);
        int rest = theirs.length - 1 - last;
        if (rest > 0) {
            sheet.absent("zigzag " + name + " after bar " + last, rest, "drawn to a point that no bar has confirmed");
        }
    }
}
