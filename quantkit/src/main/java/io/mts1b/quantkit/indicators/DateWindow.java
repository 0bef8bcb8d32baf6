package io.mts1b.quantkit.indicators;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Tells when a week, month or year begins; dates rise. */
final class DateWindow {

    private final String length;
    private long until = Long.MIN_VALUE;

    DateWindow(String length) {
        this.length = length;
    }

    /** Takes a date; returns whether it is the first one of its window. */
    boolean begins(long epochDay) {
        if (epochDay < until) {
            return false;
        }
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        until = switch (length) {
            case "day" -> epochDay + 1;
            case "week" -> date.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).toEpochDay();
            case "month" -> date.with(TemporalAdjusters.firstDayOfNextMonth()).toEpochDay();
            case "year" -> date.with(TemporalAdjusters.firstDayOfNextYear()).toEpochDay();
            default -> Long.MAX_VALUE;
        };
        return true;
    }
}
