package io.mts1b.oms;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderType;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Makes an order stand where the venue says it stands. Its fills are known by then. */
final class Standing {

    private final Recorder recorder;
    private final OrderReports reports;
    private final OmsPolicy policy;
    private final Consumer<OrderId> cancelAgain;

    Standing(Recorder recorder, OrderReports reports, OmsPolicy policy, Consumer<OrderId> cancelAgain) {
        this.recorder = recorder;
        this.reports = reports;
        this.policy = policy;
        this.cancelAgain = cancelAgain;
    }

    void take(OrderState before, VenueOrder told, Instant at) {
        OrderId id = before.order().orderId();
        OrderState order = told.standing() == VenueOrder.Standing.REJECTED
                ? before
                : reports.named(before, new OrderReport.Accepted(told.name(), at));
        switch (told.standing()) {
            case WORKING -> working(order, told, at);
            case FILLED -> {
                if (order.status().mayTrade()) {
                    settle(order, told, at, true);
                }
            }
            case CANCELED -> ended(order, new OrderEvent.Canceled(id, at, "as the venue answered"));
            case EXPIRED -> ended(order, new OrderEvent.Expired(id, at));
            case REJECTED -> ended(order, new OrderEvent.Rejected(id, at, "as the venue answered"));
        }
    }

    private void ended(OrderState order, OrderEvent event) {
        if (order.status().mayTrade()) {
            reports.tell(order, event);
        }
    }

    private void working(OrderState order, VenueOrder told, Instant at) {
        OrderId id = order.order().orderId();
        if (!order.status().mayTrade()) {
            reports.contradicts(order, "it is " + order.status() + " and the venue says it may trade");
            return;
        }
        if (order.status() == OrderStatus.SUBMITTED || order.status() == OrderStatus.UNKNOWN) {
            OrderName name = told.name();
            String venues = name.venues() == null ? String.valueOf(name.ours()) : name.venues();
            reports.tell(order, new OrderEvent.Accepted(id, at, venues));
        }
        settle(order, told, at, isOver(id, policy.settleAfter()));
        // Also if the order was in doubt meanwhile: whoever wanted it gone still does.
        boolean canceling = recorder.state().venues().intent(id).orElseThrow().canceling();
        if (canceling && isOver(id, policy.answerWithin())) {
            cancelAgain.accept(id);
        }
    }

    /** Makes quantity and prices what the venue says, and so answers a replacement that it had not answered. */
    private void settle(OrderState order, VenueOrder told, Instant at, boolean settled) {
        boolean changed = !told.ordered().equals(order.ordered())
                || (told.type() != null && !told.type().equals(order.type()));
        if (changed) {
            resize(order, told, at);
        } else if (order.requested() != null && settled) {
            OrderId id = order.order().orderId();
            reports.tell(order, new OrderEvent.ReplaceRejected(id, at, "the venue did not change it"));
        }
    }

    private void resize(OrderState order, VenueOrder told, Instant at) {
        OrderType type = told.type() == null ? order.type() : told.type();
        reports.tell(order, new OrderEvent.Replaced(order.order().orderId(), at, told.ordered(), type));
    }

    /** Whether what we asked last has had so much time to get there. */
    private boolean isOver(OrderId id, Duration time) {
        Instant askedAt = recorder.state().venues().intent(id).orElseThrow().askedAt();
        return !recorder.now().isBefore(askedAt.plus(time));
    }
}
