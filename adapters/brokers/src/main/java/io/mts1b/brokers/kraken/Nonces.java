package io.mts1b.brokers.kraken;

import io.mts1b.foundation.Require;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Numbers that rise, whatever the clock does and however often the process starts: Kraken takes a number of a key only
 * if it is greater than all before.
 *
 * <p>They are microseconds since 1970, or one more than the last. Before numbers beyond what was reserved are used, a
 * minute's worth of them is reserved where it outlives the process; who starts begins above that. Thread-safe.
 */
public final class Nonces {

    private static final long BLOCK = 60_000_000;

    private final InstantSource clock;
    private final Reserve reserve;
    private long last;
    private long reserved;

    /** What outlives a process: up to where numbers may have been used. */
    public interface Reserve {

        /**
         * Returns up to where numbers may have been used.
         *
         * @return the number, 0 if none was
         */
        long reserved();

        /**
         * Remembers that numbers may be used; returns when it will not be forgotten.
         *
         * @param upTo the largest number that may be used
         */
        void reserve(long upTo);
    }

    /**
     * Goes on where the last process may have stopped.
     *
     * @param clock the time
     * @param reserve what outlives this process; nobody else may use it for the same key
     */
    public Nonces(InstantSource clock, Reserve reserve) {
        this.clock = clock;
        this.reserve = reserve;
        this.reserved = reserve.reserved();
        Require.that(reserved >= 0, "the reserve must not be negative, was " + reserved);
        this.last = reserved;
    }

    /**
     * Returns the next number.
     *
     * @return greater than all before, of this process and of those before it
     */
    public synchronized long next() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        long next = Math.max(now, Math.addExact(last, 1));
        if (next > reserved) {
            long upTo = Math.addExact(next, BLOCK);
            reserve.reserve(upTo);
            reserved = upTo;
        }
        last = next;
        return next;
    }
}
