package io.mts1b.oms.archive;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Says of most names that were never put that they were not: a Bloom filter of a word for four names, in which a name sets
 * four bits of one word, so that to ask is to look at one place of memory.
 */
final class NameFilter implements AutoCloseable {

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final int NAMES_PER_WORD = 4;

    private final long names;
    private final long mask;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment words;

    /** Makes an empty one for so many names, a power of two. */
    NameFilter(long names) {
        this.names = names;
        long count = names / NAMES_PER_WORD;
        mask = count - 1;
        words = arena.allocate(count * Long.BYTES, Long.BYTES);
    }

    /** Returns how many names it is for. */
    long names() {
        return names;
    }

    void add(long hash) {
        long at = (hash & mask) * Long.BYTES;
        words.set(LONG, at, words.get(LONG, at) | bits(hash));
    }

    boolean mayContain(long hash) {
        long bits = bits(hash);
        return (words.get(LONG, (hash & mask) * Long.BYTES) & bits) == bits;
    }

    /** Four bits, by parts of the hash that do not choose the word. */
    private static long bits(long hash) {
        return 1L << (hash >>> 58) | 1L << (hash >>> 52) | 1L << (hash >>> 46) | 1L << (hash >>> 40);
    }

    @Override
    public void close() {
        arena.close();
    }
}
