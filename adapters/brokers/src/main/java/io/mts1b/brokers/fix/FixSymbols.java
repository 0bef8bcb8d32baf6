package io.mts1b.brokers.fix;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a counterparty calls instruments, as its own list says: what is not on it is refused in both directions. Immutable.
 */
public final class FixSymbols {

    private final SortedMap<InstrumentId, Listing> listings;
    private final Map<Key, InstrumentId> instruments = new LinkedHashMap<>();

    /**
     * One instrument.
     *
     * @param symbol tag 55
     * @param exchange tag 207; null if the counterparty does not want to be told, and does not tell
     * @param currency of its prices
     */
    public record Listing(String symbol, @Nullable String exchange, Currency currency) {

        /** Validates. */
        public Listing {
            Require.note("symbol", symbol, 64);
            Require.that(!symbol.isBlank(), "symbol must not be blank");
            if (exchange != null) {
                Require.visible("exchange", exchange, 16);
            }
            Objects.requireNonNull(currency, "currency");
        }
    }

    private record Key(String symbol, @Nullable String exchange) {}

    /**
     * Makes a table.
     *
     * @param listings every instrument of the counterparty
     * @throws IllegalArgumentException if two instruments are called the same
     */
    public FixSymbols(SortedMap<InstrumentId, Listing> listings) {
        this.listings = Collections.unmodifiableSortedMap(new TreeMap<>(listings));
        this.listings.forEach((instrument, listing) -> {
            InstrumentId other = instruments.put(new Key(listing.symbol, listing.exchange), instrument);
            Require.that(other == null, instrument + " must have a name of its own, " + other + " is called the same");
        });
    }

    /**
     * Returns what an instrument is called.
     *
     * @param instrument the instrument
     * @return its listing
     * @throws IllegalArgumentException if it is not listed
     */
    public Listing listing(InstrumentId instrument) {
        return Require.present(
                listings.get(instrument), "instrument must be one the counterparty lists, was " + instrument);
    }

    /** Writes the fields of an instrument. */
    FixMessage write(InstrumentId instrument, FixMessage into) {
        Listing listing = listing(instrument);
        if (listing.exchange != null) {
            into.set(FixTag.EXCHANGE, listing.exchange);
        }
        return into.set(FixTag.SYMBOL, listing.symbol);
    }

    /**
     * Returns which instrument a message is about.
     *
     * @param message it, with tag 55 and, if the listing has one, tag 207
     * @return the instrument
     * @throws IllegalArgumentException if the message does not say, or it is not listed
     */
    public InstrumentId read(FixMessage message) {
        String symbol = message.text(FixTag.SYMBOL);
        String exchange = message.get(FixTag.EXCHANGE);
        InstrumentId said = instruments.get(new Key(symbol, exchange));
        // Where the listing needs no exchange, one that is told says no more.
        InstrumentId found = said == null && exchange != null ? instruments.get(new Key(symbol, null)) : said;
        if (found == null) {
            throw FixMessage.wrong(
                    FixTag.SYMBOL,
                    "one the counterparty lists",
                    exchange == null ? symbol : symbol + " at " + exchange);
        }
        return found;
    }
}
