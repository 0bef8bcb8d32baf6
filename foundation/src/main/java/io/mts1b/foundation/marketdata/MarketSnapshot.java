package io.mts1b.foundation.marketdata;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The last known price of many instruments, as of one moment.
 *
 * @param at when it was so
 * @param prices the last price of each instrument, in the order of their identities
 */
public record MarketSnapshot(Instant at, SortedMap<InstrumentId, Price> prices) {

    /** Copies. */
    public MarketSnapshot {
        Require.that(prices.comparator() == null, "prices must be in natural order");
        prices = Collections.unmodifiableSortedMap(new TreeMap<>(prices));
    }

    /**
     * Returns the snapshot of some prices.
     *
     * @param at when it was so
     * @param prices the last price of each instrument
     * @return the snapshot
     */
    public static MarketSnapshot of(Instant at, Map<InstrumentId, Price> prices) {
        return new MarketSnapshot(at, new TreeMap<>(prices));
    }

    /**
     * Returns the last price of an instrument.
     *
     * @param instrument the instrument
     * @return its price; empty if it never traded before this moment
     */
    public Optional<Price> price(InstrumentId instrument) {
        return Optional.ofNullable(prices.get(instrument));
    }
}
