package io.mts1b.portfolio.rebalancing;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Objects;

/**
 * One trade of a rebalancing, before it is an order.
 *
 * @param instrument of what
 * @param side what it does to the position
 * @param quantity how much, positive
 */
public record PlannedTrade(InstrumentId instrument, Side side, Quantity quantity) {

    /** Validates. */
    public PlannedTrade {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(side, "side");
        Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
    }
}
