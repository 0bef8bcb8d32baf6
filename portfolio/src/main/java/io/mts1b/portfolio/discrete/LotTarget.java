package io.mts1b.portfolio.discrete;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import java.util.Objects;

/**
 * One asset of a portfolio that is to be held in whole lots.
 *
 * @param weight the share of the capital wanted, negative for short; finite
 * @param price what one unit costs, in the currency of the cash: for a contract, its price times its multiplier
 * @param lot the smallest quantity step, positive; 1 for most shares
 */
public record LotTarget(double weight, Price price, Quantity lot) {

    /** Validates. */
    public LotTarget {
        Require.that(Double.isFinite(weight), "weight must be finite, was " + weight);
        Objects.requireNonNull(price, "price");
        Require.that(!lot.isZero(), "lot must be positive, was " + lot);
    }
}
