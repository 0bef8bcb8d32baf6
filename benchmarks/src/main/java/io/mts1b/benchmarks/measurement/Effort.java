package io.mts1b.benchmarks.measurement;

/** How much is done to learn a figure. */
public enum Effort {
    /** Enough for the figure to mean something. */
    FULL,
    /** Just enough to see that it can be measured; the figure means nothing. */
    QUICK;

    /**
     * Chooses how much of something.
     *
     * @param full how much it takes to learn something
     * @param quick how much it takes to see that it works
     * @return one of them
     */
    public int of(int full, int quick) {
        return this == FULL ? full : quick;
    }
}
