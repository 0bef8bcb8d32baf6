package io.mts1b.oms.archive;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Says of nearly all names that were never put that they were not: a Bloom filter of blocks of one word, in which a name sets
 * four bits, so that to ask is to read a word. When it is full, one name of a hundred is taken for known that is not.
 *
 * <p>Lang, Neumann, Kemper and Boncz, Performance-Optimal Filtering: Bloom Overtakes Cuckoo at High Throughput, 2019.
 */
final class NameFilter implements AutoCloseable {

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final long PRIME = 0x9e3779b97f4a7c15L;
    private static final int NAMES_PER_WORD = 4;

    private final long names;
    private final int shift;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment words;

    /** Makes an empty one for so many names, a power of two of at least 8. */
    NameFilter(long names) {
        this.names = names;
        long count = names / NAMES_PER_WORD;
        shift = Long.numberOfLeadingZeros(count) + 1;
        words = arena.allocate(count * Long.BYTES, Long.BYTES);
    }

    /** Returns how many names it is for. */
    long names() {
        return names;
    }

    void add(long hash) {
        long at = word(hash);
        words.set(LONG, at, words.get(LONG, at) | bits(hash));
    }

    /** Has the places where names are looked for brought near, all at the same time, and returns anything of them. */
    long near(long[] hashes) {
        long any = 0;
        for (long hash : hashes) {
            any ^= words.get(LONG, word(hash));
        }
        return any;
    }

    boolean mayContain(long hash) {
        long bits = bits(hash);
        return (words.get(LONG, word(hash)) & bits) == bits;
    }

    /** By the first bits, in whose order the index has its names: a larger filter is filled from one end to the other. */
    private long word(long hash) {
        return (hash >>> shift) * Long.BYTES;
    }

    /** Four bits, each chosen by six others of a product that has little to do with the first bits of the hash. */
    private static long bits(long hash) {
        long mixed = hash * PRIME;
        return 1L << (mixed >>> 58) | 1L << (mixed >>> 52) | 1L << (mixed >>> 46) | 1L << (mixed >>> 40);
    }

    void clear() {
        words.fill((byte) 0);
    }

    @Override
    public void close() {
        arena.close();
    }
}
