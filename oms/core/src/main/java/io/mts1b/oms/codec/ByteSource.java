package io.mts1b.oms.codec;

import io.mts1b.foundation.numbers.Decimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what a {@link ByteSink} wrote. Confined to one thread. */
public final class ByteSource {

    private static final int NANOS = 1_000_000_000;

    private final byte[] bytes;
    private int position;

    /**
     * Reads from the beginning.
     *
     * @param bytes what was written; not copied
     */
    public ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Tells whether there is more.
     *
     * @return false at the end
     */
    public boolean hasMore() {
        return position < bytes.length;
    }

    /**
     * Returns what was read.
     *
     * @return bytes since the beginning
     */
    public int position() {
        return position;
    }

    /**
     * Reads one byte.
     *
     * @param expected what it should begin, for the error
     * @return 0 to 255
     * @throws CodecException if this is the end
     */
    public int code(String expected) {
        if (!hasMore()) {
            throw new CodecException(position, expected, "the end");
        }
        return bytes[position++] & 0xff;
    }

    /**
     * Reads a number that is never negative.
     *
     * @return the number, as 64 bits
     * @throws CodecException if it is cut off, or longer than 64 bits
     */
    public long count() {
        int start = position;
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = code("a number");
            long bits = next & 0x7fL;
            if (bits << shift >>> shift != bits) {
                break;
            }
            value |= bits << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new CodecException(start, "a number of 64 bits", "a longer one");
    }

    /**
     * Reads a count of things that are there, so that no damaged byte asks for all memory.
     *
     * @return the count
     * @throws CodecException if fewer bytes are left
     */
    public int length() {
        int start = position;
        long length = count();
        if (length < 0 || length > bytes.length - position) {
            throw new CodecException(start, "a length of at most " + (bytes.length - position), length);
        }
        return (int) length;
    }

    /**
     * Reads a number that may be negative.
     *
     * @return the number
     * @throws CodecException if it is cut off, or longer than 64 bits
     */
    public long number() {
        long folded = count();
        return folded >>> 1 ^ -(folded & 1);
    }

    /**
     * Reads a text.
     *
     * @return the text
     * @throws CodecException if it is cut off, or no UTF-8
     */
    public String text() {
        int length = length();
        int start = position;
        position += length;
        for (int i = start; i < position; i++) {
            if (bytes[i] < 0) {
                return unicode(start, length);
            }
        }
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }

    private String unicode(int start, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CodecException(start, e);
        }
    }

    /** A name that comes again and again, as the same object. */
    <T> T name(Names<T> names) {
        int length = length();
        int start = position;
        position += length;
        return names.get(bytes, start, position);
    }

    /**
     * Reads so many bytes as a length says.
     *
     * @return a copy
     * @throws CodecException if it is cut off
     */
    public byte[] bytes() {
        int length = length();
        byte[] copy = new byte[length];
        System.arraycopy(bytes, position, copy, 0, length);
        position += length;
        return copy;
    }

    /**
     * Reads a decimal.
     *
     * @return the decimal
     * @throws CodecException if it is cut off
     */
    public Decimal decimal() {
        int scale = code("a scale");
        return new Decimal(number(), scale);
    }

    /**
     * Reads an instant.
     *
     * @return the instant
     * @throws CodecException if it is cut off, or its nanoseconds are a second or more
     */
    public Instant instant() {
        long seconds = number();
        int start = position;
        long nanos = count();
        if (nanos < 0 || nanos >= NANOS) {
            throw new CodecException(start, "nanoseconds below a second", nanos);
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }
}
