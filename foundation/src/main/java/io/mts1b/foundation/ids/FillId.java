package io.mts1b.foundation.ids;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;

/**
 * The identity of one execution, unique per order.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record FillId(String value) implements Comparable<FillId>, TextValue {

    /** Validates. */
    public FillId {
        Require.visible("fillId", value, 128);
    }

    /**
     * Reads the text form.
     *
     * @param text the identifier
     * @return the identity
     * @throws IllegalArgumentException if it is not an identifier
     */
    public static FillId parse(String text) {
        return new FillId(text);
    }

    @Override
    public int compareTo(FillId other) {
        return value.compareTo(other.value);
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return value;
    }
}
