package io.mts1b.brokers.matching;

/** A hash of a sequence of numbers: FNV-1a by whole words, each mixed first by the finalizer of SplitMix64. */
final class StateHash {

    private long hash = 0xcbf29ce484222325L;

    void add(long word) {
        long mixed = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        hash = (hash ^ mixed ^ (mixed >>> 31)) * 0x100000001b3L;
    }

    long value() {
        return hash;
    }
}
