package io.mts1b.platform.calendars;

import io.mts1b.foundation.Require;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of a regular session, in minutes after the midnight that begins its day.
 *
 * @param open when it opens; negative if on the day before
 * @param close when it closes; 1440 is the midnight that ends the day
 * @param breaks the interruptions, in order
 * @param until the last day these hours were kept
 */
record Hours(int open, int close, List<Break> breaks, LocalDate until) {

    private static final int MINUTES_AN_HOUR = 60;
    private static final int MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

    private static final Pattern TIME = Pattern.compile("(\\d\\d):(\\d\\d)");
    private static final Pattern BREAK = Pattern.compile(", break ([^-,]+)-([^-,]+)");
    private static final Pattern HOURS =
            Pattern.compile("(day before )?(\\S+)-(\\S+?)((?:, break \\S+-\\S+?)*)(?:, until (\\S+))?");

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

    /**
     * Reads a line such as {@code 09:00-15:00, break 11:30-12:30, until 2024-11-04}.
     *
     * @param text the line
     * @return the hours
     * @throws IllegalArgumentException if it is not of the form
     */
    static Hours parse(String text) {
        Matcher found =
                CalendarWords.matched(HOURS, text, "[day before ]<time>-<time>[, break <time>-<time>][, until <date>]");
        List<Break> breaks = new ArrayList<>();
        Matcher pause = BREAK.matcher(found.group(4));
        while (pause.find()) {
            breaks.add(new Break(minute(pause.group(1)), minute(pause.group(2))));
        }
        int open = minute(found.group(2)) - (found.group(1) == null ? 0 : MINUTES_A_DAY);
        LocalDate until = found.group(5) == null ? LocalDate.MAX : LocalDate.parse(found.group(5));
        return new Hours(open, minute(found.group(3)), breaks, until);
    }

    /**
     * Reads a time of day.
     *
     * @param text a time from 00:00 to 24:00
     * @return minutes after midnight
     * @throws IllegalArgumentException if it is anything else
     */
    static int minute(String text) {
        Matcher time = CalendarWords.matched(TIME, text, "a time from 00:00 to 24:00");
        int minute = Integer.parseInt(time.group(2));
        int minutes = Integer.parseInt(time.group(1)) * MINUTES_AN_HOUR + minute;
        Require.that(minute < MINUTES_AN_HOUR && minutes <= MINUTES_A_DAY, "time must be 00:00 to 24:00, was " + text);
        return minutes;
    }
}
