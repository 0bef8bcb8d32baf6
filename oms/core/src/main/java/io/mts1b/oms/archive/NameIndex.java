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

/**
 * Where each name's record is: a hash table in a mapped file, open addressing with linear probing, doubled when three
 * fifths are full.
 *
 * <p>A slot is the hash of a name and one more than the place of its record; an empty slot is zeros. Most names that are
 * asked for are new, and a Bloom filter of a word for eight slots says so without a look at the table.
 */
final class NameIndex implements AutoCloseable {

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final long SLOT = 2L * Long.BYTES;
    private static final long FIRST_SLOTS = 1L << 16;
    private static final long FULL_FIFTHS = 3;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Path folder;
    private long slots = FIRST_SLOTS;
    private long used;
    private int version;
    private Arena arena = Arena.ofShared();
    private MemorySegment table = MemorySegment.NULL;
    private MemorySegment filter = MemorySegment.NULL;

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
        makeTable();
    }

    private void makeTable() {
        table = map(arena);
        filter = arena.allocate(slots, Long.BYTES);
    }

    /** Returns where the record of a name is; below zero if there is none. */
    long find(byte[] name, Check check) {
        long hash = hash(name);
        long bits = bits(hash);
        if ((filter.get(LONG, word(hash)) & bits) != bits) {
            return -1;
        }
        return table.get(LONG, slot(name, hash, check) + Long.BYTES) - 1;
    }

    void put(byte[] name, long at, Check check) {
        long hash = hash(name);
        long slot = slot(name, hash, check);
        if (table.get(LONG, slot + Long.BYTES) == 0) {
            used++;
            filter(hash);
        }
        table.set(LONG, slot, hash);
        table.set(LONG, slot + Long.BYTES, at + 1);
        if (used * 5 > slots * FULL_FIFTHS) {
            grow();
        }
    }

    private void filter(long hash) {
        long word = word(hash);
        filter.set(LONG, word, filter.get(LONG, word) | bits(hash));
    }

    private long word(long hash) {
        return (hash & (slots - 1)) >>> 3 << 3;
    }

    /** Two bits, by parts of the hash that choose neither the slot nor the word. */
    private static long bits(long hash) {
        return 1L << (hash >>> 52) | 1L << (hash >>> 58);
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
        makeTable();
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
                filter(hash);
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

    /** FNV-1a, and the finalizer of MurmurHash3, since its low bits choose the slot. */
    static long hash(byte[] name) {
        long hash = FNV_OFFSET;
        for (byte b : name) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    @Override
    public void close() {
        arena.close();
    }
}
