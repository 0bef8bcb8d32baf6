package io.mts1b.foundation.symbology;

import io.mts1b.foundation.TextValue;
import java.util.Comparator;
import java.util.Objects;

/**
 * The identity of an instrument: its symbol at one venue, written {@code AAPL.XNAS}.
 *
 * <p>The last point separates the two, so {@code BRK.B.XNYS} is the symbol {@code BRK.B}.
 *
 * @param symbol what it is called
 * @param venue where it is traded
 */
public record InstrumentId(Symbol symbol, Venue venue) implements Comparable<InstrumentId>, TextValue {

    private static final Comparator<InstrumentId> ORDER =
            Comparator.comparing(InstrumentId::symbol).thenComparing(InstrumentId::venue);

    /** Validates. */
    public InstrumentId {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(venue, "venue");
    }

    /**
     * Reads the text form.
     *
     * @param text symbol, point, venue
     * @return the identity
     * @throws IllegalArgumentException if it is anything else
     */
    public static InstrumentId parse(String text) {
        int point = text.lastIndexOf('.');
        if (point < 0) {
            throw new IllegalArgumentException("instrument must be a symbol, a point and a venue, was '" + text + "'");
        }
        return new InstrumentId(Symbol.parse(text.substring(0, point)), Venue.parse(text.substring(point + 1)));
    }

    @Override
    public int compareTo(InstrumentId other) {
        return ORDER.compare(this, other);
    }

    /** Returns symbol, point, venue. */
    @Override
    public String toString() {
        return symbol + "." + venue;
    }
}
