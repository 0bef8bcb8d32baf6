package io.mts1b.foundation.marketdata;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import java.util.Objects;

/**
 * What rests in an order book at one price.
 *
 * @param price the price
 * @param size the sum of the orders there, positive
 */
public record BookLevel(Price price, Quantity size) {

    /** Validates. */
    public BookLevel {
        Objects.requireNonNull(price, "price");
        Require.that(!size.isZero(), "size must be positive, was " + size);
    }
}
