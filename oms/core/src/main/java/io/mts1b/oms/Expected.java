package io.mts1b.oms;

import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.oms.archive.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What will be looked for among the orders that ended, mostly in vain, when orders come in or a log is replayed: each name is
 * at another place of much memory, and waiting for many of them takes little longer than waiting for one.
 */
final class Expected {

    /** So many that waiting overlaps, and so few that what came near is still there when it is looked at. */
    static final int TOGETHER = 64;

    private final Orders orders;
    private final List<Name> names;

    private Expected(Orders orders, int things) {
        this.orders = orders;
        names = new ArrayList<>(2 * things);
    }

    /** Has each order taken, some tens expected before the first of them is. */
    static void forEach(List<Order> wishes, Orders orders, Consumer<Order> taker) {
        for (int from = 0; from < wishes.size(); from += TOGETHER) {
            List<Order> some = wishes.subList(from, Math.min(wishes.size(), from + TOGETHER));
            Expected expected = new Expected(orders, some.size());
            some.forEach(expected::add);
            orders.expect(expected.names);
            some.forEach(taker);
        }
    }

    /** Takes some tens of events of a log. */
    static void apply(List<OmsEvent> events, OmsState state) {
        Expected expected = new Expected(state.orders(), events.size());
        events.forEach(expected::add);
        state.orders().expect(expected.names);
        events.forEach(state::apply);
    }

    private void add(OmsEvent event) {
        if (event instanceof OmsEvent.OrderReceived(Order order)) {
            add(order);
        } else if (event instanceof OmsEvent.OrderChanged(OrderEvent.Filled filled)) {
            names.add(new Name(Orders.FILL, filled.fill().fillId().value()));
        } else if (event instanceof OmsEvent.OrderChanged(OrderEvent.Accepted accepted)) {
            OrderRecord record = orders.inMemory(accepted.orderId());
            if (record != null) {
                names.add(new Name(Orders.VENUE, record.state.order().broker().value(), accepted.venueOrderId()));
            }
        }
    }

    private void add(Order order) {
        names.add(new Name(Orders.ORDER, order.orderId().value()));
        names.add(new Name(Orders.KEY, order.idempotencyKey().value()));
    }
}
