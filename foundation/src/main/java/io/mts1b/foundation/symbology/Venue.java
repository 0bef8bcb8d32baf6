package io.mts1b.foundation.symbology;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;

/**
 * Where an instrument is traded: an ISO 10383 market identifier such as {@code XNAS}, or the house's
 * name of a venue without one, such as {@code KRAKEN}.
 *
 * @param code 1 to 16 letters, digits, {@code _} and {@code -}; no point, so that it ends an
 *     {@link InstrumentId} unmistakably
 */
public record Venue(String code) implements Comparable<Venue>, TextValue {

    /** Validates. */
    public Venue {
        Require.token("venue", code, 16);
    }

    /**
     * Reads the text form.
     *
     * @param text the code
     * @return the venue
     * @throws IllegalArgumentException if it is not one
     */
    public static Venue parse(String text) {
        return new Venue(text);
    }

    @Override
    public int compareTo(Venue other) {
        return code.compareTo(other.code);
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return code;
    }
}
