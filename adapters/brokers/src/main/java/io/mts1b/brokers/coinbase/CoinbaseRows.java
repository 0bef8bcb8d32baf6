package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.Venue;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.symbology.Contract;
import io.mts1b.platform.symbology.Dialect;
import java.time.LocalDate;

/** Words that several messages share. */
final class CoinbaseRows {

    /** Only futures of one-digit years would need a day, and Coinbase writes two. */
    private static final LocalDate ANY_DAY = LocalDate.of(2020, 1, 1);

    private static final Venue VENUE = Venue.parse("COINBASE");

    private final Dialect dialect;

    CoinbaseRows(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Reads a pair; its futures are another account, and no broker of ours. */
    InstrumentId pair(JsonNode product) {
        InstrumentId instrument = product.text(text -> dialect.identify(text, ANY_DAY));
        if (!(Contract.of(instrument) instanceof Contract.Spot)) {
            throw product.refuse("must be a pair");
        }
        return instrument;
    }

    /**
     * Writes the name of a pair.
     *
     * @throws IllegalArgumentException if it is none of Coinbase
     */
    String name(InstrumentId instrument) {
        Require.that(instrument.venue().equals(VENUE), "instrument must be at COINBASE, was " + instrument);
        Require.that(Contract.of(instrument) instanceof Contract.Spot, "instrument must be a pair, was " + instrument);
        return dialect.write(Contract.of(instrument), ANY_DAY);
    }

    static Currency quote(InstrumentId instrument) {
        if (Contract.of(instrument) instanceof Contract.Spot spot) {
            return spot.quote();
        }
        throw new IllegalArgumentException("instrument must be a pair, was " + instrument);
    }

    static boolean buys(JsonNode side) {
        return switch (side.text()) {
            case "BUY" -> true;
            case "SELL" -> false;
            default -> throw side.refuse("must be BUY or SELL");
        };
    }

    static Standing standing(JsonNode status) {
        return switch (status.text()) {
            case "PENDING", "OPEN", "QUEUED", "CANCEL_QUEUED", "EDIT_QUEUED" -> Standing.WORKING;
            case "FILLED" -> Standing.FILLED;
            case "CANCELLED" -> Standing.CANCELED;
            case "EXPIRED" -> Standing.EXPIRED;
            case "FAILED" -> Standing.REJECTED;
            default -> throw status.refuse("must be a status that Coinbase documents");
        };
    }
}
