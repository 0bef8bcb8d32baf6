package io.mts1b.platform.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.io.JsonStringEncoder;

/** Bytes of JSON that grow. Confined to one thread. */
final class CanonicalOutput {

    private static final int INITIAL = 256;

    private byte[] bytes = new byte[INITIAL];
    private int size;
    private int depth;

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    void put(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    /** Copies bytes from one of them on. */
    void raw(byte[] source, int from) {
        int length = source.length - from;
        reserve(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    void open(char bracket) {
        if (++depth > Canonical.MAX_DEPTH) {
            throw new Canonical.Unusual();
        }
        put(bracket);
    }

    void close(char bracket) {
        depth--;
        put(bracket);
    }

    void text(String text) {
        int length = text.length();
        reserve(length + 2);
        int at = size;
        bytes[at++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!isPlain(c)) {
                escaped(text);
                return;
            }
            bytes[at++] = (byte) c;
        }
        bytes[at++] = '"';
        size = at;
    }

    /** Tells whether a character stands for itself, as one byte. */
    static boolean isPlain(int c) {
        return c >= ' ' && c <= '~' && c != '"' && c != '\\';
    }

    private void escaped(String text) {
        put('"');
        raw(JsonStringEncoder.getInstance().quoteAsUTF8(text), 0);
        put('"');
    }

    void whole(long value) {
        if (value < 0) {
            raw(ascii(Long.toString(value)), 0);
            return;
        }
        int count = 1;
        for (long left = value; left >= 10; left /= 10) {
            count++;
        }
        digits(value, count);
    }

    /** Writes the last digits of a number, zeros before them. */
    void digits(long value, int count) {
        reserve(count);
        long left = value;
        for (int at = size + count - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        size += count;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
