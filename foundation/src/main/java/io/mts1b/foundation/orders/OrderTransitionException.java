package io.mts1b.foundation.orders;

import java.io.Serial;

/** Thrown for an event that cannot follow the state of its order: somebody's bug, ours or a venue's. */
public final class OrderTransitionException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Reports an impossible event.
     *
     * @param state where the order stood
     * @param event what cannot follow
     */
    public OrderTransitionException(OrderState state, OrderEvent event) {
        super("order " + state.order().orderId() + " is " + state.status() + ", which cannot be followed by " + event);
    }
}
