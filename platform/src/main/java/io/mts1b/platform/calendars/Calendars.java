package io.mts1b.platform.calendars;

import io.mts1b.foundation.Require;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The calendars of the house, by name.
 *
 * <p>Thread-safe. A calendar is compiled when it is first asked for, which takes tens of milliseconds in a warm
 * JVM, and kept.
 */
public final class Calendars {

    private static final List<String> NAMES = List.of(
            "24-5", "24-7", "BVMF", "CMES", "IEPA", "XAMS", "XASX", "XBOM", "XBRU", "XCBF", "XCSE", "XDUB", "XETR",
            "XEUR", "XFRA", "XHEL", "XHKG", "XJSE", "XLON", "XMAD", "XMEX", "XMIL", "XNAS", "XNYS", "XNZE", "XOSL",
            "XPAR", "XSES", "XSTO", "XSWX", "XTKS", "XTSE", "XWAR", "XWBO");

    /** What only other calendars include. */
    private static final List<String> TABLES = List.of("lunar");

    private static final Map<String, String> ALIASES =
            Map.of("FX", "24-5", "24/5", "24-5", "CRYPTO", "24-7", "24/7", "24-7");

    private static final ConcurrentMap<String, TradingCalendar> COMPILED = new ConcurrentHashMap<>();

    private Calendars() {}

    /**
     * Returns the names of all calendars.
     *
     * @return ISO 10383 market identifiers and the house's own names, in order
     */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Returns one calendar.
     *
     * @param name its name, in capitals or not; {@code FX} and {@code 24/5} stand for {@code 24-5}, {@code crypto}
     *     and {@code 24/7} for {@code 24-7}
     * @return the calendar
     * @throws IllegalArgumentException if there is none of that name
     */
    public static TradingCalendar of(String name) {
        String capitals = name.toUpperCase(Locale.ROOT);
        String key = ALIASES.getOrDefault(capitals, capitals);
        if (!NAMES.contains(key)) {
            throw new IllegalArgumentException("calendar must be one of " + NAMES + ", was '" + name + "'");
        }
        return COMPILED.computeIfAbsent(key, missing -> parse(missing, library(missing)));
    }

    /**
     * Reads a calendar of the user's own, in the form of the house's.
     *
     * <pre>{@code
     * # The desk of Example Capital: New York without the Friday after Thanksgiving.
     * calendar  DESK  Example Capital
     * include   XNYS
     * known     2024-01-01 to 2027-12-31
     * source    Memo  Example Capital, memo of 3 May 2024
     *
     * closed
     *   Desk holiday:  4th Thursday of November +1
     *   Office moved:  2024-05-17 2024-05-20 [Memo]
     *
     * closes 14:00
     *   Summer:        every Friday, since 2024-07-01, until 2024-08-31
     * }</pre>
     *
     * <p><b>Headers</b> stand at the margin: {@code calendar <name> <title>}, {@code zone <zone id>}, {@code known
     * <date> to <date>[, announced to <date>]}, {@code week <weekday> to <weekday>}, {@code source <label>
     * <text>}, and {@code include <name>}, which reads a file of the house, all but its name, as if it
     * stood here. What is said again counts as said last. A {@code #} at the margin or after a blank begins a
     * comment.
     *
     * <p><b>Sections</b> follow, their lines indented. {@code hours} holds the regular hours, oldest first:
     * {@code [day before ]<time>-<time>[, break <time>-<time>]...[, until <date>]}. The others hold lines
     * {@code <reason>: <days> [<source>]}: {@code closed}, {@code open} (a session on a day that would have none),
     * {@code opens <time>}, {@code closes <time>}, and {@code feast} (dates under a name, to be used as days
     * below). A line without a reason goes on with the one before. Of several special closes the earliest counts, of several special opens the latest; a break
     * that no longer lies within the session is dropped.
     *
     * <p><b>Days</b> are dates and spans ({@code 2012-10-29 2012-11-01 to 2012-11-03}), which must name their
     * source, or one of {@code July 4}, {@code 3rd Monday of January}, {@code last Monday of May}, {@code Monday
     * before May 25} (or {@code on or before}, {@code after}, {@code on or after}), {@code every Wednesday},
     * {@code Easter} or a feast, each with an offset in days if need be ({@code Easter -2}). What follows after
     * commas bends them in the order written: {@code since} and {@code until} a year or a date, {@code in} or
     * {@code not} some years ({@code in 1968 1972-1980}), {@code on} some weekdays, {@code Sunday to Monday}
     * (kept on the nearest such weekday), {@code weekend to Monday}, {@code Sunday to free day} (made good on the
     * next day that would otherwise have a session).
     *
     * @param text its file
     * @return the calendar
     * @throws IllegalArgumentException if a line is not of the form; the message begins with its number
     */
    public static TradingCalendar parse(String text) {
        return parse("calendar", text);
    }

    private static TradingCalendar parse(String origin, String text) {
        return CalendarCompiler.compile(CalendarText.parse(origin, text, Calendars::library));
    }

    private static String library(String name) {
        Require.that(
                NAMES.contains(name) || TABLES.contains(name),
                "include must be one of " + NAMES + " or " + TABLES + ", was '" + name + "'");
        try (InputStream file = Objects.requireNonNull(Calendars.class.getResourceAsStream(name + ".calendar"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
