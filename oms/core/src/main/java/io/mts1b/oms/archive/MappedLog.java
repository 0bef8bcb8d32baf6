package io.mts1b.oms.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Bytes that are only added to, in mapped files of one size. Nothing lies in two of them. */
final class MappedLog implements AutoCloseable {

    private static final long FILE = 64L << 20;

    private final Path files;
    private final Arena arena = Arena.ofShared();
    private final List<MemorySegment> segments = new ArrayList<>();
    private final List<Long> used = new ArrayList<>();

    MappedLog(Path files) {
        this.files = files;
    }

    /** Returns where so many bytes may be written now. */
    long reserve(long length) {
        if (length > FILE) {
            throw new IllegalArgumentException("record must be at most " + FILE + " bytes, was " + length);
        }
        int last = segments.size() - 1;
        if (last < 0 || used.get(last) + length > FILE) {
            segments.add(map(file(segments.size()), StandardOpenOption.CREATE));
            used.add(0L);
            last++;
        }
        long at = last * FILE + used.get(last);
        used.set(last, used.get(last) + length);
        return at;
    }

    private Path file(int number) {
        return files.resolveSibling(files.getFileName() + "-" + number);
    }

    private MemorySegment map(Path file, StandardOpenOption create) {
        try (FileChannel channel = FileChannel.open(file, create, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, FILE, arena);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes everything durable, and returns how much of each file is used. */
    List<Long> mark() {
        segments.forEach(MemorySegment::force);
        return List.copyOf(used);
    }

    /** Takes over the files that one before left, as far as they were used then; only at first. */
    void back(List<Long> mark) {
        for (long length : mark) {
            Path file = file(segments.size());
            if (length < 0 || length > FILE || !Files.exists(file)) {
                throw new IllegalArgumentException("file " + file + " must be there, with " + length + " bytes used");
            }
            segments.add(map(file, StandardOpenOption.WRITE));
            used.add(length);
        }
    }

    MemorySegment at(long position, long length) {
        return segments.get((int) (position / FILE)).asSlice(position % FILE, length);
    }

    /** Returns where the first record is; below zero if there is none. */
    long first() {
        return segments.isEmpty() ? -1 : 0;
    }

    /** Returns where the record after one is; below zero after the last. */
    long next(long position, long length) {
        int file = (int) (position / FILE);
        long after = position % FILE + length;
        if (after < used.get(file)) {
            return position + length;
        }
        return file + 1 < segments.size() ? (file + 1) * FILE : -1;
    }

    @Override
    public void close() {
        arena.close();
    }
}
