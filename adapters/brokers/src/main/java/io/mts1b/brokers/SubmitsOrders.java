package io.mts1b.brokers;

import io.mts1b.foundation.risk.ApprovedOrder;

/** A broker that takes orders. */
public interface SubmitsOrders extends Broker {

    /**
     * Sends an order, once, under the name {@link ClientOrderId#of}. An order that was certainly not sent, for there
     * is no line, is told as rejected; one that may have been sent and was not answered as {@link
     * OrderReport.Unanswered}.
     *
     * @param order an order that passed the gates and whose intent is durable
     */
    void submit(ApprovedOrder order);
}
