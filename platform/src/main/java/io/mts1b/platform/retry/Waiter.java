package io.mts1b.platform.retry;

import java.time.Duration;

/** How time is let pass; a test hands in one that moves a clock. */
@FunctionalInterface
public interface Waiter {

    /**
     * Waits.
     *
     * @param duration how long, not negative
     * @throws InterruptedException if the thread is told to stop waiting
     */
    void await(Duration duration) throws InterruptedException;

    /**
     * Waits by blocking the thread.
     *
     * @return for use in production
     */
    static Waiter blocking() {
        return Thread::sleep;
    }
}
