package io.mts1b.brokers.matching;

/** {@value #LEVELS} neighbouring prices of one side, and a bit for each that has orders. */
final class Page {

    static final int BITS = 6;
    static final int LEVELS = 1 << BITS;

    final Level[] levels = new Level[LEVELS];
    long key;
    long used;

    Page() {
        for (int i = 0; i < LEVELS; i++) {
            levels[i] = new Level(this);
        }
    }

    /** The best level; the page must not be empty. */
    Level best() {
        return levels[63 - Long.numberOfLeadingZeros(used)];
    }
}
