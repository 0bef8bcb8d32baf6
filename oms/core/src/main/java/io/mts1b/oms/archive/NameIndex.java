package io.mts1b.oms.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/**
 * Where each name's record is: a hash table in a mapped file, open addressing with linear probing, doubled when three
 * fifths are full.
 *
 * <p>A slot is the hash of a name and one more than the place of its record; an empty slot is zeros.
 */
final class NameIndex implements AutoCloseable {

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final long SLOT = 2L * Long.BYTES;
    private static final long FIRST_SLOTS = 1L << 16;
    private static final long FULL_FIFTHS = 3;

    private final Path folder;
    private long slots = FIRST_SLOTS;
    private long used;
    private int version;
    private Arena arena = Arena.ofShared();
    private MemorySegment table = MemorySegment.NULL;

    /** Compares a name with those of a record. */
    @FunctionalInterface
    interface Check {

        boolean isNamed(long at, byte[] name);
    }

    NameIndex(Path folder) {
        this.folder = folder;
    }

    /** Makes the file. */
    void open() {
        table = map(arena);
    }

    /** Returns where the record of a name is; below zero if there is none. */
    long find(long hash, byte[] name, Check check) {
        return table.get(LONG, slot(name, hash, check) + Long.BYTES) - 1;
    }

    void put(long hash, byte[] name, long at, Check check) {
        long slot = slot(name, hash, check);
        if (table.get(LONG, slot + Long.BYTES) == 0) {
            used++;
        }
        table.set(LONG, slot, hash);
        table.set(LONG, slot + Long.BYTES, at + 1);
        if (used * 5 > slots * FULL_FIFTHS) {
            grow();
        }
    }

    /** Walks through the hashes of all names. */
    void forEachHash(LongConsumer consumer) {
        for (long slot = 0; slot < slots * SLOT; slot += SLOT) {
            if (table.get(LONG, slot + Long.BYTES) != 0) {
                consumer.accept(table.get(LONG, slot));
            }
        }
    }

    /** Returns the slot of a name, or the empty one where it belongs. */
    private long slot(byte[] name, long hash, Check check) {
        for (long i = hash & (slots - 1); ; i = (i + 1) & (slots - 1)) {
            long slot = i * SLOT;
            long place = table.get(LONG, slot + Long.BYTES);
            if (place == 0 || (table.get(LONG, slot) == hash && check.isNamed(place - 1, name))) {
                return slot;
            }
        }
    }

    private void grow() {
        Arena before = arena;
        MemorySegment small = table;
        long count = slots;
        slots *= 2;
        version++;
        arena = Arena.ofShared();
        open();
        for (long from = 0; from < count * SLOT; from += SLOT) {
            long place = small.get(LONG, from + Long.BYTES);
            if (place != 0) {
                long hash = small.get(LONG, from);
                long i = hash & (slots - 1);
                while (table.get(LONG, i * SLOT + Long.BYTES) != 0) {
                    i = (i + 1) & (slots - 1);
                }
                table.set(LONG, i * SLOT, hash);
                table.set(LONG, i * SLOT + Long.BYTES, place);
            }
        }
        before.close();
        try {
            Files.delete(file(version - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MemorySegment map(Arena into) {
        try (FileChannel channel = FileChannel.open(
                file(version), StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, slots * SLOT, into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int number) {
        return folder.resolve("names-" + number);
    }

    @Override
    public void close() {
        arena.close();
    }
}
