package io.mts1b.brokers;

import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A broker of a spot market that is confined to a thread of its own, for who calls from others: every call is handed over,
 * in its order, and returns at once. Thread-safe.
 *
 * @param <B> the broker
 */
public final class ConfinedBroker<
                B extends
                        SubmitsOrders & CancelsOrders & ReplacesOrders & FindsOrders & ListsOpenOrders & ListsFills
                                & ReportsBalances>
        implements SubmitsOrders,
                CancelsOrders,
                ReplacesOrders,
                FindsOrders,
                ListsOpenOrders,
                ListsFills,
                ReportsBalances {

    private final BrokerId broker;
    private final Consumer<Consumer<B>> thread;

    /**
     * Makes it.
     *
     * @param broker the name that orders are routed by
     * @param thread has a call made on the broker's thread
     */
    public ConfinedBroker(BrokerId broker, Consumer<Consumer<B>> thread) {
        this.broker = broker;
        this.thread = thread;
    }

    @Override
    public BrokerId broker() {
        return broker;
    }

    @Override
    public void open() {
        thread.accept(Broker::open);
    }

    @Override
    public void submit(ApprovedOrder order) {
        thread.accept(confined -> confined.submit(order));
    }

    @Override
    public void cancel(SentOrder order) {
        thread.accept(confined -> confined.cancel(order));
    }

    @Override
    public void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
        thread.accept(confined -> confined.replace(order, name, quantity, type));
    }

    @Override
    public void find(long request, SentOrder order) {
        thread.accept(confined -> confined.find(request, order));
    }

    @Override
    public void listOpenOrders(long request) {
        thread.accept(confined -> confined.listOpenOrders(request));
    }

    @Override
    public void listFills(long request, Instant from) {
        thread.accept(confined -> confined.listFills(request, from));
    }

    @Override
    public void listBalances(long request) {
        thread.accept(confined -> confined.listBalances(request));
    }
}
