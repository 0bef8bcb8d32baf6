package io.mts1b.platform.ratelimit;

import io.mts1b.platform.retry.Waiter;
import java.time.Duration;

/** Grants requests, as far as limits allow. Thread-safe. */
public interface RateLimiter {

    /** Whether a request may go. */
    sealed interface Grant {

        /** It may, and is charged. */
        record Granted() implements Grant {}

        /**
         * It may not yet, and nothing is charged.
         *
         * @param delay after how long it may, if nobody else is granted anything in the meantime; positive
         */
        record Denied(Duration delay) implements Grant {}
    }

    /**
     * Asks for a request.
     *
     * @param weight what it costs, 1 to the smallest of the limits
     * @return whether it may go now
     * @throws IllegalArgumentException if no wait is ever long enough for the weight
     */
    Grant tryAcquire(int weight);

    /**
     * Takes note of what the venue counted, which may be more than was charged here: others use its key, too.
     *
     * @param used the weight used within the last period of the first limit, by the venue's own count
     */
    void observe(int used);

    /**
     * Grants nothing for a while, because the venue said so (status 429 or 418, {@code Retry-After}).
     *
     * @param duration for how long, not negative; a longer pause that is running goes on
     */
    void pause(Duration duration);

    /**
     * Waits until a request may go.
     *
     * @param weight what it costs
     * @param longest how long to wait at most
     * @param waiter lets time pass
     * @return whether it may go and is charged; false if that would take longer
     * @throws InterruptedException if the wait was ended
     */
    default boolean acquire(int weight, Duration longest, Waiter waiter) throws InterruptedException {
        Duration left = longest;
        while (true) {
            switch (tryAcquire(weight)) {
                case Grant.Granted _ -> {
                    return true;
                }
                case Grant.Denied denied -> {
                    if (denied.delay().compareTo(left) > 0) {
                        return false;
                    }
                    left = left.minus(denied.delay());
                    waiter.await(denied.delay());
                }
            }
        }
    }
}
