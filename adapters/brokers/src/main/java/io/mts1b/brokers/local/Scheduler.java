package io.mts1b.brokers.local;

import java.time.Duration;

/** Time that passes: virtual in simulations, real behind sockets. What is due at the same time is done as it was planned. */
public interface Scheduler {

    /**
     * Plans something.
     *
     * @param delay how long from now
     * @param action what to do then, on the thread of the venue
     */
    void after(Duration delay, Runnable action);
}
