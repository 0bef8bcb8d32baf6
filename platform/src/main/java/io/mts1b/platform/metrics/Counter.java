package io.mts1b.platform.metrics;

/** Counts what happens. Thread-safe. */
@FunctionalInterface
public interface Counter {

    /**
     * Counts.
     *
     * @param times how often it happened, not negative
     */
    void add(double times);
}
