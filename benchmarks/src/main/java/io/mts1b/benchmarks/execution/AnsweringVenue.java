package io.mts1b.benchmarks.execution;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.RestoresOrders;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueFill;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A venue that does what it is asked, fills at once what does not rest, and has its answers fetched. */
final class AnsweringVenue implements SubmitsOrders, CancelsOrders, ReplacesOrders, RestoresOrders {

    private final InstantSource clock;
    private final Predicate<Order> rests;
    private final Queue<OrderReport> answers = new ArrayDeque<>();

    AnsweringVenue(InstantSource clock, Predicate<Order> rests) {
        this.clock = clock;
        this.rests = rests;
    }

    @Override
    public BrokerId broker() {
        return BusyFund.BROKER;
    }

    @Override
    public void open() {
        // Nothing is there to open.
    }

    @Override
    public void restore(List<ApprovedOrder> working) {
        // It begins with nothing.
    }

    @Override
    public void submit(ApprovedOrder approved) {
        Order order = approved.order();
        OrderName name = name(order, ClientOrderId.of(order.orderId(), 0));
        answers.add(new OrderReport.Accepted(name, clock.instant()));
        if (!rests.test(order)) {
            trade(order, name, order.quantity());
        }
    }

    @Override
    public void cancel(SentOrder sent) {
        answers.add(new OrderReport.Canceled(
                name(sent.state().order(), sent.name()), clock.instant(), Quantity.ZERO, "as wished"));
    }

    @Override
    public void replace(SentOrder sent, ClientOrderId next, Quantity quantity, OrderType type) {
        OrderName name = name(sent.state().order(), next);
        answers.add(new OrderReport.Replaced(name, clock.instant(), quantity, type));
        trade(sent.state().order(), name, quantity);
    }

    private void trade(Order order, OrderName name, Quantity quantity) {
        answers.add(new OrderReport.Traded(
                VenueFill.of(BusyFund.fill(order, quantity, fill(order), clock.instant()), name)));
    }

    /** Takes the fill of an order back that was never replaced. */
    void bust(Order order) {
        OrderName name = name(order, ClientOrderId.of(order.orderId(), 0));
        answers.add(new OrderReport.Busted(name, new FillId(fill(order)), clock.instant()));
    }

    private static String fill(Order order) {
        return "f" + order.orderId();
    }

    private static OrderName name(Order order, ClientOrderId ours) {
        return OrderName.of(ours).at("V" + order.orderId());
    }

    /** Hands the answers over that there are, and tells whether there was one. */
    boolean answer(Consumer<OrderReport> consumer) {
        boolean any = !answers.isEmpty();
        for (int left = answers.size(); left > 0; left--) {
            consumer.accept(answers.remove());
        }
        return any;
    }
}
