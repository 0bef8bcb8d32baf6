package io.mts1b.foundation.ids;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;

/**
 * The identity of a tax lot.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record LotId(String value) implements Comparable<LotId>, TextValue {

    /** Validates. */
    public LotId {
        Require.visible("lotId", value, 128);
    }

    /**
     * Reads the text form.
     *
     * @param text the identifier
     * @return the identity
     * @throws IllegalArgumentException if it is not an identifier
     */
    public static LotId parse(String text) {
        return new LotId(text);
    }

    @Override
    public int compareTo(LotId other) {
        return value.compareTo(other.value);
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return value;
    }
}
