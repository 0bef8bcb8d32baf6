package io.mts1b.oms;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderType;
import java.util.List;

/** What may happen to an order. */
public final class OrderEvents {

    private OrderEvents() {}

    /** Returns one event of each kind, in the order of their codes in the log. */
    public static List<OrderEvent> ofEveryKind(Fill fill) {
        OrderId id = fill.orderId();
        OrderType market = new OrderType.Market();
        return List.of(
                new OrderEvent.RiskRequested(id, Desk.NOW),
                new OrderEvent.RiskApproved(id, Desk.NOW),
                new OrderEvent.RiskDenied(id, Desk.NOW, ""),
                new OrderEvent.Submitted(id, Desk.NOW),
                new OrderEvent.Accepted(id, Desk.NOW, "V-1"),
                new OrderEvent.Rejected(id, Desk.NOW, ""),
                new OrderEvent.Filled(fill),
                new OrderEvent.FillBusted(fill, Desk.NOW),
                new OrderEvent.CancelRequested(id, Desk.NOW),
                new OrderEvent.CancelRejected(id, Desk.NOW, ""),
                new OrderEvent.Canceled(id, Desk.NOW, ""),
                new OrderEvent.ReplaceRequested(id, Desk.NOW, Quantity.of(1), market),
                new OrderEvent.Replaced(id, Desk.NOW, Quantity.of(1), market),
                new OrderEvent.ReplaceRejected(id, Desk.NOW, ""),
                new OrderEvent.Expired(id, Desk.NOW),
                new OrderEvent.Lost(id, Desk.NOW, ""));
    }
}
