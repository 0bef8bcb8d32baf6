package io.mts1b.platform.ratelimit;

import io.mts1b.foundation.Require;
import io.mts1b.platform.ratelimit.RateLimiter.Grant;
import java.time.Duration;
import java.util.List;

/**
 * The arithmetic of limits over a state of longs, which may lie in memory or in a file.
 *
 * <p>A period is cut into 64 slots. A slot counts until all of it has left the window, so a request counts up to a
 * 64th of the period longer than it must, and never shorter. The state of a limit is a ring of 66 slots, a number and
 * a weight each; before all of them stands the time until which nothing is granted.
 */
final class Windows {

    private static final int SLOTS = 64;
    private static final int RING = SLOTS + 2;

    private final List<RateLimit> limits;
    private final int smallest;

    Windows(List<RateLimit> limits) {
        Require.that(!limits.isEmpty(), "limits must hold at least one");
        this.limits = List.copyOf(limits);
        this.smallest = limits.stream().mapToInt(RateLimit::weight).min().orElseThrow();
    }

    /** Returns the state of limits of which nothing is used. */
    long[] fresh() {
        return new long[1 + limits.size() * RING * 2];
    }

    /** Uses up everything, for a state that was lost. */
    void exhaust(long[] state, long now) {
        for (int limit = 0; limit < limits.size(); limit++) {
            charge(state, limit, now, limits.get(limit).weight());
        }
    }

    Grant acquire(long[] state, long now, int weight) {
        Require.that(
                weight >= 1 && weight <= smallest,
                "weight must be 1 to the smallest limit, which is " + smallest + ", was " + weight);
        long wait = Math.max(0, state[0] - now);
        for (int limit = 0; limit < limits.size(); limit++) {
            wait = Math.max(wait, wait(state, limit, now, weight));
        }
        if (wait > 0) {
            return new Grant.Denied(Duration.ofNanos(wait));
        }
        for (int limit = 0; limit < limits.size(); limit++) {
            charge(state, limit, now, weight);
        }
        return new Grant.Granted();
    }

    void observe(long[] state, long now, int used) {
        Require.that(used >= 0, "used must not be negative, was " + used);
        settle(state, 0, now);
        long known = 0;
        for (int slot = 0; slot < RING; slot++) {
            known += isActive(state, 0, slot, now) ? state[at(0, slot) + 1] : 0;
        }
        if (used > known) {
            charge(state, 0, now, used - known);
        }
    }

    void pause(long[] state, long now, Duration duration) {
        Require.that(!duration.isNegative(), "duration must not be negative, was " + duration);
        state[0] = Math.max(state[0], now + duration.toNanos());
    }

    private static int at(int limit, int slot) {
        return 1 + (limit * RING + slot) * 2;
    }

    private long period(int limit) {
        return limits.get(limit).period().toNanos();
    }

    private long length(int limit) {
        return Math.ceilDiv(period(limit), SLOTS);
    }

    /** Says whether some of a slot may still be within the window that ends now. */
    private boolean isActive(long[] state, int limit, int slot, long now) {
        return state[at(limit, slot) + 1] > 0 && expiry(state, limit, slot) > now;
    }

    private long expiry(long[] state, int limit, int slot) {
        return (state[at(limit, slot)] + 1) * length(limit) + period(limit);
    }

    /** When the clock has stepped back, what was charged in its future is charged now, so that it expires. */
    private void settle(long[] state, int limit, long now) {
        long current = now / length(limit);
        long moved = 0;
        for (int slot = 0; slot < RING; slot++) {
            int at = at(limit, slot);
            if (state[at] > current) {
                moved += state[at + 1];
                state[at] = 0;
                state[at + 1] = 0;
            }
        }
        if (moved > 0) {
            charge(state, limit, now, moved);
        }
    }

    private long wait(long[] state, int limit, long now, int weight) {
        settle(state, limit, now);
        long used = 0;
        for (int slot = 0; slot < RING; slot++) {
            used += isActive(state, limit, slot, now) ? state[at(limit, slot) + 1] : 0;
        }
        long excess = used + weight - limits.get(limit).weight();
        long oldest = now / length(limit) - RING;
        long wait = 0;
        for (long number = Math.max(0, oldest); excess > 0; number++) {
            int slot = (int) (number % RING);
            if (state[at(limit, slot)] == number && isActive(state, limit, slot, now)) {
                excess -= state[at(limit, slot) + 1];
                wait = expiry(state, limit, slot) - now;
            }
        }
        return wait;
    }

    private void charge(long[] state, int limit, long now, long weight) {
        long number = now / length(limit);
        int at = at(limit, (int) (number % RING));
        state[at + 1] = state[at] == number ? state[at + 1] + weight : weight;
        state[at] = number;
    }
}
