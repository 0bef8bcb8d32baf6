package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an operation has not done: an order that may still trade, or a position that is still held.
 *
 * @param fund whose
 * @param broker where
 * @param instrument what; null where nothing is known of the broker
 * @param order the order; null for a position
 * @param quantity the signed quantity that may still trade, or is held
 * @param reason why, in words
 */
public record Leftover(
        FundId fund,
        BrokerId broker,
        @Nullable InstrumentId instrument,
        @Nullable OrderId order,
        Decimal quantity,
        String reason) {

    /** Validates. */
    public Leftover {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(broker, "broker");
        Objects.requireNonNull(quantity, "quantity");
        Require.note("reason", reason, 2_000);
    }

    /** Tells of an order that may still trade. */
    static Leftover of(OrderState state, String more) {
        Order order = state.order();
        Decimal quantity = state.remaining().value();
        return new Leftover(
                order.fund(),
                order.broker(),
                order.instrument(),
                order.orderId(),
                order.side().sign() < 0 ? quantity.negated() : quantity,
                "order is " + state.status() + more);
    }
}
