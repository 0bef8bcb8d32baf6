package io.mts1b.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Reads the batches of one segment, each checked to the last bit before any of it is handed out. Confined
 * to one thread.
 *
 * <p>The file may grow meanwhile: after {@link Outcome#END} and {@link Outcome#TORN} the same question may
 * be asked again.
 */
final class SegmentScanner implements AutoCloseable {

    /** What comes next in the file. */
    enum Outcome {
        /** A whole and undamaged batch. */
        BATCH,
        /** Nothing: the last batch ends with the file. */
        END,
        /** The beginning of a batch, or zeros: a write that was interrupted, or is going on. */
        TORN,
        /** Something that was never written like this. */
        CORRUPT
    }

    private static final int CHUNK = 1 << 18;

    /** No writer makes a longer batch, so no reader needs to remember more. */
    private static final int MAX_BATCH = Batch.MAX_BYTES + Journal.MAX_RECORD_BYTES + Frame.HEADER + Frame.SEAL_SIZE;

    private final FileChannel channel;
    private final Path file;
    private final Frame frame = new Frame();
    private final MessageDigest sha256 = Frame.sha256();
    private ByteBuffer buffer = Frame.buffer(CHUNK).limit(0);

    /** Where the file offset of the buffer's first byte is. */
    private long base = SegmentHeader.SIZE;

    /** Where the current batch starts in the buffer, and where it ends with its seal. */
    private int start;

    private int end;
    private long next;
    private byte[] hash;
    private long sequence;
    private long badOffset;
    private String reason = "";

    SegmentScanner(FileChannel channel, Path file, SegmentHeader header) {
        this.channel = channel;
        this.file = file;
        this.next = header.first();
        this.hash = header.previousHash();
        this.sequence = next;
    }

    /** Moves to the next batch. */
    Outcome nextBatch() throws IOException {
        start = end;
        sequence = next;
        Outcome outcome = scan();
        if (outcome != Outcome.BATCH) {
            end = start;
            // What was read beyond may be written differently after a repair.
            buffer.limit(start);
        }
        return outcome;
    }

    private Outcome scan() throws IOException {
        int at = 0;
        while (true) {
            badOffset = base + start + at;
            if (!has(at, Frame.HEADER)) {
                return at == 0 && !has(0, 1) ? Outcome.END : Outcome.TORN;
            }
            int word = buffer.getInt(start + at);
            Outcome defect = defect(at, word);
            if (defect != null) {
                return defect;
            }
            if (Frame.kind(word) == Frame.SEAL) {
                return seal(at, Frame.length(word));
            }
            sequence++;
            at += Frame.HEADER + Frame.length(word);
        }
    }

    /** Checks one frame; null if it is whole and sound. */
    private @Nullable Outcome defect(int at, int word) throws IOException {
        boolean isSeal = Frame.kind(word) == Frame.SEAL;
        int check = frame.headerCheck(word, isSeal ? sequence - 1 : sequence);
        if (buffer.getInt(start + at + Frame.HEADER_CHECK) != check) {
            return endsInZerosBefore(at + Frame.HEADER) ? Outcome.TORN : corrupt("the header of the frame is damaged");
        }
        if (!isSeal && Frame.kind(word) != Frame.RECORD) {
            return corrupt("the frame is of unknown kind " + Frame.kind(word));
        }
        int length = Frame.length(word);
        if (at + Frame.HEADER + length > MAX_BATCH) {
            return corrupt("the batch is longer than any that is written");
        }
        if (!has(at + Frame.HEADER, length)) {
            return Outcome.TORN;
        }
        check = frame.bodyCheck(buffer.slice(start + at + Frame.HEADER, length));
        if (buffer.getInt(start + at + Frame.BODY_CHECK) != check) {
            return endsInZerosBefore(at + Frame.HEADER + length)
                    ? Outcome.TORN
                    : corrupt(isSeal ? "the seal of its batch is damaged" : "its payload is damaged");
        }
        return null;
    }

    private Outcome seal(int at, int length) {
        sha256.update(hash);
        sha256.update(buffer.slice(start, at));
        byte[] expected = sha256.digest();
        int from = start + at + Frame.HEADER;
        if (at == 0
                || length != Frame.SEAL_SIZE - Frame.HEADER
                || !buffer.slice(from, Frame.HASH).equals(ByteBuffer.wrap(expected))) {
            sequence = next;
            badOffset = base + start;
            return corrupt("the batch does not continue the hash chain");
        }
        hash = expected;
        next = sequence;
        end = from + length;
        return Outcome.BATCH;
    }

    private Outcome corrupt(String what) {
        reason = what;
        return Outcome.CORRUPT;
    }

    /** Reads on until some bytes of the batch are in the buffer; false if the file ends before. */
    private boolean has(int at, int length) throws IOException {
        int needed = start + at + length;
        if (needed <= buffer.limit()) {
            return true;
        }
        if (needed > buffer.capacity()) {
            makeRoom(at + length);
            needed = start + at + length;
        }
        int filled = buffer.limit();
        buffer.limit(buffer.capacity()).position(filled);
        Disk.read(channel, buffer, base + filled);
        buffer.flip();
        return needed <= buffer.limit();
    }

    /** Drops what was handed out, and grows if that is not enough. */
    private void makeRoom(int needed) {
        ByteBuffer larger =
                needed <= buffer.capacity() ? buffer : Frame.buffer(Math.max(needed, 2 * buffer.capacity()));
        int filled = buffer.limit() - start;
        larger.limit(larger.capacity()).put(0, buffer, start, filled).limit(filled);
        buffer = larger;
        base += start;
        start = 0;
        end = 0;
    }

    /**
     * Tells whether a place in the batch is behind the last byte of the file that is not zero. Some file
     * systems leave zeros of a write that a power cut interrupted; no whole batch ends in one.
     */
    private boolean endsInZerosBefore(int at) throws IOException {
        ByteBuffer rest = Frame.buffer(CHUNK);
        for (long offset = base + start + at - 1; ; offset += rest.limit()) {
            Disk.read(channel, rest.clear(), offset);
            rest.flip();
            if (!rest.hasRemaining()) {
                return true;
            }
            while (rest.hasRemaining()) {
                if (rest.get() != 0) {
                    return false;
                }
            }
        }
    }

    /** Returns the number of the next record that is expected, after the batches handed out. */
    long next() {
        return next;
    }

    /** Returns the hash of the chain after the batches handed out. */
    byte[] hash() {
        return hash;
    }

    /** Returns where in the file the batches handed out end. */
    long endOffset() {
        return base + end;
    }

    /** Returns the frames of the current batch: position at the first record, limit at the seal. */
    ByteBuffer records() {
        return buffer.duplicate().order(buffer.order()).position(start).limit(end - Frame.SEAL_SIZE);
    }

    /** Returns what is wrong, after {@link Outcome#CORRUPT}. */
    JournalException corruption() {
        return JournalException.corrupt(new Corruption(file, badOffset, sequence, reason));
    }

    /** Returns what is wrong if the file ends within a batch, and is not the one that is being written. */
    JournalException endsEarly() {
        return JournalException.corrupt(new Corruption(file, endOffset(), next, "the segment ends within a batch"));
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
