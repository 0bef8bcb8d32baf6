package io.mts1b.brokers;

import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A broker that is confined to a thread of its own, for who calls from others: every call is handed over,
 * in its order, and returns at once. Thread-safe.
 *
 * @param <B> the broker
 */
public sealed class ConfinedBroker<
                B extends
                        SubmitsOrders & CancelsOrders & ReplacesOrders & FindsOrders & ListsOpenOrders & ListsFills
                                & ReportsBalances>
        implements SubmitsOrders,
                CancelsOrders,
                ReplacesOrders,
                FindsOrders,
                ListsOpenOrders,
                ListsFills,
                ReportsBalances
        permits ConfinedAccount {

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

    final void call(Consumer<B> call) {
        thread.accept(call);
    }

    @Override
    public final BrokerId broker() {
        return broker;
    }

    @Override
    public final void open() {
        call(Broker::open);
    }

    @Override
    public final void submit(ApprovedOrder order) {
        call(confined -> confined.submit(order));
    }

    @Override
    public final void cancel(SentOrder order) {
        call(confined -> confined.cancel(order));
    }

    @Override
    public final void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
        call(confined -> confined.replace(order, name, quantity, type));
    }

    @Override
    public final void find(long request, SentOrder order) {
        call(confined -> confined.find(request, order));
    }

    @Override
    public final void listOpenOrders(long request) {
        call(confined -> confined.listOpenOrders(request));
    }

    @Override
    public final void listFills(long request, Instant from) {
        call(confined -> confined.listFills(request, from));
    }

    @Override
    public final void listBalances(long request) {
        call(confined -> confined.listBalances(request));
    }
}
