package io.mts1b.foundation.marketdata;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Objects;

/**
 * One change of an order book.
 *
 * @param instrument whose book
 * @param sequence the venue's counter, rising without gaps unless the venue says otherwise
 * @param side which side
 * @param price which level
 * @param size what rests there now, in full; zero removes the level
 * @param at when it changed
 */
public record BookDelta(InstrumentId instrument, long sequence, BookSide side, Price price, Quantity size, Instant at) {

    /** Validates. */
    public BookDelta {
        Objects.requireNonNull(instrument, "instrument");
        Require.that(sequence >= 0, "sequence must not be negative, was " + sequence);
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(at, "at");
    }
}
