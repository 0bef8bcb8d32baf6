package io.mts1b.foundation.ids;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;

/**
 * The identity of one published event; a consumer that saw it drops it.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record EventId(String value) implements Comparable<EventId>, TextValue {

    /** Validates. */
    public EventId {
        Require.visible("eventId", value, 128);
    }

    /**
     * Reads the text form.
     *
     * @param text the identifier
     * @return the identity
     * @throws IllegalArgumentException if it is not an identifier
     */
    public static EventId parse(String text) {
        return new EventId(text);
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return value;
    }
}
