package io.mts1b.platform.messaging;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.Require;
import io.mts1b.platform.messaging.Span.Style;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text with named fields, such as <code>**{fund}** lost {percent} %: `{reason}`</code>.
 *
 * <p>{@code **} begins and ends bold text, a backtick text in letters of one width, <code>{{</code> and <code>}}</code> are
 * braces. What is filled in is never read for any of this. Immutable.
 */
public final class MessageTemplate {

    /** One value must not push the rest of a message off the screen. */
    private static final int LONGEST_VALUE = 2_000;

    private final List<Part> parts;
    private final Set<String> fields = new LinkedHashSet<>();

    /** A text, or the name of a field. */
    private record Part(Style style, String text, boolean field) {}

    private MessageTemplate(List<Part> parts) {
        this.parts = List.copyOf(parts);
        parts.stream().filter(Part::field).map(Part::text).forEach(fields::add);
    }

    /**
     * Reads a template.
     *
     * @param text the template
     * @return the template
     * @throws IllegalArgumentException if a brace, {@code **} or backtick is left open, or the name of a field is not letters,
     *     digits, {@code _} and {@code -}
     */
    public static MessageTemplate parse(String text) {
        return new MessageTemplate(new Reader(text).read());
    }

    /** Reads a template from left to right; used once. */
    private static final class Reader {
        private final String text;
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();
        private Style style = Style.PLAIN;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private List<Part> read() {
            while (at < text.length()) {
                char c = text.charAt(at);
                boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
                switch (c) {
                    case '`' -> mark(Style.CODE, 1);
                    case '*' -> mark(twice ? Style.BOLD : Style.PLAIN, twice ? 2 : 1);
                    case '{', '}' -> brace(c, twice);
                    default -> literal(1);
                }
            }
            Require.that(style == Style.PLAIN, "template must end its " + style + " text, was " + Quoted.of(text));
            flush();
            return parts;
        }

        /** A mark of another style than the one that is on is text like any other, and so is a single star. */
        private void mark(Style mark, int length) {
            if (mark == Style.PLAIN || (style != Style.PLAIN && style != mark)) {
                literal(length);
                return;
            }
            flush();
            style = style == mark ? Style.PLAIN : mark;
            at += length;
        }

        private void brace(char brace, boolean twice) {
            if (twice) {
                at++;
                literal(1);
                return;
            }
            Require.that(brace == '{', "template must open the brace closed at " + at + ", was " + Quoted.of(text));
            int end = text.indexOf('}', at);
            Require.that(end > 0, "template must close the brace at " + at + ", was " + Quoted.of(text));
            flush();
            parts.add(new Part(style, Require.token("field", text.substring(at + 1, end), 64), true));
            at = end + 1;
        }

        private void literal(int length) {
            literal.append(text, at, at + length);
            at += length;
        }

        private void flush() {
            if (!literal.isEmpty()) {
                parts.add(new Part(style, literal.toString(), false));
                literal.setLength(0);
            }
        }
    }

    /**
     * Fills the fields in.
     *
     * @param severity how much the message matters
     * @param key what it is about
     * @param values by the names of the fields; a value of more than 2000 characters is cut, and says so
     * @return the message
     * @throws IllegalArgumentException if a field has no value, or a value no field
     */
    public Message fill(Severity severity, String key, Map<String, String> values) {
        Require.that(
                values.keySet().equals(fields),
                "values must be given for " + fields + ", were for " + new TreeSet<>(values.keySet()));
        List<Span> body = new ArrayList<>();
        for (Part part : parts) {
            String value = part.field() ? Require.present(values.get(part.text()), part.text()) : part.text();
            body.add(new Span(part.style(), part.field() ? shortened(value) : value));
        }
        return new Message(severity, key, body);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE
                ? value
                : value.substring(0, LONGEST_VALUE) + "… (" + value.length() + " characters)";
    }
}
