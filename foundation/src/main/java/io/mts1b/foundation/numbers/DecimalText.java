package io.mts1b.foundation.numbers;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Reads and writes the text of a {@link Decimal}.
 *
 * <p>Up to 18 digits cannot overflow a {@code long}, so the loop needs no checks; longer or
 * exponential text takes the slow road through {@code BigDecimal}.
 */
final class DecimalText {

    private static final int SAFE_DIGITS = 18;
    private static final int POINT = '.' - '0';

    /** Longer text cannot be a number that fits, and must not cost time in proportion to its length. */
    private static final int MAX_LENGTH = 64;

    private DecimalText() {}

    static Decimal parse(String text) {
        int length = text.length();
        int start = sign(text, 0);
        int point = length;
        long digits = 0;
        for (int i = start; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (digit == POINT && point == length) {
                point = i;
            } else {
                return slow(text);
            }
        }
        int count = length - start - (point < length ? 1 : 0);
        if (count == 0 || count > SAFE_DIGITS) {
            return slow(text);
        }
        int scale = point < length ? length - 1 - point : 0;
        return new Decimal(text.charAt(0) == '-' ? -digits : digits, scale);
    }

    private static Decimal slow(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new NumberFormatException(
                    "text must be a decimal number of at most " + MAX_LENGTH + " characters, had " + text.length());
        }
        if (!isNumber(text)) {
            throw new NumberFormatException("text must be a decimal number, was '" + text + "'");
        }
        BigDecimal value = new BigDecimal(text);
        // Guards against "1e999999999", whose plain form would fill the memory.
        if (value.signum() != 0 && value.precision() - value.scale() > 20) {
            throw new ArithmeticException(text + " does not fit in 64 bits");
        }
        return Decimal.of(value);
    }

    /** Tells whether text is ASCII {@code [+-]digits[.digits][e[+-]digits]}; BigDecimal also takes other digits. */
    private static boolean isNumber(String text) {
        int at = sign(text, 0);
        int whole = digits(text, at);
        int end = whole;
        int digits = whole - at;
        if (end < text.length() && text.charAt(end) == '.') {
            end = digits(text, whole + 1);
            digits += end - whole - 1;
        }
        if (digits == 0) {
            return false;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = sign(text, end + 1);
            end = digits(text, exponent);
            return end == text.length() && end > exponent && end - exponent <= 9;
        }
        return end == text.length();
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    static String format(long unscaled, int scale) {
        if (scale == 0) {
            return Long.toString(unscaled);
        }
        // Sign, point, leading zero and 19 digits at the most.
        byte[] out = new byte[24];
        int at = out.length;
        long rest = unscaled;
        int written = 0;
        while (rest != 0 || written <= scale) {
            if (written == scale) {
                out[--at] = '.';
            }
            out[--at] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
            written++;
        }
        if (unscaled < 0) {
            out[--at] = '-';
        }
        return new String(out, at, out.length - at, StandardCharsets.ISO_8859_1);
    }
}
