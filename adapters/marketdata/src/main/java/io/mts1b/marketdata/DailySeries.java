package io.mts1b.marketdata;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.Symbol;
import java.util.List;
import java.util.Objects;

/**
 * The daily bars of one instrument.
 *
 * @param symbol what it is called
 * @param bars its bars, at least one, dates rising
 * @param closesOnly whether only one price a day is known, so that open, high and low repeat the close
 */
public record DailySeries(Symbol symbol, List<DailyBar> bars, boolean closesOnly) {

    /** Validates, and copies. */
    public DailySeries {
        Objects.requireNonNull(symbol, "symbol");
        bars = List.copyOf(bars);
        Require.that(!bars.isEmpty(), "bars of " + symbol + " must not be empty");
        for (int i = 1; i < bars.size(); i++) {
            Require.that(
                    bars.get(i - 1).date().isBefore(bars.get(i).date()),
                    "dates of " + symbol + " must rise, was " + bars.get(i - 1).date() + " then "
                            + bars.get(i).date());
        }
    }
}
