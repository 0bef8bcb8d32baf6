package io.mts1b.brokers;

/** A broker that takes orders back. */
public interface CancelsOrders extends Broker {

    /**
     * Asks to take an order off the book. The answer is that it was canceled, or that it cannot be. Asking twice does
     * no more than asking once.
     *
     * @param order an order that was submitted here
     */
    void cancel(SentOrder order);
}
