package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import java.time.Duration;
import java.util.List;

/**
 * A stream, and what it keeps.
 *
 * @param name letters, digits, {@code _} and {@code -}
 * @param patterns the subjects, all of one artifact; no two streams keep the same
 * @param dedupeWindow for how long an event published again under its id is recognised, positive
 */
public record StreamOptions(String name, List<SubjectPattern> patterns, Duration dedupeWindow) {

    private static final Duration DEFAULT_DEDUPE_WINDOW = Duration.ofMinutes(2);
    private static final int MAX_NAME = 64;

    /** Validates, and copies. */
    public StreamOptions {
        Require.token("name", name, MAX_NAME);
        patterns = List.copyOf(patterns);
        Require.that(!patterns.isEmpty(), "patterns must not be empty");
        Require.that(dedupeWindow.isPositive(), "dedupeWindow must be positive, was " + dedupeWindow);
    }

    /**
     * Makes options with a window of two minutes.
     *
     * @param name the name
     * @param patterns the subjects it keeps
     * @return the options
     */
    public static StreamOptions of(String name, SubjectPattern... patterns) {
        return new StreamOptions(name, List.of(patterns), DEFAULT_DEDUPE_WINDOW);
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
