package io.mts1b.platform.journal;

import io.mts1b.platform.journal.JournalException.Category;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/** The first 64 bytes of a segment. */
final class SegmentHeader {

    static final int SIZE = 64;

    private static final byte[] MAGIC = "MTSJRNL1".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int MARK_AT = SIZE - 1;
    private static final int CHECK_AT = MARK_AT - Integer.BYTES;

    private final long first;
    private final byte[] previousHash;

    /** Describes a segment by its first sequence number and the hash of the chain before it. */
    SegmentHeader(long first, byte[] previousHash) {
        this.first = first;
        this.previousHash = previousHash;
    }

    long first() {
        return first;
    }

    byte[] previousHash() {
        return previousHash;
    }

    ByteBuffer encode() {
        ByteBuffer out = Frame.buffer(SIZE);
        out.put(MAGIC).putInt(VERSION).putLong(first).put(previousHash);
        out.putInt(CHECK_AT, check(out)).put(MARK_AT, Frame.END_MARK).position(SIZE);
        return out.flip();
    }

    /**
     * Reads a header.
     *
     * @return the header; empty if the file ends within it, or in zeros: its creation was interrupted
     * @throws JournalException if it is damaged, of a newer version, or not a header at all
     */
    static Optional<SegmentHeader> read(FileChannel channel, Path file) throws IOException {
        ByteBuffer in = Frame.buffer(SIZE);
        Disk.read(channel, in, 0);
        int written = withoutZeros(in);
        int length = Math.min(written, MAGIC.length);
        if (!in.slice(0, length).equals(ByteBuffer.wrap(MAGIC, 0, length))) {
            throw new JournalException(Category.FOREIGN, "journal expected a segment, but " + file + " is none", null);
        }
        int version = in.getInt(MAGIC.length);
        if (version > VERSION) {
            throw new JournalException(
                    Category.NEWER_VERSION,
                    "journal knows format version " + VERSION + ", but " + file + " has version " + version,
                    null);
        }
        if (written < SIZE) {
            return Optional.empty();
        }
        in.flip().position(MAGIC.length + Integer.BYTES);
        long first = in.getLong();
        byte[] previousHash = new byte[Frame.HASH];
        in.get(previousHash);
        if (in.getInt(CHECK_AT) != check(in) || version != VERSION || in.get(MARK_AT) != Frame.END_MARK) {
            throw JournalException.corrupt(new Corruption(file, 0, first, "the header of the segment is damaged"));
        }
        return Optional.of(new SegmentHeader(first, previousHash));
    }

    private static int withoutZeros(ByteBuffer in) {
        int length = in.position();
        while (length > 0 && in.get(length - 1) == 0) {
            length--;
        }
        return length;
    }

    private static int check(ByteBuffer header) {
        CRC32C crc = new CRC32C();
        crc.update(header.slice(0, CHECK_AT));
        return (int) crc.getValue();
    }
}
