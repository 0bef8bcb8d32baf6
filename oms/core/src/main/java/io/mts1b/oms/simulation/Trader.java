package io.mts1b.oms.simulation;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Oms;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Somebody who makes, cancels and changes orders without a plan, and some of them twice. */
final class Trader {

    private final RandomGenerator random;
    private final InstantSource clock;
    private final Supplier<List<InstrumentId>> trading;
    private final List<Order> made = new ArrayList<>();

    /** Makes one who asks what may be traded now. */
    Trader(RandomGenerator random, InstantSource clock, Supplier<List<InstrumentId>> trading) {
        this.random = random;
        this.clock = clock;
        this.trading = trading;
    }

    void act(Oms oms) {
        List<OrderState> open = oms.state().openOrders(SimulatedFund.FUND);
        int what = random.nextInt(10);
        if (what < 5 || open.isEmpty()) {
            Order order = order(oms);
            made.add(order);
            oms.submit(List.of(order));
        } else if (what < 8) {
            oms.cancel(open.get(random.nextInt(open.size())).order().orderId(), "by chance");
        } else if (what == 8) {
            replace(oms, open.get(random.nextInt(open.size())));
        } else {
            // Who did not hear an answer asks again.
            oms.submit(List.of(made.get(random.nextInt(made.size()))));
        }
    }

    private void replace(Oms oms, OrderState order) {
        if (order.status() == OrderStatus.ACCEPTED && order.requested() == null) {
            Quantity quantity = order.filled().plus(Quantity.of(1 + random.nextLong(150)));
            oms.replace(
                    order.order().orderId(),
                    quantity,
                    order.type() instanceof OrderType.Market market
                            ? market
                            : limit(oms, order.order().instrument()));
        }
    }

    private Order order(Oms oms) {
        List<InstrumentId> shares = trading.get();
        InstrumentId share = shares.get(random.nextInt(shares.size()));
        Decimal held = oms.state().positions(SimulatedFund.FUND).getOrDefault(share, Decimal.ZERO);
        Side side = random.nextBoolean() ? Side.toBuy(held) : Side.toSell(held);
        String number = String.valueOf(made.size() + 1);
        return Order.builder()
                .orderId(new OrderId("o-" + number))
                .idempotencyKey(new IdempotencyKey("k-" + number))
                .fund(SimulatedFund.FUND)
                .strategy(SimulatedFund.STRATEGY)
                .instrument(share)
                .side(side)
                .quantity(Quantity.of(1 + random.nextLong(150)))
                .type(random.nextInt(3) == 0 ? new OrderType.Market() : limit(oms, share))
                .timeInForce(TimeInForce.GTC)
                .broker(SimulatedFund.BROKER)
                .actor(new ActorId("chance"))
                .createdAt(clock.instant())
                .build();
    }

    private OrderType limit(Oms oms, InstrumentId share) {
        long ticks = SimulatedFund.ticks(oms.state(), share) + random.nextInt(-60, 61);
        return new OrderType.Limit(Price.ofTicks(ticks, SimulatedFund.TERMS.tick()));
    }

    List<Order> made() {
        return Collections.unmodifiableList(made);
    }
}
