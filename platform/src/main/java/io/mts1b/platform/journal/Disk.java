package io.mts1b.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How files are opened: the seam at which tests put a disk that fails. */
@FunctionalInterface
interface Disk {

    /** The disk of the machine. */
    Disk REAL = FileChannel::open;

    FileChannel open(Path file, OpenOption... options) throws IOException;

    /** Makes the entries of a directory durable: without it a new file may be gone after a power cut. */
    default void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Writes all bytes at a place of a file; a disk may take fewer at a time than it is given. */
    static void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            int written = channel.write(bytes, at);
            if (written <= 0) {
                throw new IOException("disk takes no more, " + bytes.remaining() + " bytes are left");
            }
            at += written;
        }
    }

    /** Reads until a buffer is full or the file ends. */
    static void read(FileChannel channel, ByteBuffer into, long position) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) {
                return;
            }
            at += read;
        }
    }
}
