package io.mts1b.foundation.marketdata;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An order book at one moment.
 *
 * @param instrument whose book
 * @param sequence the counter of the last change in it
 * @param bids the buying side, best (highest) first
 * @param asks the selling side, best (lowest) first; its best is above the best bid
 * @param at when it was so
 */
public record BookSnapshot(
        InstrumentId instrument, long sequence, List<BookLevel> bids, List<BookLevel> asks, Instant at) {

    /** Validates, and copies. */
    public BookSnapshot {
        Objects.requireNonNull(instrument, "instrument");
        Require.that(sequence >= 0, "sequence must not be negative, was " + sequence);
        Objects.requireNonNull(at, "at");
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
        for (int i = 1; i < bids.size(); i++) {
            Require.that(
                    bids.get(i).price().compareTo(bids.get(i - 1).price()) < 0,
                    "bids must fall, was " + bids.get(i - 1).price() + " then "
                            + bids.get(i).price());
        }
        for (int i = 1; i < asks.size(); i++) {
            Require.that(
                    asks.get(i).price().compareTo(asks.get(i - 1).price()) > 0,
                    "asks must rise, was " + asks.get(i - 1).price() + " then "
                            + asks.get(i).price());
        }
        if (!bids.isEmpty() && !asks.isEmpty()) {
            Require.that(
                    bids.getFirst().price().compareTo(asks.getFirst().price()) < 0,
                    "best ask must be above best bid " + bids.getFirst().price() + ", was "
                            + asks.getFirst().price());
        }
    }
}
