package io.mts1b.oms;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Holds everything a venue has answered against the log. Each difference has its remedy: a fill that was not told is
 * booked, an order that stands otherwise is made to stand so, one that is missing is asked for, one that should have
 * ended is canceled, and what only a person can decide is left as it is and kept in doubt. No position is ever made
 * up, and no order is dropped because it is not in a list.
 */
final class Comparison {

    private final Broker broker;
    private final Recorder recorder;
    private final Touches touches;
    private final Differences differences;
    private final VenueInquiries inquiries;

    Comparison(Broker broker, Recorder recorder, Touches touches, Differences differences, VenueInquiries inquiries) {
        this.broker = broker;
        this.recorder = recorder;
        this.touches = touches;
        this.differences = differences;
        this.inquiries = inquiries;
    }

    /** Tells whether positions began to differ, so that older fills are worth asking for. */
    boolean make(Round round) {
        VenueAnswer.Fills fills = round.fills();
        if (fills != null) {
            for (VenueFill fill : fills.fills()) {
                inquiries.reports().take(new OrderReport.Traded(fill));
            }
        }
        VenueAnswer.OpenOrders orders = round.orders();
        if (orders != null) {
            compare(orders, round.touches());
        }
        VenueAnswer.Positions positions = round.positions();
        return positions != null && compare(positions.quantities(), round.touches());
    }

    private void compare(VenueAnswer.OpenOrders told, long asked) {
        SortedSet<OrderId> listed = new TreeSet<>();
        SortedSet<String> standing = new TreeSet<>();
        for (VenueOrder order : told.orders()) {
            OrderId id = recorder.state()
                    .venues()
                    .order(broker.broker(), order.name())
                    .orElse(null);
            if (id == null) {
                Difference foreign = new Difference.ForeignOrder(order);
                standing.add(foreign.key());
                differences.found(foreign);
            } else {
                listed.add(id);
                if (!touches.orderSince(asked, id)) {
                    compare(id, order, told, standing);
                }
            }
        }
        differences.endAll(
                difference ->
                        (difference instanceof Difference.ForeignOrder || difference instanceof Difference.StillWorking)
                                && !standing.contains(difference.key()),
                "the venue no longer tells it");
        for (OrderState order : recorder.state().openAt(broker.broker())) {
            OrderId id = order.order().orderId();
            if (order.status().mayTrade() && !listed.contains(id) && !touches.orderSince(asked, id)) {
                inquiries.ask(id);
            }
        }
    }

    private void compare(OrderId id, VenueOrder told, VenueAnswer.OpenOrders answer, SortedSet<String> standing) {
        OrderState order = recorder.state().order(id).orElseThrow();
        if (order.status().isFinal()) {
            Difference working = new Difference.StillWorking(id, told);
            standing.add(working.key());
            if (differences.found(working) && broker instanceof CancelsOrders) {
                SentOrder sent = recorder.state().venues().sent(order);
                recorder.send(broker, to -> ((CancelsOrders) to).cancel(sent));
            }
        } else if (order.status().mayTrade()) {
            inquiries.adopt(id, told, answer.at());
        }
    }

    private boolean compare(SortedMap<InstrumentId, Decimal> theirs, long asked) {
        BrokerId id = broker.broker();
        SortedMap<InstrumentId, Decimal> ours = recorder.state().venues().positions(id);
        SortedSet<InstrumentId> instruments = new TreeSet<>(ours.keySet());
        instruments.addAll(theirs.keySet());
        for (Difference difference : recorder.state().venues().differences(id).values()) {
            if (difference instanceof Difference.PositionDiffers differs) {
                instruments.add(differs.instrument());
            }
        }
        boolean began = false;
        for (InstrumentId instrument : instruments) {
            if (!touches.positionSince(asked, instrument)) {
                Decimal mine = ours.getOrDefault(instrument, Decimal.ZERO);
                Decimal told = theirs.getOrDefault(instrument, Decimal.ZERO);
                Difference differs = new Difference.PositionDiffers(instrument, mine, told);
                if (mine.compareTo(told) == 0) {
                    differences.ended(differs.key(), "both say " + told);
                } else {
                    began |= differences.found(differs);
                }
            }
        }
        return began;
    }
}
