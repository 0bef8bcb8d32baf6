package io.mts1b.brokers.kraken;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.Venue;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.symbology.Contract;
import io.mts1b.platform.symbology.Dialect;
import io.mts1b.platform.symbology.Symbology;
import java.time.LocalDate;
import java.util.Map;

/**
 * What Kraken calls instruments and assets, by the tables of {@link Symbology}. Immutable. */
public final class KrakenSymbols {

    /** Where instruments of Kraken are traded. */
    static final Venue VENUE = Venue.parse("KRAKEN");

    /** Only futures of one-digit years would need a day, and Kraken writes six digits. */
    private static final LocalDate ANY_DAY = LocalDate.of(2020, 1, 1);

    private final Dialect rest;
    private final Dialect stream;
    private final Dialect futures;

    private KrakenSymbols(Dialect rest, Dialect stream, Dialect futures) {
        this.rest = rest;
        this.stream = stream;
        this.futures = futures;
    }

    /**
     * Returns the house's tables.
     *
     * @return what ships with it
     */
    public static KrakenSymbols house() {
        Symbology symbology = Symbology.house();
        return new KrakenSymbols(
                symbology.dialect("KRAKEN-REST"), symbology.dialect("KRAKEN-WS2"), symbology.dialect("KRAKEN-FUTURES"));
    }

    /**
     * Returns these symbols with pairs that the venue itself lists.
     *
     * @param listed pairs by their names in the REST interface
     * @return symbols that also know them
     */
    public KrakenSymbols withPairs(Map<String, Contract> listed) {
        return new KrakenSymbols(rest.withNames(listed), stream, futures);
    }

    /**
     * Reads the name of a pair of the REST interface.
     *
     * @param text its name
     * @return the instrument
     * @throws IllegalArgumentException if there is none of that name
     */
    public InstrumentId ofRest(String text) {
        return rest.identify(text, ANY_DAY);
    }

    /**
     * Reads the name of a pair of the stream.
     *
     * @param text its name
     * @return the instrument
     * @throws IllegalArgumentException if there is none of that name
     */
    public InstrumentId ofStream(String text) {
        return stream.identify(text, ANY_DAY);
    }

    /**
     * Writes the name of a pair of the REST interface.
     *
     * @param instrument a pair
     * @return its name in results
     * @throws IllegalArgumentException if it has none
     */
    public String restName(InstrumentId instrument) {
        return rest.write(Contract.of(here(instrument)), ANY_DAY);
    }

    /**
     * Writes the name of a pair of the stream.
     *
     * @param instrument a pair
     * @return its name
     * @throws IllegalArgumentException if it has none
     */
    public String streamName(InstrumentId instrument) {
        return stream.write(Contract.of(here(instrument)), ANY_DAY);
    }

    private static InstrumentId here(InstrumentId instrument) {
        Require.that(instrument.venue().equals(VENUE), "instrument must be at KRAKEN, was " + instrument);
        return instrument;
    }

    InstrumentId pair(JsonNode name) {
        return name.text(this::ofRest);
    }

    InstrumentId symbol(JsonNode name) {
        return name.text(this::ofStream);
    }

    InstrumentId future(JsonNode name) {
        return name.text(text -> futures.identify(text, ANY_DAY));
    }

    /** The currency of the prices, and of the fees if nobody says otherwise. */
    static Currency quote(InstrumentId instrument) {
        return spot(instrument).quote();
    }

    static Contract.Spot spot(InstrumentId instrument) {
        if (Contract.of(instrument) instanceof Contract.Spot spot) {
            return spot;
        }
        throw new IllegalArgumentException("instrument must be a pair, was " + instrument);
    }

    /** Reads an asset's code of the REST interface. */
    Currency asset(String code) {
        return rest.asset(code);
    }

    /** Reads a currency that is written as we write it, as in streams. */
    static Currency currency(JsonNode code) {
        return code.text(Currency::parse);
    }
}
