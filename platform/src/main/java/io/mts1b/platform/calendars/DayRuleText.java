package io.mts1b.platform.calendars;

import io.mts1b.platform.calendars.DayPattern.Dates;
import io.mts1b.platform.calendars.DayPattern.EasterSunday;
import io.mts1b.platform.calendars.DayPattern.EveryWeekday;
import io.mts1b.platform.calendars.DayPattern.InYears;
import io.mts1b.platform.calendars.DayPattern.Moved;
import io.mts1b.platform.calendars.DayPattern.NthWeekday;
import io.mts1b.platform.calendars.DayPattern.OnWeekdays;
import io.mts1b.platform.calendars.DayPattern.Plus;
import io.mts1b.platform.calendars.DayPattern.Side;
import io.mts1b.platform.calendars.DayPattern.WeekdayNear;
import io.mts1b.platform.calendars.DayPattern.Within;
import io.mts1b.platform.calendars.DayPattern.YearlyDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the days of one line: what they are, then what bends them, in the order written and set apart by
 * commas. {@link Calendars#parse} tells the form.
 */
final class DayRuleText {

    private static final String WEEKDAY = CalendarWords.oneOf(DayOfWeek.values());
    private static final String MONTH = CalendarWords.oneOf(Month.values());
    private static final Pattern DATES = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");
    private static final Pattern OFFSET = Pattern.compile("(.+) ([+-]\\d{1,3})");
    private static final Pattern YEARLY = Pattern.compile(MONTH + " (\\d{1,2})");
    private static final Pattern NTH = Pattern.compile("(1st|2nd|3rd|4th|5th|last) " + WEEKDAY + " of " + MONTH);
    private static final Pattern NEAR =
            Pattern.compile(WEEKDAY + " (before|on or before|after|on or after) " + MONTH + " (\\d{1,2})");
    private static final Pattern EVERY = Pattern.compile("every " + WEEKDAY);
    private static final Pattern MOVED = Pattern.compile("(weekend|" + WEEKDAY + ") to (" + WEEKDAY + "|free day)");

    private final Map<String, Dates> feasts;
    private final List<DayOfWeek> substituted = new ArrayList<>();
    private DayPattern days;
    private boolean isDated;

    /**
     * Reads.
     *
     * @param text the days of one line
     * @param feasts the tables it may name
     * @throws IllegalArgumentException if a part is not of the form
     */
    DayRuleText(String text, Map<String, Dates> feasts) {
        this.feasts = feasts;
        String[] parts = text.split(", *", -1);
        this.days = base(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            bend(parts[i]);
        }
    }

    /**
     * Returns what was read.
     *
     * @return the pattern
     */
    DayPattern days() {
        return days;
    }

    /**
     * Returns the weekdays on which the holiday is made good later.
     *
     * @return mostly none
     */
    List<DayOfWeek> substituted() {
        return substituted;
    }

    /**
     * Tells whether the line states dates, which somebody must have said.
     *
     * @return false if it is a rule or names a feast
     */
    boolean isDated() {
        return isDated;
    }

    private DayPattern base(String text) {
        if (DATES.matcher(text).matches()) {
            isDated = true;
            return new Dates(CalendarWords.dates(text));
        }
        Matcher offset = OFFSET.matcher(text);
        return offset.matches() ? new Plus(anchor(offset.group(1)), Integer.parseInt(offset.group(2))) : anchor(text);
    }

    private DayPattern anchor(String text) {
        Matcher yearly = YEARLY.matcher(text);
        if (yearly.matches()) {
            return new YearlyDay(CalendarWords.month(yearly.group(1)), Integer.parseInt(yearly.group(2)));
        }
        Matcher nth = NTH.matcher(text);
        if (nth.matches()) {
            int n = nth.group(1).equals("last") ? -1 : nth.group(1).charAt(0) - '0';
            return new NthWeekday(n, CalendarWords.weekday(nth.group(2)), CalendarWords.month(nth.group(3)));
        }
        Matcher near = NEAR.matcher(text);
        if (near.matches()) {
            Side side = Side.valueOf(near.group(2).replace(' ', '_').toUpperCase(Locale.ROOT));
            YearlyDay day = new YearlyDay(CalendarWords.month(near.group(3)), Integer.parseInt(near.group(4)));
            return new WeekdayNear(CalendarWords.weekday(near.group(1)), side, day);
        }
        Matcher every = EVERY.matcher(text);
        if (every.matches()) {
            return new EveryWeekday(CalendarWords.weekday(every.group(1)));
        }
        if (text.equals("Easter")) {
            return new EasterSunday();
        }
        Dates feast = feasts.get(text);
        if (feast == null) {
            throw new IllegalArgumentException("days must be dates, a rule or a feast, was '" + text + "'");
        }
        return feast;
    }

    private void bend(String text) {
        String[] words = text.split(" ", 2);
        String rest = words.length == 2 ? words[1] : "";
        switch (words[0]) {
            case "since" -> days = new Within(days, CalendarWords.firstDay(rest), LocalDate.MAX);
            case "until" -> days = new Within(days, LocalDate.MIN, CalendarWords.lastDay(rest));
            case "in" -> days = new InYears(days, CalendarWords.years(rest), true);
            case "not" -> days = new InYears(days, CalendarWords.years(rest), false);
            case "on" -> days = new OnWeekdays(days, CalendarWords.weekdays(rest));
            default -> move(text);
        }
    }

    private void move(String text) {
        Matcher moved = MOVED.matcher(text);
        if (!moved.matches()) {
            throw new IllegalArgumentException(
                    "what bends a rule must be since, until, in, not, on or '<weekday> to <weekday>', was '" + text
                            + "'");
        }
        List<DayOfWeek> from = moved.group(1).equals("weekend")
                ? List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                : List.of(CalendarWords.weekday(moved.group(1)));
        if (moved.group(3).equals("free day")) {
            substituted.addAll(from);
        } else {
            from.forEach(each -> days = new Moved(days, each, CalendarWords.weekday(moved.group(3))));
        }
    }
}
