package io.mts1b.foundation.numbers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads decimal text out of a buffer as an integer, without making an object.
 *
 * <p>Up to eight characters, as most prices have, are read as one word. Source of the arithmetic: Lemire,
 * "Number Parsing at a Gigabyte per Second" (2021), section 5. The first character is the lowest byte.
 */
final class DecimalBytes {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WORD = Long.BYTES;
    private static final int SAFE_DIGITS = 18;
    private static final long ZEROS = 0x3030_3030_3030_3030L;
    private static final long POINT = '.' ^ '0';
    private static final long TO_SIGN_BIT = 0x7676_7676_7676_7676L;
    private static final long SIGN_BITS = 0x8080_8080_8080_8080L;

    private DecimalBytes() {}

    static long unscaled(byte[] text, int from, int to, int places) {
        boolean negative = from < to && text[from] == '-';
        int start = negative ? from + 1 : from;
        int length = to - start;
        if (length < 2 || length > WORD || to < WORD) {
            return digitByDigit(text, from, start, to, places);
        }
        // The word that ends with the text; what stands before it becomes leading zeros.
        long word = ((long) WORDS.get(text, to - WORD) ^ ZEROS) & (-1L << (Long.SIZE - length * Byte.SIZE));
        long odd = ((word + TO_SIGN_BIT) | word) & SIGN_BITS;
        int scale = 0;
        if (odd != 0) {
            int at = Long.numberOfTrailingZeros(odd) & -Byte.SIZE;
            scale = WORD - 1 - at / Byte.SIZE;
            if (((word >>> at) & 0xff) != POINT || (odd & (odd - 1)) != 0 || scale > places) {
                return slow(text, from, to, places);
            }
            long before = (1L << at) - 1;
            word = (word & ~before & ~(0xffL << at)) | ((word & before) << Byte.SIZE);
        }
        long digits = eightDigits(word);
        return scaled(negative ? -digits : digits, places - scale);
    }

    private static long digitByDigit(byte[] text, int from, int start, int to, int places) {
        long digits = 0;
        int at = start;
        while (at < to && isDigit(text[at])) {
            digits = digits * 10 + (text[at++] - '0');
        }
        int scale = 0;
        if (at < to && text[at] == '.') {
            int decimals = ++at;
            while (at < to && isDigit(text[at])) {
                digits = digits * 10 + (text[at++] - '0');
            }
            scale = at - decimals;
        }
        // At least one digit and a second character, so "." and "" go where they are refused.
        return at < to || to - start < 2 || to - start > SAFE_DIGITS || scale > places
                ? slow(text, from, to, places)
                : scaled(start > from ? -digits : digits, places - scale);
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    private static long scaled(long digits, int exponent) {
        return PowersOfTen.times(digits, exponent);
    }

    /** Anything not read above: one digit, a plus sign, an exponent, many digits, zeros at the end, nonsense. */
    private static long slow(byte[] text, int from, int to, int places) {
        return DecimalText.parse(new String(text, from, to - from, StandardCharsets.ISO_8859_1))
                .toUnscaled(places);
    }

    private static long eightDigits(long word) {
        long pairs = word * 10 + (word >>> 8);
        return ((pairs & 0x0000_00ff_0000_00ffL) * 0x000f_4240_0000_0064L
                        + ((pairs >>> 16) & 0x0000_00ff_0000_00ffL) * 0x0000_2710_0000_0001L)
                >>> 32;
    }
}
