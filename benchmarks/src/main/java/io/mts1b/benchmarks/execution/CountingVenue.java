package io.mts1b.benchmarks.execution;

import io.mts1b.brokers.RestoresOrders;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.risk.ApprovedOrder;
import java.util.List;

/** A venue that counts what it gets, and says nothing. */
final class CountingVenue implements SubmitsOrders, RestoresOrders {

    private long orders;

    @Override
    public BrokerId broker() {
        return BusyFund.BROKER;
    }

    @Override
    public void open() {
        // Nothing is there to open.
    }

    @Override
    public void restore(List<ApprovedOrder> working) {
        orders += working.size();
    }

    @Override
    public void submit(ApprovedOrder order) {
        orders++;
    }

    long orders() {
        return orders;
    }
}
