package io.mts1b.brokers;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.risk.Approver;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.List;

/** Orders for tests. */
public final class Orders {

    /** The broker they go to. */
    public static final BrokerId BROKER = new BrokerId("venue");

    private static final Instant SENT = Instant.parse("2024-05-06T13:00:00Z");

    private Orders() {}

    /** The risk engine's part, played by the test. */
    private static final class Stamp extends Approver {

        ApprovedOrder on(Order order) {
            return approve(order);
        }
    }

    /** Makes a limit order. */
    public static ApprovedOrder limit(String id, InstrumentId instrument, Side side, long quantity, String limit) {
        return order(id, instrument, side, quantity, new OrderType.Limit(Price.parse(limit)), TimeInForce.GTC);
    }

    /** Makes an order. */
    public static ApprovedOrder order(
            String id, InstrumentId instrument, Side side, long quantity, OrderType type, TimeInForce time) {
        return order(id, instrument, side, Quantity.of(quantity), type, time);
    }

    /** Makes an order, of fractions perhaps. */
    public static ApprovedOrder order(
            String id, InstrumentId instrument, Side side, Quantity quantity, OrderType type, TimeInForce time) {
        return new Stamp()
                .on(Order.builder()
                        .orderId(new OrderId(id))
                        .idempotencyKey(new IdempotencyKey("k-" + id))
                        .fund(new FundId("alpha"))
                        .strategy(new StrategyId("momentum"))
                        .instrument(instrument)
                        .side(side)
                        .quantity(quantity)
                        .type(type)
                        .timeInForce(time)
                        .broker(BROKER)
                        .actor(new ActorId("momentum"))
                        .createdAt(SENT)
                        .build());
    }

    /** Returns the order as it was sent, before the venue has told its own name for it. */
    public static SentOrder sent(ApprovedOrder order) {
        return new SentOrder(OrderState.created(order.order()), name(order, 0));
    }

    /** Returns the order as it was sent, with the name that the venue has told. */
    public static SentOrder sent(ApprovedOrder order, String venues) {
        OrderId id = order.order().orderId();
        OrderState state = OrderState.created(order.order());
        for (OrderEvent event : List.of(
                new OrderEvent.RiskRequested(id, SENT),
                new OrderEvent.RiskApproved(id, SENT),
                new OrderEvent.Submitted(id, SENT),
                new OrderEvent.Accepted(id, SENT, venues))) {
            state = state.apply(event);
        }
        return new SentOrder(state, name(order, 0));
    }

    /** Returns the order as it was sent, under the name of a replacement. */
    public static SentOrder sent(ApprovedOrder order, int revision) {
        return new SentOrder(OrderState.created(order.order()), name(order, revision));
    }

    /** Returns our name for an order. */
    public static ClientOrderId name(ApprovedOrder order, int revision) {
        return ClientOrderId.of(order.order().orderId(), revision);
    }
}
