package io.mts1b.platform.calendars;

import io.mts1b.platform.calendars.CalendarRules.Known;
import io.mts1b.platform.calendars.DayPattern.Dates;
import io.mts1b.platform.calendars.DayRule.Effect;
import io.mts1b.platform.calendars.DayRule.Effect.Closed;
import io.mts1b.platform.calendars.DayRule.Effect.ClosesAt;
import io.mts1b.platform.calendars.DayRule.Effect.Open;
import io.mts1b.platform.calendars.DayRule.Effect.OpensAt;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file of a calendar, line by line; {@link Calendars#parse} tells the form. Confined to one thread;
 * used once.
 */
final class CalendarText {

    private static final int MINUTES_AN_HOUR = 60;
    private static final int MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

    private static final Pattern COMMENT = Pattern.compile("(^|\\s+)#.*");
    private static final Pattern KNOWN = Pattern.compile("(\\S+) to (\\S+?)(?:, announced to (\\S+))?");
    private static final Pattern HOURS =
            Pattern.compile("(day before )?(\\S+)-(\\S+?)((?:, break \\S+-\\S+?)*)(?:, until (\\S+))?");
    private static final Pattern BREAK = Pattern.compile(", break ([^-,]+)-([^-,]+)");
    private static final Pattern TIME = Pattern.compile("(\\d\\d):(\\d\\d)");
    private static final Pattern ENTRY = Pattern.compile("(.+?): +(.+?)(?: +\\[([^\\]]+)\\])?");

    private final UnaryOperator<String> library;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, Dates> feasts = new LinkedHashMap<>();
    private final List<String> included = new ArrayList<>();
    private final List<Hours> hours = new ArrayList<>();
    private final List<DayRule> lines = new ArrayList<>();

    private @Nullable String name;
    private String title = "";
    private @Nullable ZoneId zone;
    private @Nullable Known known;
    private List<DayOfWeek> week = List.of();
    private String section = "";

    private CalendarText(UnaryOperator<String> library) {
        this.library = library;
    }

    /**
     * Reads.
     *
     * @param origin what the text is called in errors
     * @param text the text
     * @param library gives the text that a line {@code include} names
     * @return the rules
     * @throws IllegalArgumentException if a line is not of the form; the message tells which
     */
    static CalendarRules parse(String origin, String text, UnaryOperator<String> library) {
        CalendarText reader = new CalendarText(library);
        reader.read(origin, text);
        return reader.rules(origin);
    }

    private CalendarRules rules(String origin) {
        try {
            return new CalendarRules(
                    stated("calendar", name), title, stated("zone", zone), stated("known", known), week, hours, lines);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(origin + ": " + e.getMessage(), e);
        }
    }

    private void read(String origin, String text) {
        String[] raw = text.split("\n", -1);
        for (int i = 0; i < raw.length; i++) {
            int first = i;
            StringBuilder line = new StringBuilder(content(raw[i]));
            while (isEntry(line) && i + 1 < raw.length && isContinuation(raw[i + 1])) {
                i++;
                line.append(' ').append(content(raw[i]).strip());
            }
            try {
                readLine(line.toString());
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException(origin + ":" + (first + 1) + ": " + e.getMessage(), e);
            }
        }
    }

    private void readLine(String line) {
        if (line.isBlank()) {
            return;
        }
        if (line.startsWith(" ")) {
            readEntry(line.strip());
        } else {
            readHeader(line);
        }
    }

    private void readHeader(String line) {
        String[] words = line.split(" +", 2);
        String rest = words.length == 2 ? words[1] : "";
        section = "";
        switch (words[0]) {
            case "calendar" -> name(rest);
            case "zone" -> zone = ZoneId.of(rest);
            case "known" -> known = known(rest);
            case "week" -> week = DayRuleText.weekdays(rest);
            case "source" -> sources.put(rest.split(" +", 2)[0], rest);
            case "include" -> include(rest);
            case "hours" -> {
                section = line;
                hours.clear();
            }
            case "closed", "open", "closes", "opens", "feast" -> section = line;
            default ->
                throw new IllegalArgumentException("line must begin with calendar, zone, known, week, source, include,"
                        + " hours, feast, closed, open, closes or opens, was '" + words[0] + "'");
        }
    }

    /** An included file lends everything but its name. */
    private void name(String text) {
        if (name == null) {
            String[] words = text.split(" +", 2);
            name = words[0];
            title = words.length == 2 ? words[1] : "";
        }
    }

    private void include(String other) {
        if (included.contains(other)) {
            throw new IllegalArgumentException("include must name a file once, was " + other + " again");
        }
        included.add(other);
        read(other, library.apply(other));
        section = "";
    }

    private void readEntry(String line) {
        switch (section.split(" ", 2)[0]) {
            case "" -> throw new IllegalArgumentException("entry must stand in a section, was '" + line + "'");
            case "hours" -> hours.add(hours(line));
            case "feast" -> {
                Matcher entry = matched(ENTRY, line, "<feast>: <dates> [<source>]");
                requireSource(entry.group(3), true);
                feasts.put(entry.group(1), new Dates(DayRuleText.dates(entry.group(2))));
            }
            default -> lines.add(line(line));
        }
    }

    private DayRule line(String text) {
        Matcher entry = matched(ENTRY, text, "<name>: <days> [<source>]");
        DayRuleText days = new DayRuleText(entry.group(2), feasts);
        Optional<String> source = requireSource(entry.group(3), days.isDated());
        return new DayRule(effect(), entry.group(1), days.days(), days.substituted(), source);
    }

    private Effect effect() {
        String[] words = section.split(" +", 2);
        return switch (words[0]) {
            case "closed" -> new Closed();
            case "open" -> new Open();
            case "opens" -> new OpensAt(minute(words[words.length - 1]));
            case "closes" -> new ClosesAt(minute(words[words.length - 1]));
            default -> throw new IllegalStateException("unknown section " + section);
        };
    }

    private Optional<String> requireSource(@Nullable String label, boolean isWanted) {
        if (label == null) {
            if (isWanted) {
                throw new IllegalArgumentException("dates must name their [source]");
            }
            return Optional.empty();
        }
        String source = sources.get(label);
        if (source == null) {
            throw new IllegalArgumentException("source must be one of " + sources.keySet() + ", was " + label);
        }
        return Optional.of(source);
    }

    private static Known known(String text) {
        Matcher range = matched(KNOWN, text, "<date> to <date>[, announced to <date>]");
        LocalDate last = LocalDate.parse(range.group(2));
        String announced = range.group(3);
        return new Known(LocalDate.parse(range.group(1)), last, announced == null ? last : LocalDate.parse(announced));
    }

    private static Hours hours(String text) {
        Matcher found = matched(HOURS, text, "[day before ]<time>-<time>[, break <time>-<time>][, until <date>]");
        List<Hours.Break> breaks = new ArrayList<>();
        Matcher pause = BREAK.matcher(found.group(4));
        while (pause.find()) {
            breaks.add(new Hours.Break(minute(pause.group(1)), minute(pause.group(2))));
        }
        int open = minute(found.group(2)) - (found.group(1) == null ? 0 : MINUTES_A_DAY);
        LocalDate until = found.group(5) == null ? LocalDate.MAX : LocalDate.parse(found.group(5));
        return new Hours(open, minute(found.group(3)), breaks, until);
    }

    private static int minute(String text) {
        Matcher time = matched(TIME, text, "a time from 00:00 to 24:00");
        int minute = Integer.parseInt(time.group(1)) * MINUTES_AN_HOUR + Integer.parseInt(time.group(2));
        if (minute > MINUTES_A_DAY || Integer.parseInt(time.group(2)) >= MINUTES_AN_HOUR) {
            throw new IllegalArgumentException("time must be 00:00 to 24:00, was " + text);
        }
        return minute;
    }

    private static Matcher matched(Pattern pattern, String text, String form) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be " + form + ", was '" + text + "'");
        }
        return matcher;
    }

    private static String content(String line) {
        return COMMENT.matcher(line).replaceAll("").stripTrailing();
    }

    private static boolean isEntry(CharSequence line) {
        return !line.isEmpty() && line.charAt(0) == ' ';
    }

    /** Dates that did not fit on the line before. */
    private static boolean isContinuation(String line) {
        String content = content(line);
        return isEntry(content) && !content.contains(": ") && content.strip().matches("\\d{4}-.*");
    }

    private static <T> T stated(String header, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("calendar must have a line '" + header + "'");
        }
        return value;
    }
}
