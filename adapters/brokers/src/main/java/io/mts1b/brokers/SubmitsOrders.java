package io.mts1b.brokers;

import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.risk.ApprovedOrder;

/**
 * A broker that takes orders: the one capability every broker has.
 *
 * <p>What becomes of an order is told to the {@link VenueListener} the broker was made with.
 */
public interface SubmitsOrders {

    /**
     * Returns which broker this is.
     *
     * @return the name that orders are routed by
     */
    BrokerId broker();

    /**
     * Sends an order. Sending an order that is working already changes nothing: the order's identity is the
     * client order id at the venue.
     *
     * @param order an order that passed the gates and whose intent is durable
     */
    void submit(ApprovedOrder order);
}
