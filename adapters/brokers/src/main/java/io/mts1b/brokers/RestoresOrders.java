package io.mts1b.brokers;

import io.mts1b.foundation.risk.ApprovedOrder;
import java.util.List;

/**
 * A broker within our own process, which forgets its book when the process ends and is given it back from our log.
 * A real venue never is one: there it is the venue that remembers.
 */
public interface RestoresOrders extends Broker {

    /**
     * Puts orders back on the book, as if the process had not ended. Called before {@link #open}.
     *
     * @param orders what the log calls open, in the order it was sent
     */
    void restore(List<ApprovedOrder> orders);
}
