package io.mts1b.foundation.risk;

import io.mts1b.foundation.orders.Order;

/**
 * An order that passed the gates: the only thing a broker takes.
 *
 * <p>A class and not a record, because a public record cannot hide its constructor, and hiding the
 * constructor is the point. Only an {@link Approver} makes one.
 */
public final class ApprovedOrder {

    private final Order order;

    ApprovedOrder(Order order) {
        this.order = order;
    }

    /**
     * Returns what was approved.
     *
     * @return the order
     */
    public Order order() {
        return order;
    }

    @Override
    public String toString() {
        return "ApprovedOrder[" + order + "]";
    }
}
