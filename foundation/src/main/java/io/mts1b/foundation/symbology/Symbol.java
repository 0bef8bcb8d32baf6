package io.mts1b.foundation.symbology;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;

/**
 * What an instrument is called at its venue, in the house's canonical spelling: {@code AAPL},
 * {@code BRK.B}, {@code BTC-USD}.
 *
 * @param value 1 to 64 visible ASCII characters
 */
public record Symbol(String value) implements Comparable<Symbol>, TextValue {

    /** Validates. */
    public Symbol {
        Require.visible("symbol", value, 64);
    }

    /**
     * Reads the text form.
     *
     * @param text the symbol
     * @return the symbol
     * @throws IllegalArgumentException if it is not one
     */
    public static Symbol parse(String text) {
        return new Symbol(text);
    }

    @Override
    public int compareTo(Symbol other) {
        return value.compareTo(other.value);
    }

    /** Returns the symbol. */
    @Override
    public String toString() {
        return value;
    }
}
