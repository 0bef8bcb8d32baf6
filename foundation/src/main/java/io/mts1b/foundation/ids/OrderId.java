package io.mts1b.foundation.ids;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;

/**
 * The identity we gave an order, unique for the life of the log.
 *
 * @param value 1 to 64 visible ASCII characters
 */
public record OrderId(String value) implements Comparable<OrderId>, TextValue {

    /** Validates. */
    public OrderId {
        Require.visible("orderId", value, 64);
    }

    /**
     * Reads the text form.
     *
     * @param text the identifier
     * @return the identity
     * @throws IllegalArgumentException if it is not an identifier
     */
    public static OrderId parse(String text) {
        return new OrderId(text);
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return value;
    }
}
