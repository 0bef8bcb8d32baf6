package io.mts1b.oms.codec;

import io.mts1b.foundation.numbers.Decimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Values one after the other, in bytes that grow. Confined to one thread. */
public final class ByteSink {

    private static final int FIRST = 4_096;
    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[FIRST];
    private int size;

    /** Makes an empty one. */
    public ByteSink() {}

    /**
     * Returns how much was written.
     *
     * @return bytes since the beginning, or the last {@link #clear}
     */
    public int size() {
        return size;
    }

    /** Begins anew. */
    public void clear() {
        size = 0;
    }

    /**
     * Goes back to where an unfinished value began.
     *
     * @param to what {@link #size} was then
     */
    public void cut(int to) {
        size = to;
    }

    /**
     * Returns what was written.
     *
     * @return a copy
     */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /**
     * Writes one byte.
     *
     * @param value 0 to 255
     */
    public void code(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /**
     * Writes a number that is rarely large, and never negative: seven bits to a byte, the lowest first.
     *
     * @param value the number
     */
    public void count(long value) {
        room(LONGEST_NUMBER);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /**
     * Writes a number that may be negative: the sign comes last.
     *
     * @param value the number
     */
    public void number(long value) {
        count(value << 1 ^ value >> 63);
    }

    /**
     * Writes a text: its length in bytes, and UTF-8.
     *
     * @param value the text
     */
    public void text(String value) {
        int start = size;
        count(value.length());
        // Nearly all are ASCII, and written without a copy.
        if (!isAscii(value)) {
            cut(start);
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Writes a text that has no character but those of ASCII, as identities are made of.
     *
     * @param value the text
     */
    public void ascii(String value) {
        count(value.length());
        letters(value);
    }

    /**
     * Writes a symbol, a point and a venue, as one text.
     *
     * @param symbol letters of ASCII
     * @param venue letters of ASCII
     */
    public void name(String symbol, String venue) {
        count(symbol.length() + 1L + venue.length());
        letters(symbol);
        code('.');
        letters(venue);
    }

    /**
     * Writes one byte for each character of a text that is ASCII for certain. The method is deprecated for what it makes of
     * others, and the only one that copies without looking at each.
     */
    @SuppressWarnings("deprecation")
    private void letters(String value) {
        int length = value.length();
        room(length);
        value.getBytes(0, length, bytes, size);
        size += length;
    }

    /** Writes one byte for each character, and tells whether that is all there is to them. */
    private boolean isAscii(String value) {
        int length = value.length();
        room(length);
        byte[] to = bytes;
        int from = size;
        int all = 0;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            all |= c;
            to[from + i] = (byte) c;
        }
        size += length;
        return all < 0x80;
    }

    /**
     * Writes a length, and so many bytes.
     *
     * @param value the bytes
     */
    public void bytes(byte[] value) {
        count(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /**
     * Writes a decimal: its scale, and its digits as a number.
     *
     * @param value the decimal
     */
    public void decimal(Decimal value) {
        code(value.scale());
        number(value.unscaled());
    }

    /**
     * Writes an instant: seconds since 1970, and nanoseconds.
     *
     * @param value the instant
     */
    public void instant(Instant value) {
        number(value.getEpochSecond());
        count(value.getNano());
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
