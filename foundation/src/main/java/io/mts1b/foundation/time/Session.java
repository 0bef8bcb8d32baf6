package io.mts1b.foundation.time;

import io.mts1b.foundation.Require;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One regular trading session of a market.
 *
 * @param date the day the market counts it as; an overnight session may open on the day before
 * @param open when continuous trading starts
 * @param close when it ends, after {@code open}
 * @param breaks the interruptions, in order and within the session; mostly none, a lunch break in Asia
 */
public record Session(LocalDate date, Instant open, Instant close, List<Break> breaks) {

    /** Validates, and copies. */
    public Session {
        Objects.requireNonNull(date, "date");
        Require.that(open.isBefore(close), "close must be after open " + open + ", was " + close);
        breaks = List.copyOf(breaks);
        Instant from = open;
        for (Break pause : breaks) {
            Require.that(
                    !pause.start().isBefore(from) && !pause.end().isAfter(close),
                    "breaks must be in order and within the session, was " + pause);
            from = pause.end();
        }
    }

    /**
     * An interruption of a session.
     *
     * @param start when trading stops
     * @param end when it goes on, after {@code start}
     */
    public record Break(Instant start, Instant end) {

        /** Validates. */
        public Break {
            Require.that(start.isBefore(end), "end must be after start " + start + ", was " + end);
        }
    }

    /**
     * Tells whether the market trades at an instant.
     *
     * @param instant the instant
     * @return true from the open (included) to the close (excluded), breaks left out
     */
    public boolean isOpenAt(Instant instant) {
        return !instant.isBefore(open)
                && instant.isBefore(close)
                && breaks.stream()
                        .noneMatch(pause -> !instant.isBefore(pause.start()) && instant.isBefore(pause.end()));
    }

    /**
     * Returns how long the market trades.
     *
     * @return the time from open to close without the breaks
     */
    public Duration tradingTime() {
        Duration time = Duration.between(open, close);
        for (Break pause : breaks) {
            time = time.minus(Duration.between(pause.start(), pause.end()));
        }
        return time;
    }
}
