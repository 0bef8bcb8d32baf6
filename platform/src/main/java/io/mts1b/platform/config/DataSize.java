package io.mts1b.platform.config;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.TextValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of data. Text is a whole number and a unit: {@code B}, the decimal {@code kB MB GB TB} (powers of 1000)
 * or the binary {@code KiB MiB GiB TiB} (powers of 1024), as IEC 80000-13 names them.
 *
 * @param bytes how many bytes, not negative
 */
public record DataSize(long bytes) implements TextValue, Comparable<DataSize> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)");
    private static final String[] BINARY = {"TiB", "GiB", "MiB", "KiB"};

    /** Validates. */
    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must not be negative, was " + bytes);
        }
    }

    /**
     * Reads text such as {@code 64KiB}.
     *
     * @param text a whole number and a unit
     * @return the size
     * @throws IllegalArgumentException if it is anything else, or 8 EiB or more
     */
    public static DataSize parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("must be a size such as 64KiB or 10MB, was " + Quoted.of(text));
        }
        try {
            return new DataSize(Math.multiplyExact(Long.parseLong(parts.group(1)), factor(parts.group(2))));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("must be a size below 8 EiB, was " + Quoted.of(text), e);
        }
    }

    private static long factor(String unit) {
        return switch (unit) {
            case "B" -> 1;
            case "kB" -> 1_000;
            case "MB" -> 1_000_000;
            case "GB" -> 1_000_000_000;
            case "TB" -> 1_000_000_000_000L;
            case "KiB" -> 1L << 10;
            case "MiB" -> 1L << 20;
            case "GiB" -> 1L << 30;
            default -> 1L << 40;
        };
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    @Override
    public String toString() {
        for (int i = 0; i < BINARY.length && bytes > 0; i++) {
            long factor = factor(BINARY[i]);
            if (bytes % factor == 0) {
                return bytes / factor + BINARY[i];
            }
        }
        return bytes + "B";
    }
}
