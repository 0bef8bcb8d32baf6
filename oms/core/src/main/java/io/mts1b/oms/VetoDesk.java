package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.riskengine.ChiefRiskOfficer;
import io.mts1b.riskengine.RiskEngine;
import io.mts1b.riskengine.VetoDeadline;
import io.mts1b.riskengine.gates.CroAnswer;
import io.mts1b.riskengine.gates.Gates;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What asks the chief risk officer, where the limits of a fund want that. An order that passed all other gates is written down
 * as {@code PENDING_RISK} and set aside; the others go on. The answer, or that none came in time, is in the log before the
 * gates see it, so what they decided then is what a replay decides.
 *
 * <p>What waited when a process died waits on and is asked about again, with a new deadline, unless it is too old to be wanted.
 * What closes because an operator or a stop wants it is not asked about.
 *
 * <p>Confined to the writer's thread.
 */
public final class VetoDesk {

    private final Recorder recorder;
    private final RiskEngine risk;
    private final OperationsDesk.Hands hands;
    private final OmsPolicy policy;
    /** Until when answers are waited for; what a process that died asked is not in here. */
    private final Map<OrderId, Instant> deadlines = new LinkedHashMap<>();

    private @Nullable ChiefRiskOfficer officer;
    /** When there may be something to do next; at once when the process begins. */
    private Instant lookAt = Instant.MIN;

    VetoDesk(Recorder recorder, RiskEngine risk, OperationsDesk.Hands hands, OmsPolicy policy) {
        this.recorder = recorder;
        this.risk = risk;
        this.hands = hands;
        this.policy = policy;
    }

    /**
     * Says who is asked from now on; what waits is asked about at once. While nobody is, every question is met by silence.
     *
     * @param asked who
     */
    public void connect(ChiefRiskOfficer asked) {
        officer = asked;
        for (Vetoes.Question question : vetoes().all()) {
            if (!question.isOver() && deadlines.containsKey(question.order())) {
                ask(question.order());
            }
        }
        hands.goOn().run();
    }

    /**
     * Takes an answer. It is durable when this returns, and what follows from it is done.
     *
     * @param order about which order
     * @param answer what the officer says
     * @return false if no answer is waited for, as when it came too late or a second time; nothing has changed then
     */
    public boolean answer(OrderId order, CroAnswer answer) {
        boolean inTime =
                vetoes().isAwaited(order) && recorder.now().isBefore(deadlines.getOrDefault(order, Instant.MAX));
        if (inTime) {
            recorder.record(new OmsEvent.VetoAnswered(order, answer, recorder.now()));
            hands.acknowledge().run();
        }
        return inTime;
    }

    /**
     * Takes the answer of a person, who hears why it does not count.
     *
     * @param order about which order
     * @param answer what the officer says
     * @throws IllegalArgumentException if no answer is waited for; nothing has changed then
     */
    public void rule(OrderId order, CroAnswer answer) {
        Require.that(
                answer(order, answer),
                () -> "order " + order + " must wait for an answer of the chief risk officer, " + instead(order));
    }

    private String instead(OrderId id) {
        return recorder.state()
                .order(id)
                .map(order -> order.status() != OrderStatus.PENDING_RISK
                        ? "is " + order.status()
                        : vetoes().isAwaited(id)
                                ? "was asked about until " + deadlines.get(id)
                                : "was answered for already, or not in time")
                .orElse("was never received");
    }

    /**
     * Tells what waits for an answer, the first first.
     *
     * @param each takes an order as it is wished for now, and until when it waits
     */
    public void forEachWaiting(BiConsumer<Order, Instant> each) {
        for (Vetoes.Question question : vetoes().all()) {
            Instant until = deadlines.get(question.order());
            if (!question.isOver() && until != null && recorder.now().isBefore(until)) {
                each.accept(order(question.order()), until);
            }
        }
    }

    /** Takes what was recorded: an answer, or limits that ask nobody any more. */
    void happened(OmsEvent event) {
        if (event instanceof OmsEvent.VetoAnswered || event instanceof OmsEvent.EnvelopeSet) {
            lookAt = Instant.MIN;
        }
    }

