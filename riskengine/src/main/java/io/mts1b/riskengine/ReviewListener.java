package io.mts1b.riskengine;

import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.RiskDecision;
import java.util.List;

/**
 * Hears what every gate said and how long it took, to publish and to measure it.
 *
 * <p>Called on the thread that reviews, so it must be quick and must not throw. What it does cannot change a decision.
 */
public interface ReviewListener {

    /**
     * Hears of one gate.
     *
     * @param order what was reviewed
     * @param gate the gate
     * @param denials what it objects; empty if it let the order pass
     * @param nanos how long that took
     */
    void checked(Order order, Gate gate, List<Denial> denials, long nanos);

    /**
     * Hears of a decision, after its gates.
     *
     * @param order what was reviewed
     * @param decision what came of it
     * @param nanos how long all of it took
     */
    void decided(Order order, RiskDecision decision, long nanos);
}
