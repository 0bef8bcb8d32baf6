package io.mts1b.foundation.risk;

import io.mts1b.foundation.orders.Order;

/**
 * The authority to approve orders.
 *
 * <p>{@link ApprovedOrder} must be known on the floor of the brokers, and made on the floor of the risk
 * engine above it, so package privacy cannot guard it. This class does: approving takes a subclass, and
 * the contracts of the house fail the build of whoever extends it outside {@code io.mts1b.riskengine}.
 */
public abstract class Approver {

    /** For the risk engine. */
    protected Approver() {}

    /**
     * Approves an order.
     *
     * @param order what passed every gate
     * @return the order, as a broker takes it
     */
    protected final ApprovedOrder approve(Order order) {
        return new ApprovedOrder(order);
    }
}
