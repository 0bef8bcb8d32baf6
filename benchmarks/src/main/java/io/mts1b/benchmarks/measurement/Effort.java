package io.mts1b.benchmarks.measurement;

import org.jspecify.annotations.Nullable;

/**
 * How much is done to learn a figure.
 *
 * @param isFull whether it is enough for figures to mean something, or just to see that they can be measured
 * @param events how many events a log has, where somebody said so; null for as many as it takes
 */
public record Effort(boolean isFull, @Nullable Long events) {

    /** Enough for the figure to mean something. */
    public static final Effort FULL = new Effort(true, null);

    /** Just enough to see that it can be measured; the figure means nothing. */
    public static final Effort QUICK = new Effort(false, null);

    /** Validates. */
    public Effort {
        if (events != null && events < 1) {
            throw new IllegalArgumentException("events must be at least 1, was " + events);
        }
    }

    /**
     * Chooses how much of something.
     *
     * @param full how much it takes to learn something
     * @param quick how much it takes to see that it works
     * @return one of them
     */
    public int of(int full, int quick) {
        return isFull ? full : quick;
    }

    /**
     * Chooses how many events a log has.
     *
     * @param full how many it takes to learn something
     * @param quick how many it takes to see that it works
     * @return one of them, or what somebody said
     */
    public long events(long full, long quick) {
        if (events != null) {
            return events;
        }
        return isFull ? full : quick;
    }
}
