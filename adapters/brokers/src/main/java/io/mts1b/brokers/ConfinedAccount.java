package io.mts1b.brokers;

import io.mts1b.foundation.ids.BrokerId;
import java.util.function.Consumer;

/**
 * A {@link ConfinedBroker} that holds positions. Thread-safe.
 *
 * @param <B> the broker
 */
public final class ConfinedAccount<
                B extends
                        SubmitsOrders & CancelsOrders & ReplacesOrders & FindsOrders & ListsOpenOrders & ListsFills
                                & ReportsBalances & ReportsPositions>
        extends ConfinedBroker<B> implements ReportsPositions {

    /**
     * Makes it.
     *
     * @param broker the name that orders are routed by
     * @param thread has a call made on the broker's thread
     */
    public ConfinedAccount(BrokerId broker, Consumer<Consumer<B>> thread) {
        super(broker, thread);
    }

    @Override
    public void listPositions(long request) {
        call(confined -> confined.listPositions(request));
    }
}
