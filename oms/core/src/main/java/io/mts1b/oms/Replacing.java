package io.mts1b.oms;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.SentOrder;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Replacement;
import io.mts1b.riskengine.Review;
import io.mts1b.riskengine.RiskEngine;

/** Changes an order on the book, through the gates. Confined to the writer's thread. */
final class Replacing {

    private final Recorder recorder;
    private final RiskEngine risk;

    Replacing(Recorder recorder, RiskEngine risk) {
        this.recorder = recorder;
        this.risk = risk;
    }

    /** Asks its broker to change an order, if the gates let it. */
    Review replace(OrderState order, Broker broker, Quantity quantity, OrderType type) {
        OrderId id = order.order().orderId();
        require(order, broker, quantity);
        Review review = risk.review(order.order().amended(quantity, type), recorder.state(), recorder.now());
        switch (review) {
            case Review.Stopped stopped ->
                recorder.record(new OrderEvent.ReplaceRejected(
                        id, recorder.now(), "denied: " + Reasons.of(stopped.decision())));
            case Review.Passed _ -> {
                recorder.record(new OrderEvent.ReplaceRequested(id, recorder.now(), quantity, type));
                VenueRecords venues = recorder.state().venues();
                int revision = venues.intent(id).orElseThrow().revision();
                SentOrder sent = venues.sent(recorder.state().order(id).orElseThrow());
                ClientOrderId name = ClientOrderId.of(id, revision);
                recorder.send(broker, to -> ((ReplacesOrders) to).replace(sent, name, quantity, type));
            }
        }
        return review;
    }

    private void require(OrderState order, Broker broker, Quantity quantity) {
        OrderId id = order.order().orderId();
        Require.that(order.status() == OrderStatus.ACCEPTED, "order " + id + " must be ACCEPTED, is " + order.status());
        // A no to the second says nothing of the first, which may have traded more than is known.
        Replacement asked = order.requested();
        if (asked != null) {
            throw new IllegalArgumentException("order " + id + " must be changed once at a time, a change to "
                    + asked.quantity() + " is not answered yet");
        }
        Require.that(
                quantity.compareTo(order.filled()) > 0,
                "quantity must be above the " + order.filled() + " that have traded, was " + quantity);
        Require.that(broker instanceof ReplacesOrders, "broker " + broker.broker() + " must change orders");
    }
}
