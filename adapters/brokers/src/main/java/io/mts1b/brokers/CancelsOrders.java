package io.mts1b.brokers;

import io.mts1b.foundation.ids.OrderId;

/** A broker that takes orders back. */
public interface CancelsOrders {

    /**
     * Asks to take an order off the book. The answer is told to the {@link VenueListener}: canceled, or that
     * it cannot be.
     *
     * @param order an order that was submitted here
     */
    void cancel(OrderId order);
}
