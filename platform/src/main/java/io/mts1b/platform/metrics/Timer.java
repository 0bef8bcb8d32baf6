package io.mts1b.platform.metrics;

import java.time.Duration;

/** Keeps how long something took: how often, in all, and at most of late. Thread-safe. */
@FunctionalInterface
public interface Timer {

    /**
     * Keeps one time.
     *
     * @param took how long it took, not negative
     */
    void record(Duration took);
}
