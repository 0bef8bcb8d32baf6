package io.mts1b.oms.archive;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Says of nearly all names that were never put that they were not: a Bloom filter of blocks of a cache line, in which a name
 * sets one bit of each of its eight words, so that to ask is to look at one place of memory. When it is full, one name of a
 * thousand is taken for known that is not.
 *
 * <p>Putze, Sanders and Singler, Cache-, Hash- and Space-Efficient Bloom Filters, 2007.
 */
final class NameFilter implements AutoCloseable {

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final long PRIME = 0x9e3779b97f4a7c15L;
    private static final int WORDS = 8;
    private static final long LINE = (long) WORDS * Long.BYTES;
    private static final int NAMES_PER_LINE = 32;

    private final long names;
    private final int shift;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment lines;

    /** Makes an empty one for so many names, a power of two of at least 64. */
    NameFilter(long names) {
        this.names = names;
        long count = names / NAMES_PER_LINE;
        shift = Long.numberOfLeadingZeros(count) + 1;
        lines = arena.allocate(count * LINE, LINE);
    }

    /** Returns how many names it is for. */
    long names() {
        return names;
    }

    void add(long hash) {
        long at = line(hash);
        long bits = bits(hash);
        for (int i = 0; i < WORDS; i++) {
            lines.set(LONG, at, lines.get(LONG, at) | 1L << bits);
            at += Long.BYTES;
            bits >>>= 6;
        }
    }

    /** Has the places where names are looked for brought near, all at the same time, and returns anything of them. */
    long near(long[] hashes) {
        long any = 0;
        for (long hash : hashes) {
            any ^= lines.get(LONG, line(hash));
        }
        return any;
    }

    /** Looks at all words whatever the first says: who asks goes on meanwhile as if it were not there, which is likely. */
    boolean mayContain(long hash) {
        long at = line(hash);
        long bits = bits(hash);
        long set = 1;
        for (int i = 0; i < WORDS; i++) {
            set &= lines.get(LONG, at) >>> bits;
            at += Long.BYTES;
            bits >>>= 6;
        }
        return set != 0;
    }

    /** By the first bits, in whose order the index has its names: a larger filter is filled from one end to the other. */
    private long line(long hash) {
        return (hash >>> shift) * LINE;
    }

    /** Six bits for each word, the lowest first. */
    private static long bits(long hash) {
        return (hash * PRIME) >>> (Long.SIZE - 6 * WORDS);
    }

    void clear() {
        lines.fill((byte) 0);
    }

    @Override
    public void close() {
        arena.close();
    }
}
