package io.mts1b.platform.ratelimit;

import io.mts1b.foundation.Require;
import java.time.Duration;

/**
 * A limit as venues state it: so much weight in so much time.
 *
 * @param weight the largest sum of weights within any {@code period}, 1 to 1000000000
 * @param period the length of the window, 64 ns to 31 days
 */
public record RateLimit(int weight, Duration period) {

    /** Validates. */
    public RateLimit {
        Require.that(weight >= 1 && weight <= 1_000_000_000, "weight must be 1 to 1000000000, was " + weight);
        Require.that(
                period.compareTo(Duration.ofNanos(64)) >= 0 && period.compareTo(Duration.ofDays(31)) <= 0,
                "period must be 64 ns to 31 days, was " + period);
    }
}
