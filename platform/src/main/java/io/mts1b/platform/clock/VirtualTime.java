package io.mts1b.platform.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * A clock that jumps from one thing that is due to the next: the time of deterministic simulations.
 *
 * <p>What is due at the same time is done in the order it was planned, so equal plans give equal runs. Confined to one
 * thread.
 */
public final class VirtualTime implements InstantSource {

    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparingLong(Planned::number));
    private Instant now;
    private long numbers;

    private record Planned(Instant at, long number, Runnable action) {}

    /**
     * Makes a clock with nothing planned.
     *
     * @param start what it shows at first
     */
    public VirtualTime(Instant start) {
        now = Objects.requireNonNull(start, "start");
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Plans something.
     *
     * @param delay how long from now, not negative
     * @param action what to do then
     * @throws IllegalArgumentException if {@code delay} is negative
     */
    public void after(Duration delay, Runnable action) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must not be negative, was " + delay);
        }
        planned.add(new Planned(now.plus(delay), ++numbers, Objects.requireNonNull(action, "action")));
    }

    /**
     * Jumps to the next thing that is due, and does it.
     *
     * @return false if nothing is planned; the time stays as it is then
     */
    public boolean next() {
        Planned next = planned.poll();
        if (next == null) {
            return false;
        }
        now = next.at;
        next.action.run();
        return true;
    }

    /**
     * Does everything that is due until a time, what is planned meanwhile included, and jumps there.
     *
     * @param end the time to stop at; what is due then is done
     */
    public void until(Instant end) {
        for (Planned next = planned.peek(); next != null && !next.at.isAfter(end); next = planned.peek()) {
            next();
        }
        if (now.isBefore(end)) {
            now = end;
        }
    }
}
