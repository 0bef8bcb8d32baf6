package io.mts1b.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The segment that is being appended to. Confined to one thread. */
final class SegmentWriter implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private long size;

    private SegmentWriter(Path file, FileChannel channel, long size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    /** Starts a segment. When it returns, file, header and directory entry are on the disk. */
    static SegmentWriter create(Disk disk, JournalDirectory directory, SegmentHeader header) {
        Path file = directory.segment(header.first());
        try {
            FileChannel channel = disk.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            SegmentWriter writer = new SegmentWriter(file, channel, 0);
            try {
                Disk.write(channel, header.encode(), 0);
                channel.force(true);
                disk.syncDirectory(directory.path());
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            writer.size = SegmentHeader.SIZE;
            return writer;
        } catch (IOException e) {
            throw JournalException.of("create", file, e);
        }
    }

    /** Continues a segment after its last whole batch. */
    static SegmentWriter resume(Disk disk, Path file, long size) throws IOException {
        return new SegmentWriter(file, disk.open(file, StandardOpenOption.WRITE), size);
    }

    long size() {
        return size;
    }

    void write(ByteBuffer batch) {
        int length = batch.remaining();
        try {
            Disk.write(channel, batch, size);
        } catch (IOException e) {
            throw JournalException.of("write", file, e);
        }
        size += length;
    }

    void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw JournalException.of("sync", file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw JournalException.of("close", file, e);
        }
    }
}
