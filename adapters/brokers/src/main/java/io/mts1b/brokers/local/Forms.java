package io.mts1b.brokers.local;

import io.mts1b.foundation.Require;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pairs of names and values, as queries and forms hold them. */
final class Forms {

    private Forms() {}

    static Map<String, String> read(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return pairs;
        }
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            Require.that(equals > 0, "form must be pairs of name=value, was '" + pair + "'");
            pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
