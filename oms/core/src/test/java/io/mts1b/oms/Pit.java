package io.mts1b.oms;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.ReportsPositions;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.TakesOnce;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** A venue over a line that takes each order once, and trades of it at once what a test says; less than zero refuses. */
final class Pit implements TakesOnce, CancelsOrders, FindsOrders, ListsOpenOrders, ListsFills, ReportsPositions {

    final Map<String, VenueOrder> orders = new LinkedHashMap<>();
    private final Map<String, VenueOrder> working = new LinkedHashMap<>();
    private final ToLongFunction<Order> trades;
    private final InstantSource clock;
    private final List<VenueFill> fills = new ArrayList<>();
    private final SortedMap<InstrumentId, Decimal> positions = new TreeMap<>();
    VenueListener listener = _ -> {};
    boolean silent;

    Pit(ToLongFunction<Order> trades) {
        this(trades, () -> Desk.NOW);
    }

    Pit(ToLongFunction<Order> trades, InstantSource clock) {
        this.trades = trades;
        this.clock = clock;
    }

    @Override
    public BrokerId broker() {
        return Counter.NOTES;
    }

    @Override
    public void open() {
        listener.onMessage(new VenueMessage.LineUp(Desk.NOW));
    }

    @Override
    public void submit(ApprovedOrder approved) {
        Order order = approved.order();
        OrderName name = OrderName.of(ClientOrderId.of(order.orderId(), 0)).at("V-" + order.orderId());
        if (orders.containsKey(name.ours())) {
            return;
        }
        long traded = trades.applyAsLong(order);
        if (traded < 0) {
            put(order, name, Standing.REJECTED, 0);
            tell(new OrderReport.Rejected(name, Desk.NOW, "no"));
            return;
        }
        boolean whole = filled(traded).equals(order.quantity());
        boolean rests = order.timeInForce() != TimeInForce.IOC;
        put(order, name, whole ? Standing.FILLED : rests ? Standing.WORKING : Standing.CANCELED, traded);
        VenueFill fill = traded == 0
                ? null
                : VenueFill.of(Desk.fill(order, "f-" + order.orderId(), traded, "100", clock.instant()), name);
        if (fill != null) {
            fills.add(fill);
            positions.merge(order.instrument(), Decimal.of(order.side().sign() * traded), Decimal::plus);
        }
        // Who listens may die of it; what has happened here has happened.
        tell(new OrderReport.Accepted(name, Desk.NOW));
        if (fill != null) {
            tell(new OrderReport.Traded(fill));
        }
        if (!whole && !rests) {
            tell(new OrderReport.Canceled(name, Desk.NOW, filled(traded), "immediate or cancel"));
        }
    }

    private static Quantity filled(long traded) {
        return traded == 0 ? Quantity.ZERO : Quantity.of(traded);
    }

    private void tell(VenueMessage message) {
        if (!silent) {
            listener.onMessage(message);
        }
    }

    /** All of a resting order trades. */
    void trade(Order order) {
        OrderName name = Desk.name(order);
        long quantity = order.quantity().value().toUnscaled(0);
        VenueFill fill = VenueFill.of(Desk.fill(order, "f-" + order.orderId(), quantity, "100", clock.instant()), name);
        put(order, name, Standing.FILLED, quantity);
        fills.add(fill);
        positions.merge(order.instrument(), Decimal.of(order.side().sign() * quantity), Decimal::plus);
        tell(new OrderReport.Traded(fill));
    }

    /** Returns what has traded here. */
    Quantity traded() {
        return fills.stream().map(VenueFill::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    private void put(Order order, OrderName name, Standing standing, long traded) {
        keep(new VenueOrder(
                name,
                order.instrument(),
                order.side().sign() > 0,
                order.quantity(),
                order.type(),
                standing,
                filled(traded),
                traded == 0 ? null : Price.parse("100")));
    }

    private void keep(VenueOrder order) {
        String ours = String.valueOf(order.name().ours());
        orders.put(ours, order);
        if (order.standing() == Standing.WORKING) {
            working.put(ours, order);
        } else {
            working.remove(ours);
        }
    }

    @Override
    public void cancel(SentOrder sent) {
        VenueOrder order = orders.get(sent.name().value());
        if (order == null || order.standing() != Standing.WORKING) {
            tell(new OrderReport.CancelRejected(sent.names(), Desk.NOW, "too late"));
            return;
        }
        keep(new VenueOrder(
                order.name(),
                order.instrument(),
                order.buys(),
                order.ordered(),
                order.type(),
                Standing.CANCELED,
                order.filled(),
                order.averagePrice()));
        tell(new OrderReport.Canceled(order.name(), Desk.NOW, order.filled(), "by request"));
    }

    @Override
    public void find(long request, SentOrder sent) {
        VenueOrder order = orders.get(sent.name().value());
        tell(
                order == null
                        ? new VenueAnswer.NotFound(request, Desk.NOW)
                        : new VenueAnswer.Found(request, Desk.NOW, order));
    }

    @Override
    public void listOpenOrders(long request) {
        tell(new VenueAnswer.OpenOrders(request, Desk.NOW, List.copyOf(working.values())));
    }

    @Override
    public void listFills(long request, Instant from) {
        int first = fills.size();
        while (first > 0 && !fills.get(first - 1).at().isBefore(from)) {
            first--;
        }
        tell(new VenueAnswer.Fills(request, Desk.NOW, from, fills.subList(first, fills.size())));
    }

    @Override
    public void listPositions(long request) {
        SortedMap<InstrumentId, Decimal> held = new TreeMap<>(positions);
        held.values().removeIf(Decimal::isZero);
        tell(new VenueAnswer.Positions(request, Desk.NOW, held));
    }
}
