package io.mts1b.platform.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The layout of frames, and their checks. Confined to one thread, because it keeps its checksum for the
 * next frame.
 */
final class Frame {

    /** A record, its body the payload. */
    static final int RECORD = 1;

    /** The end of a batch, its body the hash of the chain up to here and {@link #END_MARK}. */
    static final int SEAL = 2;

    /**
     * The last byte of whatever is written at once. It is not zero, and no single flipped bit makes it so:
     * where a file ends in zeros, a write did not come to its end.
     */
    static final byte END_MARK = 'Z';

    /** The size of the header before the body. */
    static final int HEADER = 12;

    static final int HASH = 32;

    /** The size of a seal with its header. */
    static final int SEAL_SIZE = HEADER + HASH + 1;

    /** Where the checks stand in the header. */
    static final int HEADER_CHECK = 4;

    static final int BODY_CHECK = 8;

    private static final int KIND_SHIFT = 28;
    private static final int LENGTH_MASK = (1 << KIND_SHIFT) - 1;

    private final CRC32C crc = new CRC32C();
    private final ByteBuffer checked = buffer(Integer.BYTES + Long.BYTES);

    /** Returns a buffer in the byte order of the files. */
    static ByteBuffer buffer(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    static int kind(int word) {
        return word >>> KIND_SHIFT;
    }

    static int length(int word) {
        return word & LENGTH_MASK;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    /** Appends a frame to a buffer that has room for it. */
    void put(ByteBuffer out, int kind, long sequence, byte[] body) {
        int word = kind << KIND_SHIFT | body.length;
        out.putInt(word);
        out.putInt(headerCheck(word, sequence));
        out.putInt(bodyCheck(ByteBuffer.wrap(body)));
        out.put(body);
    }

    /** Appends the end of a batch to a buffer that has room for it. */
    void putSeal(ByteBuffer out, long sequence, byte[] hash) {
        byte[] body = Arrays.copyOf(hash, HASH + 1);
        body[HASH] = END_MARK;
        put(out, SEAL, sequence, body);
    }

    /** Returns the check of a header. */
    int headerCheck(int word, long sequence) {
        checked.putInt(0, word).putLong(Integer.BYTES, sequence);
        crc.reset();
        crc.update(checked.clear());
        return (int) crc.getValue();
    }

    /** Returns the check of the body of the frame whose header was checked last. */
    int bodyCheck(ByteBuffer body) {
        crc.update(body);
        return (int) crc.getValue();
    }
}
