package io.mts1b.benchmarks.quant;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.Num;

/**
 * One column of numbers that both we and ta4j compute.
 *
 * @param name our indicator
 * @param settings what is chosen of it, by parameter
 * @param output which of its outputs
 * @param scale what ours is of theirs, as where we speak of percents and they of parts
 * @param theirs how ta4j computes it
 */
record Column(
        String name,
        Map<String, String> settings,
        String output,
        double scale,
        Function<BarSeries, Indicator<Num>> theirs) {

    /**
     * Names a column.
     *
     * @param ours the indicator, what is chosen and its output, such as {@code "macd fast=12 slow=26 macd"}
     * @param theirs how ta4j computes it
     * @return the column
     */
    static Column of(String ours, Function<BarSeries, Indicator<Num>> theirs) {
        return scaled(1, ours, theirs);
    }

    static Column scaled(double scale, String ours, Function<BarSeries, Indicator<Num>> theirs) {
        String[] words = ours.split(" ", -1);
        Map<String, String> settings = new TreeMap<>();
        for (int i = 1; i < words.length - 1; i++) {
            int equals = words[i].indexOf('=');
            settings.put(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        return new Column(words[0], settings, words[words.length - 1], scale, theirs);
    }
}
