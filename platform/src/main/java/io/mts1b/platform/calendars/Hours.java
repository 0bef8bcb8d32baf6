package io.mts1b.platform.calendars;

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

    /** Copies. */
    public Hours {
        breaks = List.copyOf(breaks);
    }

    /** An interruption, in minutes after midnight. */
    record Break(int start, int end) {}
}
