package io.mts1b.foundation.ids;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;

/**
 * What makes two submissions the same wish: an order whose key was seen before, ever, is not sent again.
 *
 * <p>By convention strategy, version, decision time, symbol and direction, joined by {@code -}.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record IdempotencyKey(String value) implements Comparable<IdempotencyKey>, TextValue {

    /** Validates. */
    public IdempotencyKey {
        Require.visible("idempotencyKey", value, 128);
    }

    /**
     * Reads the text form.
     *
     * @param text the identifier
     * @return the identity
     * @throws IllegalArgumentException if it is not an identifier
     */
    public static IdempotencyKey parse(String text) {
        return new IdempotencyKey(text);
    }

    @Override
    public int compareTo(IdempotencyKey other) {
        return value.compareTo(other.value);
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return value;
    }
}
