package io.mts1b.oms;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.TakesOnce;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.risk.ApprovedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The questions about single orders that one venue has not answered, and what its answers come to. */
final class VenueInquiries {

    /** A question: about which order, when, what was known then, and what the venue told before fills were asked for. */
    private record Inquiry(
            OrderId order,
            Instant at,
            long touches,
            @Nullable VenueOrder told) {}

    private final Broker broker;
    private final Recorder recorder;
    private final OmsPolicy policy;
    private final Touches touches;
    private final Differences differences;
    private final OrderReports reports;
    private final Map<Long, Inquiry> open = new LinkedHashMap<>();
    /** The orders the venue has not answered for, and when they were asked about last. */
    private final SortedMap<OrderId, Instant> wanted = new TreeMap<>();
    /** How long each of those is waited for. */
    private final Map<OrderId, Patience> patience = new LinkedHashMap<>();

    private long requests;

    VenueInquiries(Broker broker, Recorder recorder, OmsPolicy policy, Touches touches, Differences differences) {
        this.broker = broker;
        this.recorder = recorder;
        this.policy = policy;
        this.touches = touches;
        this.differences = differences;
        this.reports = new OrderReports(broker, recorder, differences, this::ask);
    }

    OrderReports reports() {
        return reports;
    }

    /** Returns a number no question had. */
    long nextRequest() {
        return ++requests;
    }

    /** Forgets what was asked: the line is down, and no answer will come. */
    void forget() {
        open.clear();
        wanted.clear();
        patience.clear();
    }

    /** Asks where an order stands, unless that is being asked. */
    void ask(OrderId id) {
        boolean asking = open.values().stream().anyMatch(inquiry -> inquiry.order.equals(id));
        if (broker instanceof FindsOrders && !asking) {
            long request = nextRequest();
            open.put(request, new Inquiry(id, recorder.now(), touches.now(), null));
            wanted.put(id, recorder.now());
            SentOrder sent = sent(id);
            recorder.send(broker, to -> ((FindsOrders) to).find(request, sent));
        }
    }

    /** Asks where every order stands that may trade. */
    void askAll() {
        for (OrderState order : recorder.state().openAt(broker.broker())) {
            if (order.status().mayTrade()) {
                ask(order.order().orderId());
            }
        }
    }

    /** Asks again what was not answered, and about every order that is in doubt. */
    void onTime() {
        Instant now = recorder.now();
        giveUp(now);
        for (OrderState order : recorder.state().openAt(broker.broker())) {
            OrderId id = order.order().orderId();
            Instant askedAt =
                    recorder.state().venues().intent(id).map(Intent::askedAt).orElse(now);
            boolean waiting = isOver(askedAt, policy.answerWithin(), now);
            if (order.status() == OrderStatus.SUBMITTED && waiting) {
                recorder.record(new OrderEvent.Lost(id, now, "no answer within " + policy.answerWithin()));
                ask(id);
            } else if (inDoubt(order, waiting)) {
                askAgain(id, now);
            }
        }
        contradicted().forEach(id -> askAgain(id, now));
        List.copyOf(wanted.keySet()).forEach(id -> askAgain(id, now));
    }

    /** What is not answered in its time is asked again, and waited for longer. */
    private void giveUp(Instant now) {
        open.values().removeIf(inquiry -> {
            Patience its = patience.computeIfAbsent(inquiry.order, _ -> new Patience());
            boolean over = isOver(inquiry.at, its.of(policy.answerWithin()), now);
            if (over) {
                its.missed();
            }
            return over;
        });
    }

    private void askAgain(OrderId id, Instant now) {
        if (isOver(wanted.getOrDefault(id, Instant.MIN), policy.askEvery(), now)) {
            ask(id);
        }
    }

    private static boolean inDoubt(OrderState order, boolean waiting) {
        boolean asked = order.status() == OrderStatus.PENDING_CANCEL || order.requested() != null;
        return order.status() == OrderStatus.UNKNOWN || (waiting && asked);
    }

    /** Returns the orders of which the venue told what does not fit, ended ones among them. */
    private List<OrderId> contradicted() {
        List<OrderId> orders = new ArrayList<>();
        for (Difference difference :
                recorder.state().venues().differences(broker.broker()).values()) {
            if (difference instanceof Difference.Contradiction contradiction) {
                orders.add(contradiction.order());
            } else if (difference instanceof Difference.FillsMissing missing) {
                orders.add(missing.order());
            } else if (difference instanceof Difference.EndUnconfirmed unconfirmed) {
                orders.add(unconfirmed.order());
            }
        }
        return orders;
    }

    private static boolean isOver(Instant since, Duration time, Instant now) {
        return since.equals(Instant.MIN) || !now.isBefore(since.plus(time));
    }

    boolean isAsking() {
        return !open.isEmpty();
    }

    /** Takes an answer to one of these questions. */
    void take(VenueAnswer answer) {
        Inquiry inquiry = open.remove(answer.request());
        if (inquiry == null) {
            // Asked by another round, or so long ago that it was asked again.
            return;
        }
        patience.remove(inquiry.order);
        if (answer instanceof VenueAnswer.Fills fills && inquiry.told != null) {
            boolean older = touches.orderSince(inquiry.touches, inquiry.order);
            fills.fills().forEach(this::book);
            wanted.remove(inquiry.order);
            if (older) {
                // The fills are facts, but where the order stands has changed since the venue told it.
                ask(inquiry.order);
            } else {
                conclude(inquiry.order, inquiry.told, answer.at());
            }
            return;
        }
        if (touches.orderSince(inquiry.touches, inquiry.order)) {
            // What was told meanwhile may be newer; it is asked again.
            return;
        }
        switch (answer) {
            case VenueAnswer.Found found -> {
                wanted.remove(inquiry.order);
                adopt(inquiry.order, found.order(), answer.at());
            }
            case VenueAnswer.NotFound _ -> {
                wanted.remove(inquiry.order);
                notFound(order(inquiry.order));
            }
            default -> {
                // No answer is no word of the venue.
            }
        }
    }

