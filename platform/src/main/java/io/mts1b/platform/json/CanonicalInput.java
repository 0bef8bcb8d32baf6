package io.mts1b.platform.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes of JSON that are read from their beginning to their end. Confined to one thread. */
final class CanonicalInput {

    private static final int MAX_DIGITS = 18;

    private final byte[] bytes;
    private int at;
    private int depth;

    CanonicalInput(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    private int peek() {
        return at < bytes.length ? bytes[at] : -1;
    }

    boolean isNext(char ascii) {
        return peek() == ascii;
    }

    boolean skip(char ascii) {
        if (peek() == ascii) {
            at++;
            return true;
        }
        return false;
    }

    /** Skips bytes, from one of them on, if they are there. */
    boolean skip(byte[] expected, int from) {
        int length = expected.length - from;
        if (bytes.length - at >= length && Arrays.equals(bytes, at, at + length, expected, from, expected.length)) {
            at += length;
            return true;
        }
        return false;
    }

    void require(char ascii) {
        require(skip(ascii));
    }

    static void require(boolean isUsual) {
        if (!isUsual) {
            throw new Canonical.Unusual();
        }
    }

    static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new Canonical.Unusual();
        }
        return value;
    }

    void open(char bracket) {
        require(++depth <= Canonical.MAX_DEPTH);
        require(bracket);
    }

    /** Skips a closing bracket if it is there. */
    boolean close(char bracket) {
        if (skip(bracket)) {
            depth--;
            return true;
        }
        return false;
    }

    /** Reads a text in which every character is a byte that stands for itself. */
    String text(int maxLength) {
        require('"');
        int start = at;
        while (CanonicalOutput.isPlain(peek())) {
            at++;
        }
        int length = at - start;
        require('"');
        require(length <= maxLength);
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }

    long whole() {
        boolean isNegative = skip('-');
        int start = at;
        long value = 0;
        for (int c = peek(); c >= '0' && c <= '9'; c = peek()) {
            value = 10 * value + c - '0';
            at++;
            require(at - start <= MAX_DIGITS);
        }
        require(at > start && (bytes[start] != '0' || (at == start + 1 && !isNegative)));
        return isNegative ? -value : value;
    }

    double real() {
        int start = at;
        skip('-');
        int whole = at;
        skipDigits();
        require(bytes[whole] != '0' || at == whole + 1);
        boolean isWhole = true;
        if (skip('.')) {
            isWhole = false;
            skipDigits();
        }
        if (skip('E') || skip('e')) {
            isWhole = false;
            var _ = skip('-') || skip('+');
            skipDigits();
        }
        // The integer -0 is not the real number -0.
        require(!isWhole || bytes[whole] != '0' || whole == start);
        require(at - start <= 2 * MAX_DIGITS);
        double value = Double.parseDouble(new String(bytes, start, at - start, StandardCharsets.ISO_8859_1));
        require(Double.isFinite(value));
        return value;
    }

    private void skipDigits() {
        int start = at;
        for (int c = peek(); c >= '0' && c <= '9'; c = peek()) {
            at++;
        }
        require(at > start);
    }

    /** Reads a number of exactly so many digits. */
    int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int c = peek();
            require(c >= '0' && c <= '9');
            value = 10 * value + c - '0';
            at++;
        }
        return value;
    }
}
