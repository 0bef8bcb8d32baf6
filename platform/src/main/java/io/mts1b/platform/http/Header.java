package io.mts1b.platform.http;

import io.mts1b.foundation.Require;
import io.mts1b.platform.security.Redaction;

/**
 * A line before the body. It prints without its secrets.
 *
 * @param name 1 to 100 visible ASCII characters without a colon
 * @param value ASCII without control characters
 */
public record Header(String name, String value) {

    /** Validates; the value may be a secret and is not repeated. */
    public Header {
        Require.visible("name", name, 100);
        Require.that(name.indexOf(':') < 0, "name must have no colon, was " + name);
        Require.that(
                value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f)),
                "value of header " + name + " must be ASCII without control characters, is not");
    }

    @Override
    public String toString() {
        return name + ": " + Redaction.standard().redact(name, value);
    }
}
