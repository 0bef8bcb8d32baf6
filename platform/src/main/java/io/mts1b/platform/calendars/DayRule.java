package io.mts1b.platform.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One line of a calendar: what happens to trading on some days, and why.
 *
 * @param effect what happens
 * @param name why, such as {@code Hurricane Sandy}
 * @param days on which days
 * @param substituted the weekdays on which a holiday is lost and made good on the next day that is free
 * @param source who says so; empty only where {@code days} is a rule and the calendar's sources cover it
 */
record DayRule(Effect effect, String name, DayPattern days, List<DayOfWeek> substituted, Optional<String> source) {

    /** Copies. */
    public DayRule {
        substituted = List.copyOf(substituted);
    }

    /** What a line does to trading. */
    sealed interface Effect {

        /** No session. */
        record Closed() implements Effect {}

        /** A session although the day is a holiday or outside the trading week. */
        record Open() implements Effect {}

        /** A session that opens at another time, in minutes after midnight. */
        record OpensAt(int minute) implements Effect {}

        /** A session that closes at another time, in minutes after midnight. */
        record ClosesAt(int minute) implements Effect {}
    }

    /**
     * Tells whether a holiday is made good on another day.
     *
     * @param date a day of this rule
     * @return true if it falls on a day where it would be lost
     */
    boolean isSubstituted(LocalDate date) {
        return substituted.contains(date.getDayOfWeek());
    }
}
