package io.mts1b.brokers.paper.book;

import java.time.Duration;

/** Does things later, on the thread the venue is confined to: {@code virtualTime::after} in simulations. */
@FunctionalInterface
public interface Delay {

    /**
     * Plans something. What is planned for the same time is done in the order it was planned.
     *
     * @param delay how long from now, not negative
     * @param action what to do then
     */
    void after(Duration delay, Runnable action);
}
