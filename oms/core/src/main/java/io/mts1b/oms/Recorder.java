package io.mts1b.oms;

import io.mts1b.brokers.Broker;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.risk.ApprovedOrder;
import java.time.Instant;
import java.util.function.Consumer;

/** The writer as its parts see it: what is known, what time it is, and how to write down and to send. */
interface Recorder {

    /** Returns the state after everything that was recorded. */
    OmsState state();

    /** Returns the time of what is being recorded. */
    Instant now();

    /**
     * Folds an event into the state and adds it to the log.
     *
     * @throws IllegalArgumentException if the state refuses it; it is not in the log then
     * @throws io.mts1b.foundation.orders.OrderTransitionException likewise
     */
    void record(OmsEvent event);

    /** Calls a broker as soon as everything recorded so far is durable. */
    default void send(Broker broker, Consumer<Broker> call) {
        whenDurable(() -> call.accept(broker));
    }

    /** Does something outside as soon as everything recorded so far is durable. */
    void whenDurable(Runnable call);

    /** Returns the approval of an order that was approved, for sending it. */
    ApprovedOrder approved(OrderState order);

    /** Records that something happened to an order. */
    default void record(OrderEvent event) {
        record(new OmsEvent.OrderChanged(event));
    }
}
