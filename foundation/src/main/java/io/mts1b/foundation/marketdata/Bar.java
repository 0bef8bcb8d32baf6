package io.mts1b.foundation.marketdata;

import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Objects;

/**
 * What an instrument did during an interval.
 *
 * @param instrument what was traded
 * @param interval how long
 * @param at the END of the interval: the first instant at which this is known
 * @param range the four prices
 * @param volume how much was traded, zero where nobody counted
 */
public record Bar(InstrumentId instrument, BarInterval interval, Instant at, PriceRange range, Quantity volume) {

    /** Validates. */
    public Bar {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(volume, "volume");
    }

    /**
     * Returns the first price.
     *
     * @return the open
     */
    public Price open() {
        return range.open();
    }

    /**
     * Returns the last price.
     *
     * @return the close
     */
    public Price close() {
        return range.close();
    }
}
