package io.mts1b.platform.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** Records that are written together. Confined to whoever holds it: the producers' lock, or the committer. */
final class Batch {

    /** What a batch holds at the most, unless one record alone is larger. */
    static final int MAX_BYTES = 1 << 20;

    private final int maxRecords;
    private final Frame frame = new Frame();
    private final MessageDigest sha256 = Frame.sha256();
    private ByteBuffer bytes = Frame.buffer(MAX_BYTES);
    private int records;
    private long last;

    Batch(int maxRecords) {
        this.maxRecords = maxRecords;
    }

    boolean isEmpty() {
        return records == 0;
    }

    boolean hasRoomFor(byte[] payload) {
        return isEmpty()
                || (records < maxRecords
                        && bytes.position() + Frame.HEADER + payload.length + Frame.SEAL_SIZE <= MAX_BYTES);
    }

    void add(long sequence, byte[] payload) {
        int needed = Frame.HEADER + payload.length + Frame.SEAL_SIZE;
        if (isEmpty() && needed > bytes.capacity()) {
            bytes = Frame.buffer(needed);
        }
        frame.put(bytes, Frame.RECORD, sequence, payload);
        records++;
        last = sequence;
    }

    long first() {
        return last - records + 1;
    }

    long last() {
        return last;
    }

    /** Returns what the batch takes in the file. */
    int sealedSize() {
        return bytes.position() + Frame.SEAL_SIZE;
    }

    /**
     * Ends the batch.
     *
     * @param previousHash the hash of the chain before this batch
     * @return the hash of the chain after it
     */
    byte[] seal(byte[] previousHash) {
        sha256.update(previousHash);
        sha256.update(frames());
        byte[] hash = sha256.digest();
        frame.putSeal(bytes, last, hash);
        return hash;
    }

    /** Returns the frames so far and, after {@link #seal}, the seal. */
    ByteBuffer frames() {
        return bytes.duplicate().flip();
    }

    void clear() {
        bytes.clear();
        records = 0;
    }
}
