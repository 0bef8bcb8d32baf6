package io.mts1b.oms;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderTransitionException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one venue tells of single orders, turned into events. Nothing it tells is dropped: it becomes an event, it was
 * known already, or it is a difference.
 */
final class OrderReports {

    /** How the fills that the venue did not tell are called, so that they are the same whoever infers them. */
    static final String INFERRED = "inferred-";

    private final BrokerId broker;
    private final FillNames names;
    private final Recorder recorder;
    private final Differences differences;
    private final Questions questions;

    OrderReports(Broker broker, Recorder recorder, Differences differences, Questions questions) {
        this.broker = broker.broker();
        this.names = new FillNames(broker, recorder.state());
        this.recorder = recorder;
        this.differences = differences;
        this.questions = questions;
    }

    /** Who asks the venue about an order. */
    @FunctionalInterface
    interface Questions {

        void ask(OrderId order);
    }

    void take(OrderReport report) {
        OrderId id = venues().order(broker, report.order()).orElse(null);
        if (id == null) {
            foreign(report);
            return;
        }
        OrderState order = order(id);
        switch (report) {
            case OrderReport.Accepted accepted -> accepted(order, accepted);
            case OrderReport.Rejected rejected ->
                tell(order, new OrderEvent.Rejected(id, rejected.at(), rejected.reason()));
            case OrderReport.Traded traded -> traded(named(order, report), traded.fill());
            case OrderReport.Busted busted -> busted(order, busted);
            case OrderReport.Canceled canceled ->
                ended(
                        named(order, report),
                        new OrderEvent.Canceled(id, canceled.at(), canceled.reason()),
                        canceled.filled());
            case OrderReport.CancelRejected rejected -> cancelRejected(order, rejected);
            case OrderReport.Replaced replaced -> {
                if (isOfLastReplacement(order, report)) {
                    tell(order, new OrderEvent.Replaced(id, replaced.at(), replaced.quantity(), replaced.orderType()));
                    named(order(id), report);
                }
            }
            case OrderReport.ReplaceRejected rejected -> {
                if (isOfLastReplacement(order, report)) {
                    tell(order, new OrderEvent.ReplaceRejected(id, rejected.at(), rejected.reason()));
                }
            }
            case OrderReport.Expired expired ->
                ended(named(order, report), new OrderEvent.Expired(id, expired.at()), expired.filled());
            case OrderReport.Unanswered unanswered -> unanswered(order, unanswered);
        }
    }

    /**
     * Tells whether a replacement that is told is the one that was asked for last. An earlier one that is told again
     * would undo it. Where the venue does not say which one it is, it is asked how the order stands.
     */
    private boolean isOfLastReplacement(OrderState order, OrderReport report) {
        OrderId id = order.order().orderId();
        if (report.order().ours() == null) {
            questions.ask(id);
            return false;
        }
        Intent intent = venues().intent(id).orElse(null);
        return intent != null
                && order.requested() != null
                && ClientOrderId.of(id, intent.revision())
                        .value()
                        .equals(report.order().ours());
    }

    /** Takes the venue's own name of an order from whatever it tells of it, once. */
    OrderState named(OrderState order, OrderReport report) {
        String name = report.order().venues();
        OrderId id = order.order().orderId();
        if (name == null || venues().isKnown(broker, name) || order.status() == OrderStatus.DENIED) {
            return order;
        }
        tell(order, new OrderEvent.Accepted(id, report.at(), name));
        return order(id);
    }

    private void accepted(OrderState order, OrderReport.Accepted accepted) {
        OrderName name = accepted.order();
        String venueName = name.venues();
        boolean late = order.venueOrderId() != null && (venueName == null || venues().isKnown(broker, venueName));
        if (late && order.status() != OrderStatus.UNKNOWN) {
            // An old name of an order that has a newer one must not come back.
            return;
        }
        String told = venueName == null ? String.valueOf(name.ours()) : venueName;
        tell(order, new OrderEvent.Accepted(order.order().orderId(), accepted.at(), told));
    }

    private void cancelRejected(OrderState order, OrderReport.CancelRejected rejected) {
        tell(order, new OrderEvent.CancelRejected(order.order().orderId(), rejected.at(), rejected.reason()));
        // It cannot be canceled because it has ended, mostly, and the word of that may be lost.
        if (order.status() == OrderStatus.PENDING_CANCEL) {
            questions.ask(order.order().orderId());
        }
    }

    private void unanswered(OrderState order, OrderReport.Unanswered unanswered) {
        OrderId id = order.order().orderId();
        if (order.status() == OrderStatus.SUBMITTED) {
            tell(order, new OrderEvent.Lost(id, recorder.now(), unanswered.reason()));
        }
        if (order.status().mayTrade()) {
            questions.ask(id);
        }
    }