    /** Asks about an order that is new and passes all other gates, if that is wanted; tells whether it has to wait. */
    boolean waits(Order order) {
        OrderId id = order.orderId();
        if (!isEnabled(order)) {
            return false;
        }
        if (status(id) == OrderStatus.CREATED && isToBeAsked(order)) {
            recorder.record(new OrderEvent.RiskRequested(id, recorder.now()));
            await(order);
        }
        return vetoes().isAwaited(id);
    }

    private boolean isEnabled(Order order) {
        return recorder.state()
                .envelope(order.fund())
                .filter(RiskEnvelope::croVetoEnabled)
                .isPresent();
    }

    private boolean isToBeAsked(Order order) {
        return !Gates.isExit(order, recorder.state())
                && risk.check(order, recorder.state(), recorder.now()).stream()
                        .allMatch(Denial.VetoUnavailable.class::isInstance);
    }

    private void await(Order order) {
        Instant now = recorder.now();
        Instant until = recorder.state()
                .envelope(order.fund())
                .flatMap(limits -> VetoDeadline.of(limits, now))
                .orElse(now);
        deadlines.put(order.orderId(), until);
        lookAt = until.isBefore(lookAt) ? until : lookAt;
        ask(order.orderId());
    }

    private void ask(OrderId id) {
        Order order = order(id);
        Instant until = deadlines.getOrDefault(id, recorder.now());
        ChiefRiskOfficer asked = officer;
        if (asked != null) {
            recorder.whenDurable(() -> asked.ask(order, until));
        }
    }

    /** Looks at what was asked: what is answered goes on, and what was not in time is not waited for any more. */
    void look() {
        List<Vetoes.Question> questions = vetoes().all();
        if (questions.isEmpty() || recorder.now().isBefore(lookAt)) {
            return;
        }
        for (Vetoes.Question question : questions) {
            look(question, order(question.order()));
        }
        if (deadlines.size() > vetoes().all().size()) {
            deadlines.keySet().removeIf(id -> !vetoes().isAwaited(id));
        }
        // What is answered and waits for its line is looked at whenever something happens.
        boolean isAnswered = vetoes().all().stream().anyMatch(Vetoes.Question::isOver);
        lookAt = isAnswered
                ? Instant.MIN
                : deadlines.values().stream().min(Comparator.naturalOrder()).orElse(Instant.MAX);
    }

    private void look(Vetoes.Question question, Order order) {
        OrderId id = question.order();
        Instant until = deadlines.get(id);
        boolean isAwaited = !question.isOver() && isEnabled(order);
        if (isAwaited && until == null) {
            askAgain(order);
        } else if (isAwaited && until != null && !recorder.now().isBefore(until)) {
            recorder.record(new OmsEvent.VetoAnswered(id, null, recorder.now()));
        }
        if (!waits(order) && status(id) == OrderStatus.PENDING_RISK) {
            goOn(order);
        }
    }

    /** The order as it is wished for now: what waited for another one is as large as that came to be. */
    private Order order(OrderId id) {
        return recorder.state().order(id).orElseThrow().current();
    }

    private OrderStatus status(OrderId id) {
        return recorder.state().order(id).orElseThrow().status();
    }

    /** What is answered while its line is down, as after a restart, waits for that as long as it is wanted. */
    private void goOn(Order order) {
        if (recorder.state().doubt(order.broker(), order.instrument()).isEmpty()) {
            hands.go().accept(order);
        } else if (isLate(order)) {
            takeBack(order);
        }
    }

    private void askAgain(Order order) {
        if (isLate(order)) {
            takeBack(order);
        } else {
            await(order);
        }
    }

    private boolean isLate(Order order) {
        Duration asking = recorder.state()
                .envelope(order.fund())
                .map(RiskEnvelope::croVetoTimeout)
                .orElse(Duration.ZERO);
        return recorder.now()
                .isAfter(order.createdAt().plus(policy.approvalHolds()).plus(asking));
    }

    private void takeBack(Order order) {
        hands.takeBack().accept(order.orderId(), "not sent within " + policy.approvalHolds());
    }

    private Vetoes vetoes() {
        return recorder.state().operations().vetoes();
    }
}
