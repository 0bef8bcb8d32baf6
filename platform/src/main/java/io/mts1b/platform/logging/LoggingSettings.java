package io.mts1b.platform.logging;

import io.mts1b.foundation.Require;
import io.mts1b.platform.config.Default;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The section {@code logging} of the configuration.
 *
 * @param format who reads the lines
 * @param level what is written where {@code levels} says nothing else
 * @param levels by the name of a logger, which is that of a class or package, with {@code /} for its points
 * @param repeats how many equal lines are written within {@code repeatWindow}, 1 to 1000000
 * @param repeatWindow the time in which equal lines are counted, 1 ms to 1 h
 * @param redact patterns in the syntax of RE2 of what is to be taken out beside secrets
 */
public record LoggingSettings(
        @Default("console") LogFormat format,
        @Default("info") LogLevel level,
        Map<String, LogLevel> levels,
        @Default("20") int repeats,
        @Default("10s") Duration repeatWindow,
        List<String> redact) {

    /** Validates, and copies. */
    public LoggingSettings {
        levels = Collections.unmodifiableMap(new TreeMap<>(levels));
        redact = List.copyOf(redact);
        Require.that(repeats >= 1 && repeats <= 1_000_000, "repeats must be 1 to 1000000, was " + repeats);
        Require.that(
                repeatWindow.compareTo(Duration.ofMillis(1)) >= 0 && repeatWindow.compareTo(Duration.ofHours(1)) <= 0,
                "repeatWindow must be 1 ms to 1 h, was " + repeatWindow);
    }
}
