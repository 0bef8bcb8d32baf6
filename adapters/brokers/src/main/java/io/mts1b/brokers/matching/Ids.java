package io.mts1b.brokers.matching;

import org.jspecify.annotations.Nullable;

/** Orders by id: open addressing with linear probing, and nothing left behind by what is removed. */
final class Ids {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long[] keys = new long[1 << 8];
    private @Nullable Resting[] values = new Resting[1 << 8];
    private int shift = Long.SIZE - 8;
    private int size;

    int size() {
        return size;
    }

    private int home(long id) {
        return (int) ((id * GOLDEN) >>> shift);
    }

    @Nullable Resting get(long id) {
        int mask = values.length - 1;
        for (int at = home(id); ; at = (at + 1) & mask) {
            Resting found = values[at];
            if (found == null || keys[at] == id) {
                return found;
            }
        }
    }

    /** Adds an order whose id is not there yet. */
    void add(Resting order) {
        if (++size > values.length >> 1) {
            grow();
        }
        insert(order);
    }

    private void insert(Resting order) {
        int mask = values.length - 1;
        int at = home(order.id);
        while (values[at] != null) {
            at = (at + 1) & mask;
        }
        keys[at] = order.id;
        values[at] = order;
    }

    private void grow() {
        @Nullable Resting[] old = values;
        keys = new long[old.length * 2];
        values = new Resting[old.length * 2];
        shift--;
        for (Resting order : old) {
            if (order != null) {
                insert(order);
            }
        }
    }

    /** Removes an order that is there: what comes behind it moves up (Knuth, The Art of Computer Programming 3, 6.4 R). */
    void remove(long id) {
        int mask = values.length - 1;
        int hole = home(id);
        while (keys[hole] != id || values[hole] == null) {
            hole = (hole + 1) & mask;
        }
        for (int at = (hole + 1) & mask; values[at] != null; at = (at + 1) & mask) {
            int home = home(keys[at]);
            if (((at - home) & mask) >= ((at - hole) & mask)) {
                keys[hole] = keys[at];
                values[hole] = values[at];
                hole = at;
            }
        }
        values[hole] = null;
        size--;
    }
}
