package io.mts1b.quantkit.indicators;

import io.mts1b.quantkit.parity.Sheet;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Bricks: ours tells on each bar how many were laid, theirs is a list of them. */
final class RenkoGoldens {

    private final Bars bars;
    private final List<JsonNode> golden;
    private final Sheet sheet;

    RenkoGoldens(Bars bars, List<JsonNode> golden, Sheet sheet) {
        this.bars = bars;
        this.golden = golden;
        this.sheet = sheet;
    }

    void compare() {
        double[] bricks = IndicatorGoldens.ours("renko", "bricks", bars);
        double[] closes = IndicatorGoldens.ours("renko", "close", bars);
        List<String> found = new ArrayList<>();
        for (int t = 0; t < bricks.length; t++) {
            double sign = Math.signum(bricks[t]);
            for (double k = Math.abs(bricks[t]) - 1; k >= 0; k--) {
                double close = closes[t] - sign * k;
                found.add(words(bars.dates().get(t).toString(), sign > 0, close - sign, close));
            }
        }
        List<String> theirs = golden.stream()
                .map(row -> words(
                        row.required("timestamp").stringValue().substring(0, 10),
                        row.required("isUp").booleanValue(),
                        row.required("open").doubleValue(),
                        row.required("close").doubleValue()))
                .toList();
        sheet.words("renko timestamp, isUp, open, close", theirs, found);
        sheet.absent("renko high, low, volume", 3 * golden.size(), "ours tells bricks, not what was traded meanwhile");
    }

    private static String words(String date, boolean up, double open, double close) {
        return date + (up ? " up " : " down ") + open + " " + close;
    }
}
