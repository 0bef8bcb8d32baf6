package io.mts1b.oms.api;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.omsalgos.Algo;
import io.mts1b.omsalgos.ExecutionLimits;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of an order that an algo is to work; the rest is ours to say.
 *
 * @param fund whose money
 * @param strategy what decided
 * @param instrument what to trade
 * @param side what it does to the position
 * @param quantity how much in all, positive
 * @param limit beyond which nothing is paid or taken; null for none, where the algo needs none
 * @param algo how
 * @param limits what the algo must keep; null for none
 * @param broker through whom; null for the fund's own
 * @param thesis why, in words; null for no words
 */
public record ParentWish(
        FundId fund,
        StrategyId strategy,
        InstrumentId instrument,
        Side side,
        Quantity quantity,
        @Nullable Price limit,
        Algo algo,
        @Nullable ExecutionLimits limits,
        @Nullable BrokerId broker,
        @Nullable String thesis) {

    private static final int MAX_THESIS = 4_000;

    /** Validates. */
    public ParentWish {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(side, "side");
        Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
        Objects.requireNonNull(algo, "algo");
        Require.note("thesis", Objects.requireNonNullElse(thesis, ""), MAX_THESIS);
    }

    /** Returns what the algo must keep. */
    ExecutionLimits kept() {
        return Objects.requireNonNullElse(limits, ExecutionLimits.NONE);
    }

    /** Makes the order of it, which is never sent. */
    Order order(OrderId id, IdempotencyKey key, BrokerId otherwise, ActorId actor, Instant at) {
        return Order.builder()
                .orderId(id)
                .idempotencyKey(key)
                .fund(fund)
                .strategy(strategy)
                .instrument(instrument)
                .side(side)
                .quantity(quantity)
                .type(limit == null ? new OrderType.Market() : new OrderType.Limit(limit))
                .timeInForce(TimeInForce.DAY)
                .broker(Objects.requireNonNullElse(broker, otherwise))
                .actor(actor)
                .thesis(Objects.requireNonNullElse(thesis, ""))
                .createdAt(at)
                .build();
    }
}
