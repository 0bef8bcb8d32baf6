package io.mts1b.platform.db;

import io.mts1b.platform.retry.Backoff;
import io.mts1b.platform.retry.Waiter;
import io.mts1b.platform.security.Redaction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a database needs of the process it is used in.
 *
 * @param redaction what is taken out of what is told of failures, beside the password
 * @param clock the time
 * @param waiter lets time between attempts pass
 * @param random draws how much; used by one thread at a time
 */
public record Surroundings(Redaction redaction, InstantSource clock, Waiter waiter, RandomGenerator random) {

    /** Waits, after so many failures in a row. */
    void await(Backoff backoff, int failures) throws InterruptedException {
        Duration delay;
        synchronized (random) {
            delay = backoff.delay(failures, random);
        }
        waiter.await(delay);
    }
}