    /** An order that has ended counts for nothing more, so what has traded of it must be known before that. */
    private void ended(OrderState order, OrderEvent event, @Nullable Quantity filled) {
        OrderId id = order.order().orderId();
        if (order.status().isFinal()) {
            return;
        }
        tell(order, event);
        if (filled == null) {
            differences.found(new Difference.EndUnconfirmed(id, order.order().instrument()));
            questions.ask(id);
        } else if (filled.compareTo(order.filled()) > 0) {
            differences.found(new Difference.FillsMissing(id, order.order().instrument(), order.filled(), filled));
            questions.ask(id);
        }
    }

    /** Books a fill, unless it is booked, or was taken back before it was told. */
    void traded(OrderState order, VenueFill told) {
        OrderId id = order.order().orderId();
        VenueFill ours = told.called(names.of(id, told.fillId()));
        Optional<Fill> before = venues().fill(ours.fillId());
        if (before.isPresent()) {
            boolean same = VenueFill.of(before.get(), told.order()).equals(ours)
                    && before.get().orderId().equals(id);
            if (!same) {
                contradicts(order, "fill " + told.fillId() + " was told before, and otherwise");
            }
            return;
        }
        String busted = new Difference.BustedUnseen(id, told.instrument(), told.fillId()).key();
        if (differences.stands(busted)) {
            differences.ended(busted, "told after it was taken back");
            return;
        }
        boolean fits = told.instrument().equals(order.order().instrument())
                && told.buys() == order.order().side().sign() > 0;
        if (!fits) {
            contradicts(order, "fill " + told.fillId() + " is of another instrument or direction");
            return;
        }
        if (!takeBackInferred(order)) {
            // Beside what stands for it, it would count twice.
            return;
        }
        tell(order(id), new OrderEvent.Filled(ours.of(id, order.order().side())));
        // A list of fills may tell it by the venue's name of the order alone, and a process that died did not learn
        // that.
        differences.endAll(difference -> isOf(difference, told), "it is of order " + id);
        differences.endAll(
                difference -> difference instanceof Difference.FillsMissing missing
                        && missing.order().equals(id)
                        && missing.theirs().compareTo(order(id).filled()) <= 0,
                "the fills were told");
    }

    /** It may have been found before another broker told a fill of that name. */
    private boolean isOf(Difference difference, VenueFill told) {
        return difference instanceof Difference.ForeignFill(VenueFill fill)
                && (fill.fillId().equals(told.fillId())
                        || fill.fillId().equals(names.foreign(told).fillId()));
    }

    /** A fill that is told after all stands in the place of what was inferred; tells whether nothing inferred is left. */
    private boolean takeBackInferred(OrderState order) {
        OrderId id = order.order().orderId();
        List<Fill> inferred = venues().fills(id).stream()
                .filter(fill -> fill.fillId().value().startsWith(INFERRED))
                .toList();
        for (Fill fill : inferred) {
            tell(order(id), new OrderEvent.FillBusted(fill, recorder.now()));
            if (venues().fills(id).contains(fill)) {
                return false;
            }
            differences.ended(
                    new Difference.FillInferred(id, fill.instrument(), fill.fillId()).key(), "the fill was told");
            questions.ask(id);
        }
        return true;
    }

    private void busted(OrderState order, OrderReport.Busted busted) {
        OrderId id = order.order().orderId();
        FillId fillId = names.of(id, busted.fill());
        Optional<Fill> fill = venues().fills(id).stream()
                .filter(one -> one.fillId().equals(fillId))
                .findFirst();
        if (fill.isPresent()) {
            tell(order, new OrderEvent.FillBusted(fill.get(), busted.at()));
        } else if (venues().fill(fillId).isEmpty()) {
            differences.found(new Difference.BustedUnseen(id, order.order().instrument(), busted.fill()));
        }
    }

    /** Records what a venue told, or that it cannot be. */
    void tell(OrderState order, OrderEvent event) {
        try {
            recorder.record(event);
        } catch (OrderTransitionException | IllegalArgumentException e) {
            contradicts(order, String.valueOf(e.getMessage()));
        }
    }

    void contradicts(OrderState order, String cause) {
        OrderId id = order.order().orderId();
        differences.found(new Difference.Contradiction(id, order.order().instrument(), cause));
        if (order(id).status().mayTrade() && order(id).status() != OrderStatus.UNKNOWN) {
            recorder.record(new OrderEvent.Lost(id, recorder.now(), "the venue contradicts itself"));
        }
        questions.ask(id);
    }

    private void foreign(OrderReport report) {
        // One that an operator took into a fund is told again, as any fill.
        if (report instanceof OrderReport.Traded(VenueFill told)) {
            VenueFill named = venues().differences(broker).values().stream()
                    .filter(difference -> isOf(difference, told))
                    .map(difference -> told.called(
                            ((Difference.ForeignFill) difference).fill().fillId()))
                    .findFirst()
                    .orElseGet(() -> names.foreign(told));
            if (venues().fill(named.fillId()).isEmpty()) {
                differences.found(new Difference.ForeignFill(named));
            }
        }
        // Whatever else is told of an order of somebody else shows in the next list of open orders.
    }

    private VenueRecords venues() {
        return recorder.state().venues();
    }

    private OrderState order(OrderId id) {
        return recorder.state().order(id).orElseThrow();
    }
}
