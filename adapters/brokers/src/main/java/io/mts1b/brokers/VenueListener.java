package io.mts1b.brokers;

import io.mts1b.foundation.orders.OrderEvent;

/** Who is told what happens at a venue. */
@FunctionalInterface
public interface VenueListener {

    /**
     * Takes an event. Called by one thread at a time, in the order the venue told.
     *
     * @param event what happened to an order that was submitted
     */
    void onEvent(OrderEvent event);
}
