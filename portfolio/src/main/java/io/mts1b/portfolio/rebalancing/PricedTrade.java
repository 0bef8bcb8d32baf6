package io.mts1b.portfolio.rebalancing;

import io.mts1b.foundation.numbers.Money;
import java.util.Objects;

/**
 * A planned trade, with what it moves and what it costs.
 *
 * @param trade the trade
 * @param value its quantity times its price without cost, positive
 * @param cost what it costs to do it: charges, and the distance of the price expected from the price seen
 */
public record PricedTrade(PlannedTrade trade, Money value, Money cost) {

    /** Validates. */
    public PricedTrade {
        Objects.requireNonNull(trade, "trade");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(cost, "cost");
    }

    /** Returns how much cash it brings, negative if it takes some. */
    Money cash() {
        return (trade.side().sign() > 0 ? value.negated() : value).minus(cost);
    }
}
