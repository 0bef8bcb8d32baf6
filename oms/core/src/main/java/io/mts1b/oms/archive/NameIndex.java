package io.mts1b.oms.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/**
 * Where each name's record is: the last names in memory, up to a number, and all before them in a mapped file.
 *
 * <p>Names are hashes, so one that is put anywhere in a file makes a page of it dirty. A file of gigabytes would be written
 * over and over again, therefore names come there many at once and in the order of the file.
 *
 * <p>One thread puts, and another finds while it holds a lock. What takes long is done without the lock: a larger table is
 * made beside the one that is looked at, and a name that is on its way to the file is in memory until all are there. Whoever
 * looks into the file meanwhile sees what was there before, and perhaps more: nothing in it ever moves.
 */
final class NameIndex implements AutoCloseable {

    private static final long FIRST_SLOTS = 1L << 16;
    /** To grow by more is to grow less often, and whoever puts names waits for that. */
    private static final int GROWTH = 4;

    private final Path folder;
    private final LongFunction<List<byte[]>> names;
    private final long most;
    private final Object lock;

    private Arena recentArena = Arena.ofShared();
    private NameTable recent = inMemory(recentArena, FIRST_SLOTS);
    private Arena arena = Arena.ofShared();
    private NameTable all = new NameTable(arena.allocate(NameTable.bytes(2), Long.BYTES));
    private int version;

    /**
     * Makes an empty one.
     *
     * @param folder where its file will be once there is one
     * @param names returns the names of the record at a place
     * @param most how many slots are in memory at most, a power of two
     * @param lock held by whoever finds a name while others are put
     */
    NameIndex(Path folder, LongFunction<List<byte[]>> names, long most, Object lock) {
        this.folder = folder;
        this.names = names;
        this.most = most;
        this.lock = lock;
    }

    private static NameTable inMemory(Arena arena, long slots) {
        return new NameTable(arena.allocate(NameTable.bytes(slots), Long.BYTES));
    }

    /** Returns where the record of a name is; below zero if there is none. */
    long find(long hash, byte[] name) {
        long at = recent.find(hash, place -> isNamed(place, name));
        return at >= 0 ? at : all.find(hash, place -> isNamed(place, name));
    }

    /** Has the places where names are put brought near, all at the same time, and returns anything of them. */
    long near(long[] hashes) {
        long any = 0;
        for (long hash : hashes) {
            any ^= recent.near(hash);
        }
        return any;
    }

    private boolean isNamed(long place, byte[] name) {
        return names.apply(place).stream().anyMatch(one -> Arrays.equals(one, name));
    }

    /** Puts a name, which takes long only if there is no room. */
    void put(long hash, byte[] name, long at) {
        makeRoom(1);
        recent.put(hash, at, place -> isNamed(place, name));
    }

    /** Makes room for so many names; the lock is not to be held, so that names are found meanwhile. */
    void makeRoom(int more) {
        while (recent.isFull(more)) {
            if (recent.slots() < most) {
                growRecent();
            } else {
                merge();
            }
        }
    }

    /** Walks through the hashes of all names; one that was put again may come twice. */
    void forEachHash(LongConsumer consumer) {
        all.forEach((hash, _) -> consumer.accept(hash));
        recent.forEach((hash, _) -> consumer.accept(hash));
    }

    private void growRecent() {
        Arena before = recentArena;
        Arena after = Arena.ofShared();
        NameTable larger = inMemory(after, Math.min(most, GROWTH * recent.slots()));
        recent.forEach((hash, place) -> larger.put(hash, place, _ -> false));
        synchronized (lock) {
            recentArena = after;
            recent = larger;
        }
        before.close();
    }

    /** Puts the last names to the others. */
    private void merge() {
        if (all.isFull(recent.used())) {
            growAll();
        }
        recent.forEach((hash, place) -> all.put(hash, place, other -> isSame(hash, place, other)));
        synchronized (lock) {
            recent.clear();
        }
    }

    /** Tells whether two records have the same name of this hash: one was put again. */
    private boolean isSame(long hash, long place, long other) {
        return names.apply(place).stream().anyMatch(name -> Name.of(name).hash() == hash && isNamed(other, name));
    }

    private void growAll() {
        Arena before = arena;
        Arena after = Arena.ofShared();
        long slots = Math.max(2 * all.slots(), 2 * most);
        version++;
        try (FileChannel channel = FileChannel.open(
                file(version), StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            NameTable larger =
                    new NameTable(channel.map(FileChannel.MapMode.READ_WRITE, 0, NameTable.bytes(slots), after));
            all.forEach((hash, place) -> larger.put(hash, place, _ -> false));
            synchronized (lock) {
                arena = after;
                all = larger;
            }
            before.close();
            Files.deleteIfExists(file(version - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int number) {
        return folder.resolve("names-" + number);
    }

    @Override
    public void close() {
        recentArena.close();
        arena.close();
    }
}
