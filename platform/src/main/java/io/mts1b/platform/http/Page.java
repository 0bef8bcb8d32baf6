package io.mts1b.platform.http;

import io.mts1b.foundation.Require;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * An answer of a {@link PageServer}.
 *
 * @param status of HTTP, 200 to 599
 * @param type the media type, such as {@code text/html}; text is in UTF-8
 * @param body what is shown, not copied
 */
// A value that is made for one answer and read once.
@SuppressWarnings("ArrayRecordComponent")
public record Page(int status, String type, byte[] body) {

    private static final int OK = 200;
    private static final int LAST_STATUS = 599;

    /** Validates. */
    public Page {
        Require.that(status >= OK && status <= LAST_STATUS, "status must be in [200, 599], was " + status);
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(body, "body");
    }

    /**
     * Makes a page of text.
     *
     * @param status of HTTP
     * @param type the media type
     * @param text what is shown
     * @return the page
     */
    public static Page of(int status, String type, String text) {
        return new Page(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes a page of plain text.
     *
     * @param status of HTTP
     * @param text what is shown, without the line feed at its end
     * @return the page
     */
    public static Page plain(int status, String text) {
        return of(status, "text/plain", text + "\n");
    }
}
