package io.mts1b.riskengine.gates;

import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import java.time.Instant;
import java.util.List;

/** One gate. */
public interface GateCheck {

    /**
     * Returns which gate this is.
     *
     * @return the gate
     */
    Gate gate();

    /**
     * Checks an order.
     *
     * @param order the order
     * @param view the state of the world
     * @param at the time of the decision
     * @return every objection; empty lets it pass
     */
    List<Denial> check(Order order, RiskView view, Instant at);
}
