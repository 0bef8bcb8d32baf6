package io.mts1b.platform.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Counts in memory, for one process. Thread-safe. */
public final class LocalRateLimiter implements RateLimiter {

    private final Windows windows;
    private final InstantSource clock;
    private final long[] state;

    /**
     * Makes one of which nothing is used.
     *
     * @param limits that hold together, at least one
     * @param clock the time
     */
    public LocalRateLimiter(List<RateLimit> limits, InstantSource clock) {
        this.windows = new Windows(limits);
        this.clock = clock;
        this.state = windows.fresh();
    }

    @Override
    public Grant tryAcquire(int weight) {
        synchronized (state) {
            return windows.acquire(state, nanos(clock), weight);
        }
    }

    @Override
    public void observe(int used) {
        synchronized (state) {
            windows.observe(state, nanos(clock), used);
        }
    }

    @Override
    public void pause(Duration duration) {
        synchronized (state) {
            windows.pause(state, nanos(clock), duration);
        }
    }

    /** Nanoseconds since 1970, which fit until 2262. */
    static long nanos(InstantSource clock) {
        Instant now = clock.instant();
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }
}
