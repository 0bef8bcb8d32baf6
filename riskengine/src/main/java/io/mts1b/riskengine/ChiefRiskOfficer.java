package io.mts1b.riskengine;

import io.mts1b.foundation.orders.Order;
import java.time.Instant;

/**
 * Whom the seventh gate asks: a person or a model, outside the path of orders.
 *
 * <p>To be asked takes no time: whoever implements this passes the question on and returns. The answer comes later, on the
 * thread of whoever asked, or not at all.
 */
@FunctionalInterface
public interface ChiefRiskOfficer {

    /**
     * Takes a question, and throws nothing: who cannot pass it on is silent. It may come again, with the same order, after a
     * restart of whoever asks.
     *
     * @param order what passed all other gates
     * @param until when an answer is no longer of use
     */
    void ask(Order order, Instant until);
}
