package io.mts1b.platform.calendars;

import io.mts1b.foundation.Require;
import java.time.LocalDate;
import java.util.List;

/**
 * The hours of a regular session, in minutes after the midnight that begins its day.
 *
 * @param open when it opens; negative if on the day before
 * @param close when it closes; 1440 is the midnight that ends the day
 * @param breaks the interruptions, in order
 * @param until the last day these hours were kept
 */
record Hours(int open, int close, List<Break> breaks, LocalDate until) {

    /** Validates, and copies. */
    public Hours {
        breaks = List.copyOf(breaks);
        Require.that(open < close, "hours must close after they open");
        int from = open;
        for (Break pause : breaks) {
            Require.that(
                    pause.start() > from && pause.start() < pause.end() && pause.end() < close,
                    "breaks must be in order and within the hours");
            from = pause.end();
        }
    }

    /** An interruption, in minutes after midnight. */
    record Break(int start, int end) {}
}
