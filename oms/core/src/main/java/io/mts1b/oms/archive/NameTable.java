package io.mts1b.oms.archive;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Hashes of names and the places of their records: open addressing with linear probing, to be used to three fifths. The slot
 * is chosen by the highest bits, so that a table is walked through in the order of any larger one.
 *
 * <p>A slot is a hash and one more than a place; an empty slot is zeros.
 */
final class NameTable {

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
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

    /** Returns the place of the name that is meant; below zero if it is not here. */
    long find(long hash, Check check) {
        return slots.get(LONG, slot(hash, check) + Long.BYTES) - 1;
    }

    /** Puts a name here, in the place of the one that is meant. */
    void put(long hash, long place, Check check) {
        long slot = slot(hash, check);
        if (slots.get(LONG, slot + Long.BYTES) == 0) {
            used++;
        }
        slots.set(LONG, slot, hash);
        slots.set(LONG, slot + Long.BYTES, place + 1);
    }

    /** Returns the slot of the name that is meant, or the empty one where it belongs. */
    private long slot(long hash, Check check) {
        for (long i = hash >>> shift; ; i = (i + 1) & (count - 1)) {
            long slot = i * SLOT;
            long place = slots.get(LONG, slot + Long.BYTES);
            if (place == 0 || (slots.get(LONG, slot) == hash && check.isMeant(place - 1))) {
                return slot;
            }
        }
    }

    void forEach(Entries entries) {
        for (long slot = 0; slot < count * SLOT; slot += SLOT) {
            long place = slots.get(LONG, slot + Long.BYTES);
            if (place != 0) {
                entries.accept(slots.get(LONG, slot), place - 1);
            }
        }
    }

    void clear() {
        slots.fill((byte) 0);
        used = 0;
    }
}
