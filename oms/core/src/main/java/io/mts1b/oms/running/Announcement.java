package io.mts1b.oms.running;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.risk.GateReport;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OperatorWord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of an event of the log.
 *
 * @param number the place of the event in the log, from 1
 * @param part which of those that are told of the event, from 1
 * @param subject where it is told
 * @param fund whose it is
 * @param at when it happened
 * @param payload what the subject carries
 */
record Announcement(long number, int part, StableSubject subject, FundId fund, Instant at, Object payload) {

    /** Tells whether anything is told of an event, whatever its order. */
    static boolean isTold(OmsEvent event) {
        return switch (event) {
            case OmsEvent.OrderReceived _ -> true;
            case OmsEvent.OrderDecided(RiskDecision decision) -> decision instanceof RiskDecision.Denied;
            case OmsEvent.OrderChanged(OrderEvent happened) ->
                switch (happened) {
                    case OrderEvent.Accepted _,
                            OrderEvent.Rejected _,
                            OrderEvent.Canceled _,
                            OrderEvent.Expired _,
                            OrderEvent.Filled _ -> true;
                    default -> false;
                };
            case OmsEvent.OperatorRuled(OperatorWord word) -> !(word instanceof OperatorWord.Disowned);
            default -> false;
        };
    }

    /** Tells whether anything is told of an event in the name of the risk engine. */
    static boolean isToldOfRisk(OmsEvent event) {
        return event instanceof OmsEvent.OrderDecided || event instanceof OmsEvent.EnvelopeSet;
    }

    /** Returns what is told of an event, in order; empty if nothing is. */
    static List<Announcement> of(long number, OmsEvent event, Function<OrderId, Order> orders) {
        return switch (event) {
            case OmsEvent.OrderReceived(Order order) ->
                of(number, StableSubject.ORDERS_CREATED, order, order.createdAt());
            case OmsEvent.OrderDecided(RiskDecision.Denied denied) ->
                of(number, StableSubject.ORDERS_REJECTED, orders.apply(denied.orderId()), denied.at());
            case OmsEvent.OrderChanged(OrderEvent.Accepted accepted) ->
                of(number, StableSubject.ORDERS_ACCEPTED, orders.apply(accepted.orderId()), accepted.at());
            case OmsEvent.OrderChanged(OrderEvent.Rejected rejected) ->
                of(number, StableSubject.ORDERS_REJECTED, orders.apply(rejected.orderId()), rejected.at());
            case OmsEvent.OrderChanged(OrderEvent.Canceled canceled) ->
                of(number, StableSubject.ORDERS_CANCELED, orders.apply(canceled.orderId()), canceled.at());
            case OmsEvent.OrderChanged(OrderEvent.Expired expired) ->
                of(number, StableSubject.ORDERS_CANCELED, orders.apply(expired.orderId()), expired.at());
            case OmsEvent.OrderChanged(OrderEvent.Filled(Fill fill)) ->
                of(number, orders.apply(fill.orderId()).fund(), fill);
            case OmsEvent.OperatorRuled(OperatorWord word) -> of(number, word, orders);
            default -> List.of();
        };
    }

    private static List<Announcement> of(long number, OperatorWord word, Function<OrderId, Order> orders) {
        Instant at = word.voice().at();
        return switch (word) {
            case OperatorWord.Booked booked -> of(number, booked.fund(), booked.fill());
            case OperatorWord.Adopted adopted -> {
                Order order = adopted.order();
                yield List.of(
                        new Announcement(number, 1, StableSubject.ORDERS_CREATED, order.fund(), at, order),
                        new Announcement(number, 2, StableSubject.ORDERS_ACCEPTED, order.fund(), at, order));
            }
            case OperatorWord.DeclaredDead dead ->
                of(number, StableSubject.ORDERS_CANCELED, orders.apply(dead.order()), at);
            case OperatorWord.Disowned _ -> List.of();
        };
    }

    /** Returns what is told of an event in the name of the risk engine; empty if nothing is. */
    static List<Announcement> ofRisk(
            long number,
            OmsEvent event,
            Function<OrderId, Order> orders,
            Function<RiskDecision, @Nullable Duration> latencies) {
        return switch (event) {
            case OmsEvent.OrderDecided(RiskDecision decision) ->
                List.of(new Announcement(
                        number,
                        1,
                        decision instanceof RiskDecision.Approved
                                ? StableSubject.GATES_PASSED
                                : StableSubject.GATES_FAILED,
                        orders.apply(decision.orderId()).fund(),
                        decision.at(),
                        new GateReport(decision, latencies.apply(decision))));
            case OmsEvent.EnvelopeSet(RiskEnvelope limits, var _) ->
                List.of(new Announcement(
                        number, 1, StableSubject.ENVELOPES_UPDATED, limits.fund(), limits.createdAt(), limits));
            default -> List.of();
        };
    }

    private static List<Announcement> of(long number, StableSubject subject, Order order, Instant at) {
        return List.of(new Announcement(number, 1, subject, order.fund(), at, order));
    }

    private static List<Announcement> of(long number, FundId fund, Fill fill) {
        return List.of(new Announcement(number, 1, StableSubject.FILLS_CREATED, fund, fill.at(), fill));
    }

    /** Returns it as it goes over the bus; its identity is the same whenever it is told. */
    <T> Event<T> event(Class<T> type) {
        return new Event<>(
                new EventId(subject.producer() + "-" + number + (part == 1 ? "" : "-" + part)),
                subject.subject().forFund(fund),
                at,
                type.cast(payload));
    }
}
