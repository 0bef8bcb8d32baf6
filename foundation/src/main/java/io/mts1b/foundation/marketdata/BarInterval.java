package io.mts1b.foundation.marketdata;

import io.mts1b.foundation.TextValue;
import java.time.Duration;

/** How much time a bar covers. */
public enum BarInterval implements TextValue {
    /** One minute. */
    MINUTE_1("1m", Duration.ofMinutes(1)),
    /** Five minutes. */
    MINUTE_5("5m", Duration.ofMinutes(5)),
    /** Fifteen minutes. */
    MINUTE_15("15m", Duration.ofMinutes(15)),
    /** Thirty minutes. */
    MINUTE_30("30m", Duration.ofMinutes(30)),
    /** One hour. */
    HOUR_1("1h", Duration.ofHours(1)),
    /** Four hours. */
    HOUR_4("4h", Duration.ofHours(4)),
    /** One session, ending at its close. */
    DAY_1("1d", Duration.ofDays(1)),
    /** One week of sessions, ending at the close of the last. */
    WEEK_1("1w", Duration.ofDays(7));

    private final String code;
    private final Duration duration;

    BarInterval(String code, Duration duration) {
        this.code = code;
        this.duration = duration;
    }

    /**
     * Reads a code.
     *
     * @param text a code such as {@code "1d"}
     * @return the interval
     * @throws IllegalArgumentException if there is no such interval
     */
    public static BarInterval parse(String text) {
        for (BarInterval interval : values()) {
            if (interval.code.equals(text)) {
                return interval;
            }
        }
        throw new IllegalArgumentException("interval must be one of 1m 5m 15m 30m 1h 4h 1d 1w, was '" + text + "'");
    }

    /**
     * Returns the length on the clock.
     *
     * @return the time from the start of one bar to the start of the next, sessions and weekends aside
     */
    public Duration duration() {
        return duration;
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return code;
    }
}
