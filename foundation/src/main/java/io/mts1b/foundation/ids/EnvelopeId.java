package io.mts1b.foundation.ids;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;

/**
 * The identity of a risk envelope; its versions share it.
 *
 * @param value 1 to 64 visible ASCII characters
 */
public record EnvelopeId(String value) implements Comparable<EnvelopeId>, TextValue {

    /** Validates. */
    public EnvelopeId {
        Require.visible("envelopeId", value, 64);
    }

    /**
     * Reads the text form.
     *
     * @param text the identifier
     * @return the identity
     * @throws IllegalArgumentException if it is not an identifier
     */
    public static EnvelopeId parse(String text) {
        return new EnvelopeId(text);
    }

    @Override
    public int compareTo(EnvelopeId other) {
        return value.compareTo(other.value);
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return value;
    }
}
