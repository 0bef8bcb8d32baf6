package io.mts1b.marketdata;

import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.numbers.Quantity;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What an instrument did on a day, as a source dates it; a calendar says at which instant that day ended.
 *
 * @param date the trading day
 * @param range the four prices
 * @param volume how much was traded, zero where nobody counted
 */
public record DailyBar(LocalDate date, PriceRange range, Quantity volume) {

    /** Validates. */
    public DailyBar {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(volume, "volume");
    }
}
