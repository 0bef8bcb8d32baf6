package io.mts1b.brokers;

import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;

/** A broker that changes orders on the book. */
public interface ReplacesOrders extends Broker {

    /**
     * Asks to change an order. The answer is that it was replaced, or that it cannot be.
     *
     * @param order an order that was submitted here
     * @param name what the changed order is called, where the venue wants a new name for it
     * @param quantity how much is wanted in all, what has traded included
     * @param type at which prices
     */
    void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type);
}
