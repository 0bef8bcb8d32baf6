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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

    /**
     * Makes an engine with the seven gates.
     *
     * @param mode whether the first objection is enough
     */
    public RiskEngine(Mode mode) {
        this(mode, Gates.inOrder());
    }

    RiskEngine(Mode mode, List<GateCheck> gates) {
        this.mode = Objects.requireNonNull(mode, "mode");
        this.gates = List.copyOf(gates);
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
        int version = view.envelope(order.fund()).map(RiskEnvelope::version).orElse(0);
        List<Denial> denials = new ArrayList<>();
        for (GateCheck gate : gates) {
            denials.addAll(check(gate, order, view, at));
            if (mode == Mode.FAIL_FAST && !denials.isEmpty()) {
                break;
            }
        }
        return denials.isEmpty()
                ? new Review.Passed(approve(order), new RiskDecision.Approved(order.orderId(), at, version))
                : new Review.Stopped(new RiskDecision.Denied(order.orderId(), at, version, denials));
    }

    /**
     * Gives back the approval of an order that was approved before a restart.
     *
     * @param state the order as the log tells it
     * @return what a broker takes
     * @throws IllegalArgumentException if the log does not say that it was approved
     */
    public ApprovedOrder approvedBefore(OrderState state) {
        Require.that(
                state.status() == OrderStatus.APPROVED || state.status().mayTrade(),
                "order " + state.order().orderId() + " must have been approved, was " + state.status());
        return approve(state.order());
    }

    private static List<Denial> check(GateCheck gate, Order order, RiskView view, Instant at) {
        try {
            return gate.check(order, view, at);
        } catch (RuntimeException e) {
            return List.of(new Denial.GateFailed(gate.gate(), e.toString()));
        }
    }
}
