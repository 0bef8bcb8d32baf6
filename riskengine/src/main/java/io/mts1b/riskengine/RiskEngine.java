package io.mts1b.riskengine;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.risk.Approver;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.riskengine.gates.GateCheck;
import io.mts1b.riskengine.gates.Gates;
import io.mts1b.riskengine.gates.RiskView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reviews orders at the seven gates, in their order.
 *
 * <p>Immutable and thread-safe. The seventh gate does not wait for anybody: an order whose fund asks the
 * chief risk officer is reviewed when the answer has arrived or its time is up.
 */
public final class RiskEngine extends Approver {

    /** Whether the first objection is enough. */
    public enum Mode {
        /** Stop at the first gate that objects. */
        FAIL_FAST,
        /** Ask all gates and report every objection. */
        REPORT_ALL
    }

    private final Mode mode;
    private final List<GateCheck> gates;
    private final @Nullable ReviewListener listener;
    private final LongSupplier nanoTime;

    /**
     * Makes an engine with the seven gates.
     *
     * @param mode whether the first objection is enough
     */
    public RiskEngine(Mode mode) {
        this(mode, Gates.inOrder(), null, () -> 0);
    }

    /**
     * Makes an engine with the seven gates that tells what each says and how long it takes.
     *
     * @param mode whether the first objection is enough
     * @param listener who is told
     * @param nanoTime a clock that only goes forward, in nanoseconds from anywhere
     */
    public RiskEngine(Mode mode, ReviewListener listener, LongSupplier nanoTime) {
        this(mode, Gates.inOrder(), Objects.requireNonNull(listener, "listener"), nanoTime);
    }

    RiskEngine(Mode mode, List<GateCheck> gates, @Nullable ReviewListener listener, LongSupplier nanoTime) {
        this.mode = Objects.requireNonNull(mode, "mode");
        this.gates = List.copyOf(gates);
        this.listener = listener;
        this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
    }

    /**
     * Reviews an order. Never throws for a gate that throws: that is a denial.
     *
     * @param order the order
     * @param view the state of the world
     * @param at the time of the decision
     * @return what a broker takes, or why there is nothing to take
     */
    public Review review(Order order, RiskView view, Instant at) {
        long start = nanoTime.getAsLong();
        List<Denial> denials = check(order, view, at);
        Optional<RiskEnvelope> envelope = view.envelope(order.fund());
        int version = envelope.isEmpty() ? 0 : envelope.get().version();
        Review review = denials.isEmpty()
                ? new Review.Passed(approve(order), new RiskDecision.Approved(order.orderId(), at, version))
                : new Review.Stopped(new RiskDecision.Denied(order.orderId(), at, version, denials));
        if (listener != null) {
            listener.decided(order, review.decision(), nanoTime.getAsLong() - start);
        }
        return review;
    }

    /**
     * Asks the gates about an order without approving it, such as before it is placed.
     *
     * @param order the order
     * @param view the state of the world
     * @param at the time of the question
     * @return every objection, the first gate's only if that is enough; empty if the order would pass
     */
    public List<Denial> check(Order order, RiskView view, Instant at) {
        List<Denial> denials = List.of();
        for (int i = 0; i < gates.size(); i++) {
            GateCheck gate = gates.get(i);
            long start = listener == null ? 0 : nanoTime.getAsLong();
            List<Denial> objections = check(gate, order, view, at);
            if (listener != null) {
                listener.checked(order, gate.gate(), objections, nanoTime.getAsLong() - start);
            }
            if (!objections.isEmpty()) {
                denials = Stream.concat(denials.stream(), objections.stream()).toList();
                if (mode == Mode.FAIL_FAST) {
                    break;
                }
            }
        }
        return denials;
    }

    /**
     * Gives back the approval of an order that was approved before a restart.
     *
     * @param state the order as the log tells it
     * @return what a broker takes: the order as it is wished for now
     * @throws IllegalArgumentException if the log does not say that it was approved
     */
    public ApprovedOrder approvedBefore(OrderState state) {
        Require.that(
                state.status() == OrderStatus.APPROVED || state.status().mayTrade(),
                () -> "order " + state.order().orderId() + " must have been approved, was " + state.status());
        return approve(state.current());
    }

    private static List<Denial> check(GateCheck gate, Order order, RiskView view, Instant at) {
        try {
            return gate.check(order, view, at);
        } catch (RuntimeException e) {
            return List.of(new Denial.GateFailed(gate.gate(), e.toString()));
        }
    }
}
