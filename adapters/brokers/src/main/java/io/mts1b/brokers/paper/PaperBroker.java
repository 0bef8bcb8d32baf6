package io.mts1b.brokers.paper;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.RestoresOrders;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.paper.Match.Traded;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.orders.TradingCosts;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A broker that fills orders against bars: an order trades in bars that open after it was made, whole, if
 * their prices allow.
 *
 * <p>It keeps nothing on disk. After a restart it is given back the orders that the log still calls working, and
 * they trade as if nothing had happened, because fills follow from orders and bars alone. One thing it does not know
 * any more: a stop-limit order that a bar woke, and that has not traded, sleeps again until a bar passes its stop.
 *
 * <p>Confined to one thread; the listener is called on it, before the method that caused the event returns.
 */
public final class PaperBroker implements SubmitsOrders, CancelsOrders, RestoresOrders {

    private final BrokerId broker;
    private final Function<InstrumentId, Optional<Instrument>> instruments;
    private final TradingCosts costs;
    private final InstantSource clock;
    private final VenueListener listener;
    private final Map<OrderId, Working> working = new LinkedHashMap<>();

    /** An order on the book, and whether its stop was passed. */
    private record Working(Order order, boolean triggered) {}

    /**
     * Makes a broker.
     *
     * @param broker the name that orders are routed by
     * @param instruments what can be traded here; empty for what cannot
     * @param costs what trading costs here
     * @param clock the time that acknowledgements carry
     * @param listener who is told what happens
     */
    public PaperBroker(
            BrokerId broker,
            Function<InstrumentId, Optional<Instrument>> instruments,
            TradingCosts costs,
            InstantSource clock,
            VenueListener listener) {
        this.broker = Objects.requireNonNull(broker, "broker");
        this.instruments = Objects.requireNonNull(instruments, "instruments");
        this.costs = Objects.requireNonNull(costs, "costs");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    @Override
    public BrokerId broker() {
        return broker;
    }

    @Override
    public void open() {
        listener.onMessage(new VenueMessage.LineUp(clock.instant()));
    }

    @Override
    public void restore(List<ApprovedOrder> orders) {
        // No report tells that an order was woken, so the log does not know either: each comes back asleep.
        for (ApprovedOrder approved : orders) {
            working.put(approved.order().orderId(), new Working(approved.order(), false));
        }
    }

    @Override
    public void submit(ApprovedOrder approved) {
        Order order = approved.order();
        Require.that(order.broker().equals(broker), "order must be for " + broker + ", was for " + order.broker());
        if (working.containsKey(order.orderId())) {
            return;
        }
        if (instruments.apply(order.instrument()).isEmpty()) {
            listener.onMessage(
                    new OrderReport.Rejected(name(order), clock.instant(), "unknown instrument " + order.instrument()));
            return;
        }
        working.put(order.orderId(), new Working(order, false));
        listener.onMessage(new OrderReport.Accepted(name(order), clock.instant()));
    }

    @Override
    public void cancel(SentOrder order) {
        boolean canceled = working.remove(order.state().order().orderId()) != null;
        OrderName name = name(order.state().order());
        listener.onMessage(
                canceled
                        ? new OrderReport.Canceled(name, clock.instant(), Quantity.ZERO, "by request")
                        : new OrderReport.CancelRejected(name, clock.instant(), "not on the book"));
    }

    private OrderName name(Order order) {
        return OrderName.of(ClientOrderId.of(order.orderId(), 0)).at(broker + "-" + order.orderId());
    }

    /**
     * Trades the orders of one instrument against a bar, in the order they were sent, and ends those whose
     * time is up.
     *
     * @param bar what happened
     * @param openedAt when its first price was made; what trades at the open carries this time
     */
    public void onBar(Bar bar, Instant openedAt) {
        for (Working one : new ArrayList<>(working.values())) {
            if (one.order.instrument().equals(bar.instrument())
                    && one.order.createdAt().isBefore(openedAt)) {
                trade(one, bar, openedAt);
            }
        }
    }

    /**
     * Ends the session: what was made before its end, may not wait, and had no bar to trade in expires.
     *
     * @param at the end of the session
     */
    public void endSession(Instant at) {
        for (Working one : new ArrayList<>(working.values())) {
            if (endsWithSession(one.order) && one.order.createdAt().isBefore(at)) {
                working.remove(one.order.orderId());
                listener.onMessage(new OrderReport.Expired(name(one.order), at, Quantity.ZERO));
            }
        }
    }

    private void trade(Working one, Bar bar, Instant openedAt) {
        Order order = one.order;
        ContractTerms terms =
                instruments.apply(order.instrument()).orElseThrow().terms();
        Match match = Match.of(order, one.triggered, bar, terms.tick(), costs);
        if (match.traded().isPresent()) {
            working.remove(order.orderId());
            Fill fill = fill(order, match.traded().get(), bar, openedAt, terms);
            listener.onMessage(new OrderReport.Traded(VenueFill.of(fill, name(order))));
        } else if (endsWithSession(order)) {
            working.remove(order.orderId());
            listener.onMessage(new OrderReport.Expired(name(order), bar.at(), Quantity.ZERO));
        } else {
            working.put(order.orderId(), new Working(order, match.triggered()));
        }
    }

    private Fill fill(Order order, Traded traded, Bar bar, Instant openedAt, ContractTerms terms) {
        return Fill.builder()
                // One order, one fill: the identity follows from the order, so a replay gives the same.
                .fillId(new FillId(order.orderId() + "-1"))
                .orderId(order.orderId())
                .instrument(order.instrument())
                .side(order.side())
                .quantity(order.quantity())
                .price(traded.price())
                .fee(costs.charge(terms, order.quantity(), traded.price()))
                .liquidity(traded.liquidity())
                .at(traded.atOpen() ? openedAt : bar.at())
                .build();
    }

    private static boolean endsWithSession(Order order) {
        TimeInForce time = order.timeInForce();
        return switch (time) {
            case DAY, IOC, FOK, OPG -> true;
            case GTC -> false;
        };
    }
}
