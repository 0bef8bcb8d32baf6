package io.mts1b.brokers;

/** A broker that tells which orders are on the book. */
public interface ListsOpenOrders extends Broker {

    /**
     * Asks for all orders of the account that may still trade, ours or not. The answer is {@link
     * VenueAnswer.OpenOrders} or {@link VenueAnswer.NoAnswer}, never a part of the list.
     *
     * @param request the number the answer carries
     */
    void listOpenOrders(long request);
}
