package io.mts1b.foundation.orders;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Quantity;
import java.util.Objects;

/**
 * What an order on the book was asked to become.
 *
 * @param quantity how much is wanted in all, what has traded included
 * @param type at which prices
 */
public record Replacement(Quantity quantity, OrderType type) {

    /** Validates. */
    public Replacement {
        Require.that(!quantity.isZero(), "quantity must be positive, was 0");
        Objects.requireNonNull(type, "type");
    }
}