    private void book(VenueFill fill) {
        reports.take(new OrderReport.Traded(fill));
    }

    private void notFound(OrderState order) {
        OrderId id = order.order().orderId();
        if (order.venueOrderId() != null || !order.filled().isZero()) {
            if (order.status().mayTrade()) {
                if (order.status() != OrderStatus.UNKNOWN) {
                    recorder.record(new OrderEvent.Lost(id, recorder.now(), "the venue took it and does not know it"));
                }
                differences.found(new Difference.Forgotten(id, order.order().instrument()));
            }
            return;
        }
        Instant submittedAt = recorder.state().venues().intent(id).orElseThrow().submittedAt();
        boolean stillWanted = !isOver(submittedAt, policy.approvalHolds(), recorder.now());
        if (order.status().mayTrade() && broker instanceof TakesOnce && stillWanted) {
            // What was written down and never sent is sent now; if it is on its way after all, it is taken once.
            ApprovedOrder approved = recorder.approved(order);
            recorder.send(broker, to -> ((TakesOnce) to).submit(approved));
        } else if (order.status().mayTrade() && isOver(submittedAt, policy.settleAfter(), recorder.now())) {
            recorder.record(new OrderEvent.Rejected(id, recorder.now(), "it never reached the venue"));
        }
    }

    /** Makes an order what the venue says it is, once the fills the venue counts are known. */
    void adopt(OrderId id, VenueOrder told, Instant at) {
        OrderState order = order(id);
        if (told.filled().compareTo(order.filled()) > 0) {
            differences.found(
                    new Difference.FillsMissing(id, order.order().instrument(), order.filled(), told.filled()));
            if (broker instanceof ListsFills && !isAskingFills(id)) {
                long request = nextRequest();
                open.put(request, new Inquiry(id, recorder.now(), touches.now(), told));
                Instant from =
                        recorder.state().venues().intent(id).orElseThrow().submittedAt();
                Instant early = from.minus(policy.overlap());
                recorder.send(broker, to -> ((ListsFills) to).listFills(request, early));
            } else if (!(broker instanceof ListsFills)) {
                conclude(id, told, at);
            }
            return;
        }
        conclude(id, told, at);
    }

    private boolean isAskingFills(OrderId id) {
        return open.values().stream().anyMatch(inquiry -> inquiry.order.equals(id) && inquiry.told != null);
    }

    private void conclude(OrderId id, VenueOrder told, Instant at) {
        if (told.filled().compareTo(order(id).filled()) > 0) {
            new InferredFill(recorder, differences, reports).book(order(id), told, at);
        }
        OrderState order = order(id);
        if (told.filled().compareTo(order.filled()) > 0) {
            return;
        }
        differences.ended("fills missing " + id, "the fills were told");
        if (told.filled().compareTo(order.filled()) < 0) {
            toldLess(order, told);
            return;
        }
        new Standing(recorder, reports, policy, this::cancelAgain).take(order, told, at);
        differences.ended("end unconfirmed " + id, "the venue's answer fits");
        differences.ended("contradiction " + id, "the venue's answer fits");
        differences.ended("forgotten " + id, "the venue knows it again");
    }

    /** The venue's lists lag behind its stream; asked again, it will have caught up, or a bust was never told. */
    private void toldLess(OrderState order, VenueOrder told) {
        OrderId id = order.order().orderId();
        VenueRecords venues = recorder.state().venues();
        Instant last = venues.intent(id).orElseThrow().askedAt();
        for (Fill fill : venues.fills(id)) {
            last = fill.at().isAfter(last) ? fill.at() : last;
        }
        boolean settled = isOver(last, policy.settleAfter(), recorder.now());
        if (settled && !differences.stands("contradiction " + id)) {
            reports.contradicts(
                    order, "it says that " + told.filled() + " have traded, and told fills of " + order.filled());
        }
    }

    /** Sends again every cancel that is not answered: a process may have died before it sent it, and twice is once. */
    void cancelPending() {
        for (OrderState order : recorder.state().openAt(broker.broker())) {
            OrderId id = order.order().orderId();
            if (recorder.state().venues().intent(id).filter(Intent::canceling).isPresent()) {
                cancelAgain(id);
            }
        }
    }

    private void cancelAgain(OrderId id) {
        SentOrder sent = sent(id);
        if (broker instanceof CancelsOrders) {
            recorder.send(broker, to -> ((CancelsOrders) to).cancel(sent));
        }
    }

    private SentOrder sent(OrderId id) {
        return recorder.state().venues().sent(order(id));
    }

    private OrderState order(OrderId id) {
        return recorder.state().order(id).orElseThrow();
    }

    /** Returns the orders the venue has not answered for. */
    SortedSet<OrderId> unanswered() {
        SortedSet<OrderId> orders = new TreeSet<>(wanted.keySet());
        open.values().forEach(inquiry -> orders.add(inquiry.order));
        return orders;
    }
}
