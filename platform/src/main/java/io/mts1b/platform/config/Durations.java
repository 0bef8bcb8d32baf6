package io.mts1b.platform.config;

import io.mts1b.foundation.Quoted;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 250ms}, {@code 90s}, {@code 1h30m}; the larger unit first, each once. */
final class Durations {

    private static final Pattern FORM = Pattern.compile(
            "(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?(?:([0-9]{1,9})ms)?"
                    + "(?:([0-9]{1,9})us)?(?:([0-9]{1,9})ns)?");
    private static final long[] NANOS = {
        86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1L
    };

    private Durations() {}

    static Duration parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            throw new IllegalArgumentException("must be a time such as 250ms, 5s or 1h30m, was " + Quoted.of(text));
        }
        Duration sum = Duration.ZERO;
        for (int i = 0; i < NANOS.length; i++) {
            String number = parts.group(i + 1);
            if (number != null) {
                sum = sum.plus(Duration.ofNanos(NANOS[i]).multipliedBy(Long.parseLong(number)));
            }
        }
        return sum;
    }
}
