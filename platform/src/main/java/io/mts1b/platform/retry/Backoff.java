package io.mts1b.platform.retry;

import io.mts1b.foundation.Require;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: longer each time, up to a longest, and by chance, so that many who failed
 * together do not come back together.
 *
 * <p>After the {@code n}-th failure the ceiling is {@code min(longest, first * 2^(n-1))}, and the wait is drawn evenly
 * from the part of it that {@code jitter} leaves open: {@code ceiling * (1 - jitter * u)}, {@code u} in [0, 1). A jitter
 * of 1 is the "full jitter" of M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @param first the ceiling after the first failure, 1 ns to {@code longest}
 * @param longest the largest ceiling, at most a day
 * @param jitter which part of the ceiling is left to chance, 0 to 1
 */
public record Backoff(Duration first, Duration longest, double jitter) {

    /** A quarter of a second, doubled up to half a minute, all of it left to chance. */
    public static final Backoff STANDARD = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30), 1);

    /** Validates. */
    public Backoff {
        Require.that(first.compareTo(Duration.ofNanos(1)) >= 0, "first must be positive, was " + first);
        Require.that(
                longest.compareTo(first) >= 0 && longest.compareTo(Duration.ofDays(1)) <= 0,
                "longest must be from first to a day, was " + longest);
        Require.that(jitter >= 0 && jitter <= 1, "jitter must be 0 to 1, was " + jitter);
    }

    /**
     * Draws a wait.
     *
     * @param failures how many attempts have failed in a row, at least 1
     * @param random decides
     * @return how long to wait, zero to {@code longest}
     */
    public Duration delay(int failures, RandomGenerator random) {
        Require.that(failures >= 1, "failures must be at least 1, was " + failures);
        long ceiling = first.toNanos();
        for (int i = 1; i < failures && ceiling < longest.toNanos(); i++) {
            ceiling *= 2; // At most two days before the loop ends, so there is no overflow.
        }
        ceiling = Math.min(ceiling, longest.toNanos());
        long chance = (long) (ceiling * jitter * random.nextDouble());
        return Duration.ofNanos(ceiling - chance);
    }
}
