package io.mts1b.foundation.ids;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;

/**
 * A way to a venue, such as {@code paper} or {@code kraken}.
 *
 * @param value 1 to 32 letters, digits, {@code _} and {@code -}
 */
public record BrokerId(String value) implements Comparable<BrokerId>, TextValue {

    /** Validates. */
    public BrokerId {
        Require.token("brokerId", value, 32);
    }

    /**
     * Reads the text form.
     *
     * @param text the identifier
     * @return the identity
     * @throws IllegalArgumentException if it is not an identifier
     */
    public static BrokerId parse(String text) {
        return new BrokerId(text);
    }

    @Override
    public int compareTo(BrokerId other) {
        return value.compareTo(other.value);
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return value;
    }
}
