package io.mts1b.brokers.alpaca;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.Venue;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.symbology.Contract;
import io.mts1b.platform.symbology.Dialect;
import io.mts1b.platform.symbology.Symbology;
import java.time.LocalDate;

/**
 * What Alpaca calls instruments. It routes shares where it likes and does not say where, so that all it trades is at {@code
 * ALPACA}. Immutable.
 */
public final class AlpacaSymbols {

    /** Alpaca writes years of options with two digits. */
    private static final LocalDate ANY_DAY = LocalDate.of(2020, 1, 1);

    private static final Venue VENUE = Venue.parse("ALPACA");
    private static final String CRYPTO = "crypto";

    private final Dialect dialect;

    /**
     * Makes a table.
     *
     * @param symbology the house's
     */
    public AlpacaSymbols(Symbology symbology) {
        this.dialect = symbology.dialect("ALPACA");
    }

    /**
     * Reads a symbol.
     *
     * @param text such as {@code BRK.B} or {@code BTC/USD}
     * @return the instrument
     * @throws IllegalArgumentException if it is none
     */
    public InstrumentId read(String text) {
        return dialect.read(text, ANY_DAY).at(VENUE);
    }

    /** Reads the symbol of an order, a fill or a position; crypto assets for dollars may go without their slash. */
    InstrumentId read(JsonNode row) {
        JsonNode symbol = row.get("symbol");
        boolean bare = row.find("asset_class").map(JsonNode::text).orElse("").equals(CRYPTO)
                && symbol.text().endsWith("USD")
                && symbol.text().indexOf('/') < 0;
        return symbol.text(text -> read(bare ? text.substring(0, text.length() - 3) + "/" + Currency.USD : text));
    }

    /**
     * Writes a symbol.
     *
     * @param instrument a share, or a pair for dollars, for positions in crypto assets are told for dollars
     * @return its symbol
     * @throws IllegalArgumentException if it is neither
     */
    public String write(InstrumentId instrument) {
        Require.that(instrument.venue().equals(VENUE), "instrument must be at ALPACA, was " + instrument);
        Contract contract = Contract.of(instrument);
        Require.that(
                contract instanceof Contract.Share
                        || (contract instanceof Contract.Spot spot
                                && spot.quote().equals(Currency.USD)),
                "instrument must be a share, or a crypto asset for dollars, was " + instrument);
        return dialect.write(contract, ANY_DAY);
    }

    static boolean isShare(InstrumentId instrument) {
        return Contract.of(instrument) instanceof Contract.Share;
    }
}
