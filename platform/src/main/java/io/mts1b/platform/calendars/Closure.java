package io.mts1b.platform.calendars;

import java.time.LocalDate;
import java.util.List;

/**
 * A day of the trading week without a session.
 *
 * @param date the day
 * @param reason the holiday or the event, such as {@code Hurricane Sandy}; several are set apart by commas
 * @param sources who says so; empty where the day follows from a rule
 */
public record Closure(LocalDate date, String reason, List<String> sources) {

    /** Copies. */
    public Closure {
        sources = List.copyOf(sources);
    }
}
