package io.mts1b.oms;

import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.platform.journal.Journal;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.platform.journal.JournalReader;
import io.mts1b.riskengine.RiskEngine;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The writer: takes what comes in, journals it, folds it into the state, and sends orders on.
 *
 * <p>Confined to one thread, venue events included.
 */
public final class Oms implements AutoCloseable {

    private final Journal journal;
    private final RiskEngine risk;
    private final InstantSource clock;
    private final OmsState state = new OmsState();
    private final SortedMap<BrokerId, SubmitsOrders> brokers = new TreeMap<>();

    private Oms(Journal journal, RiskEngine risk, InstantSource clock) {
        this.journal = journal;
        this.risk = risk;
        this.clock = clock;
    }

    /**
     * Opens a log, and replays what is in it.
     *
     * @param directory where the journal stands or will stand
     * @param options how it is written
     * @param risk who decides about orders
     * @param clock the time of decisions
     * @return the system in the state after the last event
     * @throws io.mts1b.platform.journal.JournalException if another writer has the log, or it is damaged
     */
    public static Oms open(Path directory, JournalOptions options, RiskEngine risk, InstantSource clock) {
        Journal journal = Journal.open(directory, options);
        Oms oms = new Oms(journal, risk, clock);
        try (JournalReader reader = journal.read(1)) {
            while (reader.next()) {
                oms.state.apply(OmsLog.decode(reader.payload()));
            }
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
        return oms;
    }

    /**
     * Returns the state.
     *
     * @return the live state; read it on the writer's thread
     */
    public OmsState state() {
        return state;
    }

    /**
     * Takes a broker into use, and sends it again what the log calls open: an order that was being sent when
     * the process died may never have arrived, and one that did is not taken twice.
     *
     * @param broker the broker, which tells its events to {@link #onVenueEvent}
     */
    public void connect(SubmitsOrders broker) {
        Require.that(!brokers.containsKey(broker.broker()), "broker " + broker.broker() + " must be connected once");
        brokers.put(broker.broker(), broker);
        List<OrderState> open = state.orders().values().stream()
                .filter(order -> order.order().broker().equals(broker.broker()))
                .filter(order ->
                        order.status() == OrderStatus.APPROVED || order.status().mayTrade())
                .toList();
        for (OrderState order : open) {
            if (order.status() == OrderStatus.APPROVED) {
                record(new OmsEvent.OrderChanged(
                        new OrderEvent.Submitted(order.order().orderId(), clock.instant())));
            }
        }
        journal.flush();
        for (OrderState order : open) {
            broker.submit(risk.approvedBefore(order));
        }
    }

    /**
     * Takes anything that is not an order: funds, instruments, limits, targets, prices, values, halts.
     *
     * @param event what happened
     * @throws IllegalArgumentException if it is about an order, or speaks of what the log never introduced; it
     *     is not in the log then
     */
    public void accept(OmsEvent event) {
        Require.that(
                switch (event) {
                    case OmsEvent.OrderReceived _, OmsEvent.OrderDecided _, OmsEvent.OrderChanged _ -> false;
                    case OmsEvent.FundOpened _,
                            OmsEvent.InstrumentListed _,
                            OmsEvent.EnvelopeSet _,
                            OmsEvent.TargetsSet _,
                            OmsEvent.MarketMarked _,
                            OmsEvent.NavMarked _,
                            OmsEvent.HaltSet _ -> true;
                },
                "orders must come in by submit, was " + event);
        record(event);
    }

    /**
     * Takes orders: has them reviewed one after the other, makes the intent of all that passed durable, and
     * sends those. Taking an order again goes on where its first time ended.
     *
     * @param orders the orders, in the order they are wished for
     * @throws IllegalArgumentException if an order's fund is not open or its broker not connected; nothing is
     *     taken then
     */
    public void submit(List<Order> orders) {
        for (Order order : orders) {
            Require.that(brokers.containsKey(order.broker()), "broker " + order.broker() + " must be connected");
            Require.that(state.fund(order.fund()).isPresent(), "fund " + order.fund() + " must be open");
        }
        List<OrderState> sending = new ArrayList<>();
        for (Order order : orders) {
            if (state.order(order.orderId()).isEmpty()) {
                record(new OmsEvent.OrderReceived(order));
            }
            if (status(order) == OrderStatus.CREATED) {
                record(new OmsEvent.OrderDecided(
                        risk.review(order, state, clock.instant()).decision()));
            }
            if (status(order) == OrderStatus.APPROVED) {
                sending.add(state.order(order.orderId()).orElseThrow());
            }
        }
        for (OrderState order : sending) {
            record(new OmsEvent.OrderChanged(
                    new OrderEvent.Submitted(order.order().orderId(), clock.instant())));
        }
        journal.flush();
        for (OrderState order : sending) {
            broker(order.order()).submit(risk.approvedBefore(order));
        }
    }

    /**
     * Takes what a venue told.
     *
     * @param event what happened to an order
     * @throws IllegalArgumentException if the order is unknown; it is not in the log then
     * @throws io.mts1b.foundation.orders.OrderTransitionException if it cannot happen; it is not in the log then
     */
    public void onVenueEvent(OrderEvent event) {
        record(new OmsEvent.OrderChanged(event));
    }

    /** Makes everything durable, and gives up the log. */
    @Override
    public void close() {
        journal.close();
    }

    private SubmitsOrders broker(Order order) {
        return Require.present(brokers.get(order.broker()), "broker " + order.broker() + " must be connected");
    }

    private OrderStatus status(Order order) {
        return state.order(order.orderId()).orElseThrow().status();
    }

    /** The fold refuses what is impossible before it changes anything, so nothing impossible is journaled. */
    private void record(OmsEvent event) {
        state.apply(event);
        journal.submit(OmsLog.encode(event));
    }
}
