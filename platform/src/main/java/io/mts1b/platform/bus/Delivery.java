package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import java.time.Duration;

/**
 * An event from a stream, handed in until it is acknowledged. A handler that throws has not acknowledged.
 * Thread-safe, and may be kept after the handler has returned.
 *
 * @param <T> the type of the payload
 */
public interface Delivery<T> {

    /**
     * Returns what happened.
     *
     * @return the event
     */
    Event<T> event();

    /**
     * Returns where in the stream it stands.
     *
     * @return the sequence number, from 1
     */
    long sequence();

    /**
     * Returns how often it was handed in.
     *
     * @return 1 for the first time
     */
    int attempt();

    /** Says that it is dealt with. Does not wait; should the word be lost, the event comes again. */
    void ack();

    /**
     * Says that it is not dealt with.
     *
     * @param delay after what time to hand it in again, not negative
     */
    void nak(Duration delay);
}
