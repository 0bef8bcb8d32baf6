package io.mts1b.oms.api;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of an order; the rest, such as its identity and its time, is ours to say.
 *
 * @param fund whose money
 * @param strategy what decided
 * @param instrument what to trade
 * @param side what it does to the position
 * @param quantity how much, positive
 * @param type at which prices
 * @param timeInForce how long it waits
 * @param broker through whom; null for the fund's own
 * @param thesis why, in words; null for no words
 * @param links how it depends on orders that were taken before; null if it does not
 */
public record OrderWish(
        FundId fund,
        StrategyId strategy,
        InstrumentId instrument,
        Side side,
        Quantity quantity,
        OrderType type,
        TimeInForce timeInForce,
        @Nullable BrokerId broker,
        @Nullable String thesis,
        @Nullable List<OrderLink> links) {

    private static final int MAX_THESIS = 4_000;

    /** Validates, and copies. */
    public OrderWish {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(side, "side");
        Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(timeInForce, "timeInForce");
        Require.note("thesis", Objects.requireNonNullElse(thesis, ""), MAX_THESIS);
        links = links == null ? null : List.copyOf(links);
    }

    /** Makes the order of it; refuses what no order can be. */
    Order order(OrderId id, IdempotencyKey key, BrokerId otherwise, ActorId actor, Instant at) {
        return Order.builder()
                .orderId(id)
                .idempotencyKey(key)
                .fund(fund)
                .strategy(strategy)
                .instrument(instrument)
                .side(side)
                .quantity(quantity)
                .type(type)
                .timeInForce(timeInForce)
                .broker(Objects.requireNonNullElse(broker, otherwise))
                .actor(actor)
                .thesis(Objects.requireNonNullElse(thesis, ""))
                .links(Objects.requireNonNullElse(links, List.of()))
                .createdAt(at)
                .build();
    }
}
