package io.mts1b.platform.messaging;

import io.mts1b.foundation.Require;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What somebody is told.
 *
 * @param severity how much it matters
 * @param key what it is about, 1 to 128 visible characters: messages of one key within a window are one message
 * @param body its pieces in order, together 1 to 65536 characters
 */
public record Message(Severity severity, String key, List<Span> body) {

    private static final int LONGEST = 1 << 16;

    /** Validates, and copies. */
    public Message {
        Objects.requireNonNull(severity, "severity");
        Require.visible("key", key, 128);
        body = List.copyOf(body);
        int length = body.stream().mapToInt(span -> span.text().length()).sum();
        Require.that(length >= 1 && length <= LONGEST, "body must be 1 to " + LONGEST + " characters, was " + length);
    }

    /**
     * Makes a message in plain text.
     *
     * @param severity how much it matters
     * @param key what it is about
     * @param text its text
     * @return the message
     */
    public static Message of(Severity severity, String key, String text) {
        return new Message(severity, key, List.of(Span.plain(text)));
    }

    /**
     * Returns the text without its styles.
     *
     * @return the text of all pieces
     */
    public String text() {
        return body.stream().map(Span::text).collect(Collectors.joining());
    }
}
