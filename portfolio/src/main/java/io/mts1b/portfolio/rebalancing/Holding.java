package io.mts1b.portfolio.rebalancing;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Objects;

/**
 * One instrument of a portfolio that is to be rebalanced.
 *
 * @param instrument of what
 * @param quantity how much is held now, negative for short
 * @param target the share of net asset value that is wanted; finite
 * @param price the price to trade at
 * @param terms how it is counted
 */
public record Holding(InstrumentId instrument, Decimal quantity, double target, Price price, ContractTerms terms) {

    /** Validates. */
    public Holding {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(quantity, "quantity");
        Require.that(Double.isFinite(target), "target must be finite, was " + target);
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(terms, "terms");
    }
}
