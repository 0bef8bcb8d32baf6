package io.mts1b.platform.calendars;

import io.mts1b.foundation.Require;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words of a calendar's file: weekdays and months spelled out, dates, years and runs of them. */
final class CalendarWords {

    private static final int YEAR_LENGTH = 4;

    private CalendarWords() {}

    /**
     * Reads dates.
     *
     * @param text dates and spans of dates, set apart by spaces
     * @return the dates, spans spelled out
     * @throws IllegalArgumentException if it is anything else
     */
    static List<LocalDate> dates(String text) {
        String[] words = text.split(" ", -1);
        List<LocalDate> dates = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("to") && i > 0 && i + 1 < words.length) {
                i++;
                LocalDate last = LocalDate.parse(words[i]);
                Require.that(dates.getLast().isBefore(last), "a run must go forward, was to " + last);
                dates.getLast().plusDays(1).datesUntil(last.plusDays(1)).forEach(dates::add);
            } else {
                dates.add(LocalDate.parse(words[i]));
            }
        }
        return dates;
    }

    /**
     * Reads weekdays.
     *
     * @param text weekdays set apart by spaces, or the first and the last of a run such as
     *     {@code Monday to Friday}
     * @return the weekdays
     * @throws IllegalArgumentException if it is anything else
     */
    static List<DayOfWeek> weekdays(String text) {
        String[] ends = text.split(" to ", -1);
        if (ends.length == 2) {
            return range(weekday(ends[0]).getValue(), weekday(ends[1]).getValue())
                    .mapToObj(DayOfWeek::of)
                    .toList();
        }
        return Arrays.stream(text.split(" ", -1)).map(CalendarWords::weekday).toList();
    }

    /**
     * Reads years.
     *
     * @param text years and runs of years such as {@code 1999 2001-2003}
     * @return the years, runs spelled out
     * @throws IllegalArgumentException if it is anything else
     */
    static List<Integer> years(String text) {
        return Arrays.stream(text.split(" ", -1))
                .flatMap(word -> {
                    String[] ends = word.split("-", 2);
                    return range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                            .boxed();
                })
                .toList();
    }

    /**
     * Reads the start of a span.
     *
     * @param text a date, or a year
     * @return the date, or the first day of the year
     */
    static LocalDate firstDay(String text) {
        return text.length() == YEAR_LENGTH ? LocalDate.of(Integer.parseInt(text), 1, 1) : LocalDate.parse(text);
    }

    /**
     * Reads the end of a span.
     *
     * @param text a date, or a year
     * @return the date, or the last day of the year
     */
    static LocalDate lastDay(String text) {
        return text.length() == YEAR_LENGTH ? firstDay(text).plusYears(1).minusDays(1) : LocalDate.parse(text);
    }

    /**
     * Reads a weekday.
     *
     * @param name its name, such as {@code Monday}
     * @return the weekday
     */
    static DayOfWeek weekday(String name) {
        return named(DayOfWeek.values(), "weekday", name);
    }

    /**
     * Reads a month.
     *
     * @param name its name, such as {@code January}
     * @return the month
     */
    static Month month(String name) {
        return named(Month.values(), "month", name);
    }

    /**
     * Returns a regular expression for one of some names.
     *
     * @param values the weekdays or the months
     * @return the names in a capturing group
     */
    static String oneOf(Enum<?>[] values) {
        return Stream.of(values).map(CalendarWords::spelled).collect(Collectors.joining("|", "(", ")"));
    }

    /**
     * Matches a whole text.
     *
     * @param pattern the form
     * @param text the text
     * @param form the form in words
     * @return the groups
     * @throws IllegalArgumentException if the text is not of the form
     */
    static Matcher matched(Pattern pattern, String text, String form) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be " + form + ", was '" + text + "'");
        }
        return matcher;
    }

    private static IntStream range(int first, int last) {
        Require.that(first <= last, "a run must go forward, was " + first + " to " + last);
        return IntStream.rangeClosed(first, last);
    }

    private static <E extends Enum<E>> E named(E[] values, String kind, String name) {
        return Stream.of(values)
                .filter(each -> spelled(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kind + " must be spelled out, was '" + name + "'"));
    }

    private static String spelled(Enum<?> value) {
        return value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
