package io.mts1b.platform.retry;

import java.time.Duration;

/** What to do about a failure. */
public sealed interface RetryAdvice {

    /** Nothing: it would fail again, or must not be done twice. */
    record GiveUp() implements RetryAdvice {}

    /** Try again, when the back-off says. */
    record TryAgain() implements RetryAdvice {}

    /**
     * Try again, but not before the other side said.
     *
     * @param delay how long to wait at least, not negative
     */
    record TryAgainAfter(Duration delay) implements RetryAdvice {

        /** Validates. */
        public TryAgainAfter {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("delay must not be negative, was " + delay);
            }
        }
    }
}
