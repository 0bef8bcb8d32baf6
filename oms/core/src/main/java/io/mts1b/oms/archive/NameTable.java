package io.mts1b.oms.archive;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * Hashes of names and the places of their records: open addressing with linear probing, to be used to three fifths. The slot
 * is chosen by the highest bits, so that a table is walked through in the order of any larger one.
 *
 * <p>A slot is a hash and one more than a place; an empty slot is zeros. One thread puts, and others may find meanwhile: they
 * see a name that is being put, or not yet.
 */
final class NameTable {

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final VarHandle PLACE = LONG.varHandle();
    private static final long SLOT = 2L * Long.BYTES;
    private static final long FULL_FIFTHS = 3;

    private final MemorySegment slots;
    private final long count;
    private final int shift;
    private long used;

    /** What is in a table. */
    @FunctionalInterface
    interface Entries {

        void accept(long hash, long place);
    }

    /** Tells which of the records whose name has a hash is meant. */
    @FunctionalInterface
    interface Check {

        boolean isMeant(long place);
    }

    /** Makes an empty one in so much memory, a power of two of at least two slots, all of it zeros. */
    NameTable(MemorySegment slots) {
        this.slots = slots;
        this.count = slots.byteSize() / SLOT;
        this.shift = Long.numberOfLeadingZeros(count) + 1;
    }

    /** Returns how many bytes so many slots take. */
    static long bytes(long slots) {
        return slots * SLOT;
    }

    /** Returns how many slots there are. */
    long slots() {
        return count;
    }

    /** Returns how many of them are used. */
    long used() {
        return used;
    }

    /** Tells whether so many more names have no room. */
    boolean isFull(long more) {
        return (used + more) * 5 > count * FULL_FIFTHS;
    }

    /**
     * Returns the place of the name that is meant; below zero if it is not here. Each slot is looked at once: while one thread
     * puts names and another finds, a slot that was empty may be another name's at the second look.
     */
    long find(long hash, Check check) {
        for (long i = first(hash); ; i = next(i)) {
            long place = placeAt(i * SLOT);
            if (place < 0 || (hashAt(i * SLOT) == hash && check.isMeant(place))) {
                return place;
            }
        }
    }

    /** Has the place where a name is put or found brought near, and returns anything of it. */
    long near(long hash) {
        return hashAt(first(hash) * SLOT);
    }

    /** Puts a name here, in the place of the one that is meant. */
    void put(long hash, long place, Check check) {
        for (long i = first(hash); ; i = next(i)) {
            long slot = i * SLOT;
            long other = placeAt(slot);
            if (other < 0) {
                used++;
                slots.set(LONG, slot, hash);
            } else if (hashAt(slot) != hash || !check.isMeant(other)) {
                continue;
            }
            // Whoever sees the place sees the hash.
            PLACE.setRelease(slots, slot + Long.BYTES, place + 1);
            return;
        }
    }

    private long first(long hash) {
        return hash >>> shift;
    }

    private long next(long i) {
        return (i + 1) & (count - 1);
    }

    private long hashAt(long slot) {
        return slots.get(LONG, slot);
    }

    /** Below zero where the slot is empty. */
    private long placeAt(long slot) {
        return (long) PLACE.getAcquire(slots, slot + Long.BYTES) - 1;
    }

    void forEach(Entries entries) {
        for (long slot = 0; slot < count * SLOT; slot += SLOT) {
            long place = placeAt(slot);
            if (place >= 0) {
                entries.accept(hashAt(slot), place);
            }
        }
    }

    void clear() {
        slots.fill((byte) 0);
        used = 0;
    }
}
