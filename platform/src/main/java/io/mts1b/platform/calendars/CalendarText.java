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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file of a calendar, line by line; {@link Calendars#parse} tells the form. Confined to one thread;
 * used once.
 */
final class CalendarText {

    private static final Pattern COMMENT = Pattern.compile("(^|\\s+)#.*");
    private static final Pattern KNOWN = Pattern.compile("(\\S+) to (\\S+?)(?:, announced to (\\S+))?");
    private static final Pattern SOURCE = Pattern.compile("(\\S+) +(.+)");
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
    private Consumer<String> section = CalendarText::standAlone;
    private int including;

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
            while (isNamed(line) && i + 1 < raw.length && isContinuation(content(raw[i + 1]))) {
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
        if (isEntry(line)) {
            section.accept(line.strip());
        } else {
            String[] words = line.split(" +", 2);
            section = CalendarText::standAlone;
            readHeader(words[0], words.length == 2 ? words[1] : "");
        }
    }

    private void readHeader(String header, String rest) {
        switch (header) {
            case "calendar" -> name(rest);
            case "zone" -> zone = ZoneId.of(rest);
            case "known" -> known = known(rest);
            case "week" -> week = CalendarWords.weekdays(rest);
            case "source" -> source(rest);
            case "include" -> include(rest);
            default -> section = section(header, rest);
        }
    }

    /** Returns what to do with the entries of a section. */
    private Consumer<String> section(String header, String rest) {
        if (List.of("hours", "feast", "closed", "open").contains(header) && !rest.isEmpty()) {
            throw new IllegalArgumentException("section " + header + " must stand alone on its line, was with " + rest);
        }
        return switch (header) {
            case "hours" -> {
                hours.clear();
                yield entry -> hours.add(Hours.parse(entry));
            }
            case "feast" -> this::feast;
            case "closed" -> linesOf(new Closed());
            case "open" -> linesOf(new Open());
            case "opens" -> linesOf(new OpensAt(Hours.minute(rest)));
            case "closes" -> linesOf(new ClosesAt(Hours.minute(rest)));
            default ->
                throw new IllegalArgumentException("line must begin with calendar, zone, known, week, source, include,"
                        + " hours, feast, closed, open, closes or opens, was '" + header + "'");
        };
    }

    private Consumer<String> linesOf(Effect effect) {
        return entry -> lines.add(line(effect, entry));
    }

    private static void standAlone(String entry) {
        throw new IllegalArgumentException("entry must stand in a section, was '" + entry + "'");
    }

    private void name(String text) {
        if (including == 0) {
            String[] words = text.split(" +", 2);
            name = words[0];
            title = words.length == 2 ? words[1] : "";
        }
    }

    private void source(String text) {
        Matcher source = CalendarWords.matched(SOURCE, text, "<label> <text>");
        sources.put(source.group(1), source.group(2));
    }

    private void include(String other) {
        if (included.contains(other)) {
            throw new IllegalArgumentException("include must name a file once, was " + other + " again");
        }
        included.add(other);
        including++;
        read(other, library.apply(other));
        including--;
        section = CalendarText::standAlone;
    }

    private void feast(String text) {
        Matcher entry = CalendarWords.matched(ENTRY, text, "<feast>: <dates> [<source>]");
        requireSource(entry.group(3), true);
        feasts.put(entry.group(1), new Dates(CalendarWords.dates(entry.group(2))));
    }

    private DayRule line(Effect effect, String text) {
        Matcher entry = CalendarWords.matched(ENTRY, text, "<name>: <days> [<source>]");
        DayRuleText days = new DayRuleText(entry.group(2), feasts);
        Optional<String> source = requireSource(entry.group(3), days.isDated());
        return new DayRule(effect, entry.group(1), days.days(), days.substituted(), source);
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
        Matcher range = CalendarWords.matched(KNOWN, text, "<date> to <date>[, announced to <date>]");
        LocalDate last = LocalDate.parse(range.group(2));
        String announced = range.group(3);
        return new Known(LocalDate.parse(range.group(1)), last, announced == null ? last : LocalDate.parse(announced));
    }

    private static String content(String line) {
        return COMMENT.matcher(line).replaceAll("").stripTrailing();
    }

    private static boolean isNamed(CharSequence line) {
        return isEntry(line) && line.toString().contains(": ");
    }

    /** A line without a reason goes on with the one before. */
    private static boolean isContinuation(String line) {
        return isEntry(line) && !isNamed(line);
    }

    private static boolean isEntry(CharSequence line) {
        return !line.isEmpty() && line.charAt(0) == ' ';
    }

    private static <T> T stated(String header, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("calendar must have a line '" + header + "'");
        }
        return value;
    }
}
