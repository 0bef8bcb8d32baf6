package io.mts1b.platform.messaging;

import java.util.Objects;

/**
 * A piece of a message in one style. Its text is data: a channel writes it so that it cannot be taken for markup.
 *
 * @param style how it looks
 * @param text any text; control characters other than a line feed, and halves of characters, become U+FFFD
 */
public record Span(Style style, String text) {

    private static final char REPLACEMENT = '\uFFFD';

    /** How a piece looks. */
    public enum Style {
        /** As it is. */
        PLAIN,
        /** Bold. */
        BOLD,
        /** In letters of one width. */
        CODE
    }

    /** Cleans. */
    public Span {
        Objects.requireNonNull(style, "style");
        text = clean(text);
    }

    /**
     * Makes a plain piece.
     *
     * @param text its text
     * @return the piece
     */
    public static Span plain(String text) {
        return new Span(Style.PLAIN, text);
    }

    private static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean odd = (Character.isISOControl(c) && c != '\n')
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
            out.appendCodePoint(odd ? REPLACEMENT : c);
        });
        return out.toString();
    }
}
