package io.mts1b.platform.retry;

import io.mts1b.foundation.Require;
import io.mts1b.platform.retry.RetryAdvice.GiveUp;
import java.time.Duration;
import java.util.function.Function;

/**
 * How often to try, for how long, and what is worth it.
 *
 * @param attempts how often at most, the first time included, 1 to 100
 * @param within how long after the first attempt the last may begin, at most a day
 * @param backoff how long to wait between
 * @param judge says what to do about a failure
 */
public record RetryPolicy(
        int attempts, Duration within, Backoff backoff, Function<? super Exception, ? extends RetryAdvice> judge) {

    /** Validates. */
    public RetryPolicy {
        Require.that(attempts >= 1 && attempts <= 100, "attempts must be 1 to 100, was " + attempts);
        Require.that(
                !within.isNegative() && within.compareTo(Duration.ofDays(1)) <= 0,
                "within must be zero to a day, was " + within);
    }

    /**
     * Tries once.
     *
     * @return the policy for what must not be done twice
     */
    public static RetryPolicy never() {
        return new RetryPolicy(1, Duration.ZERO, Backoff.STANDARD, _ -> new GiveUp());
    }
}
