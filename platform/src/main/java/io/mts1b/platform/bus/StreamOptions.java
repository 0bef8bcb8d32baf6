package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream, and what it keeps.
 *
 * @param name letters, digits, {@code _} and {@code -}
 * @param patterns the subjects, all of one artifact; no two streams keep the same
 * @param dedupeWindow for how long an event published again under its id is recognised, positive and at most
 *     {@code maxAge}
 * @param maxAge how long an event is kept, at least 100 ms; null for good
 * @param maxBytes how much is kept, of the newest events with what they take beside their JSON, at least 1,000,000;
 *     null for no limit
 */
public record StreamOptions(
        String name,
        List<SubjectPattern> patterns,
        Duration dedupeWindow,
        @Nullable Duration maxAge,
        @Nullable Long maxBytes) {

    private static final Duration DEFAULT_DEDUPE_WINDOW = Duration.ofMinutes(2);
    private static final Duration MIN_AGE = Duration.ofMillis(100);
    private static final int MAX_NAME = 64;

    /** Validates, and copies. */
    public StreamOptions {
        Require.token("name", name, MAX_NAME);
        patterns = List.copyOf(patterns);
        Require.that(!patterns.isEmpty(), "patterns must not be empty");
        Require.that(dedupeWindow.isPositive(), "dedupeWindow must be positive, was " + dedupeWindow);
        Require.that(
                maxAge == null || maxAge.compareTo(MIN_AGE) >= 0,
                "maxAge must be at least " + MIN_AGE + ", was " + maxAge);
        Require.that(
                maxAge == null || dedupeWindow.compareTo(maxAge) <= 0,
                "dedupeWindow must be at most maxAge " + maxAge + ", was " + dedupeWindow);
        Require.that(
                maxBytes == null || maxBytes >= Bus.MAX_MESSAGE_BYTES,
                "maxBytes must be at least " + Bus.MAX_MESSAGE_BYTES + ", was " + maxBytes);
    }

    /**
     * Makes options with a window of two minutes, under which everything is kept for good.
     *
     * @param name the name
     * @param patterns the subjects it keeps
     * @return the options
     */
    public static StreamOptions of(String name, SubjectPattern... patterns) {
        return new StreamOptions(name, List.of(patterns), DEFAULT_DEDUPE_WINDOW, null, null);
    }

    /**
     * Keeps events for a while.
     *
     * @param age how long; the dedupe window is made as short if it is longer
     * @return these options with that limit
     */
    public StreamOptions withMaxAge(Duration age) {
        Duration window = dedupeWindow.compareTo(age) > 0 ? age : dedupeWindow;
        return new StreamOptions(name, patterns, window, age, maxBytes);
    }

    /**
     * Keeps the newest events.
     *
     * @param bytes how much they may take
     * @return these options with that limit
     */
    public StreamOptions withMaxBytes(long bytes) {
        return new StreamOptions(name, patterns, dedupeWindow, maxAge, bytes);
    }

    /** Refuses a pattern that holds a subject of another artifact. */
    void requireOf(String artifact) {
        for (SubjectPattern pattern : patterns) {
            if (!pattern.isOf(artifact)) {
                throw BusException.foreign(artifact, "keep", pattern.toString());
            }
        }
    }

    boolean meets(StreamOptions other) {
        return patterns.stream().anyMatch(one -> other.patterns.stream().anyMatch(one::meets));
    }

    boolean covers(SubjectPattern pattern) {
        return patterns.stream().anyMatch(one -> one.covers(pattern));
    }
}
