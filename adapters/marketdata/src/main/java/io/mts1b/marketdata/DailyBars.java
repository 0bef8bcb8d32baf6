package io.mts1b.marketdata;

import io.mts1b.foundation.Require;
import java.time.LocalDate;
import java.util.List;

/**
 * The daily bars of a universe, and how they were come by.
 *
 * @param series one per instrument, at least one, symbols rising
 * @param understood what a person should know of the source, a sentence each: layout, period, oddities
 * @param simulated whether they were made up
 */
public record DailyBars(List<DailySeries> series, List<String> understood, boolean simulated) {

    /** Validates, and copies. */
    public DailyBars {
        series = List.copyOf(series);
        understood = List.copyOf(understood);
        Require.that(!series.isEmpty(), "series must not be empty");
        for (int i = 1; i < series.size(); i++) {
            Require.that(
                    series.get(i - 1).symbol().compareTo(series.get(i).symbol()) < 0,
                    "symbols must rise, was " + series.get(i - 1).symbol() + " then "
                            + series.get(i).symbol());
        }
    }

    /**
     * Returns the dates on which any instrument has a bar.
     *
     * @return the dates, rising
     */
    public List<LocalDate> dates() {
        return series.stream()
                .flatMap(one -> one.bars().stream())
                .map(DailyBar::date)
                .distinct()
                .sorted()
                .toList();
    }
}
