package io.mts1b.foundation.ids;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;

/**
 * Who asked for something: a person, a service or a strategy.
 *
 * @param value 1 to 64 visible ASCII characters
 */
public record ActorId(String value) implements Comparable<ActorId>, TextValue {

    /** Validates. */
    public ActorId {
        Require.visible("actorId", value, 64);
    }

    /**
     * Reads the text form.
     *
     * @param text the identifier
     * @return the identity
     * @throws IllegalArgumentException if it is not an identifier
     */
    public static ActorId parse(String text) {
        return new ActorId(text);
    }

    @Override
    public int compareTo(ActorId other) {
        return value.compareTo(other.value);
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return value;
    }
}
