package io.mts1b.platform.bus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of references for any number of producers and one consumer, without locks and without
 * garbage.
 *
 * <p>A producer claims a slot by moving the tail, and fills it; the consumer takes from the head as long as
 * slots are full, and empties them. The counters lie apart, so that no two threads write to one cache line.
 *
 * @param <E> what waits
 */
final class Ring<E> {

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final VarHandle COUNTER = MethodHandles.arrayElementVarHandle(long[].class);

    /** Two cache lines, because processors fetch them in pairs. */
    private static final int APART = 16;

    private static final int HEAD = APART;
    private static final int TAIL = 2 * APART;

    /** Up to where producers may fill without looking at the head again. */
    private static final int LIMIT = 3 * APART;

    private final long[] counters = new long[4 * APART];
    private final int capacity;
    private final int mask;
    private final @Nullable Object[] slots;

    Ring(int capacity) {
        this.capacity = capacity;
        int size = Integer.highestOneBit(capacity) == capacity ? capacity : 2 * Integer.highestOneBit(capacity);
        slots = new @Nullable Object[size];
        mask = size - 1;
        counters[LIMIT] = capacity;
    }

    /** Adds an element; false if there is no room. Any thread. */
    boolean offer(E element) {
        long limit = (long) COUNTER.getVolatile(counters, LIMIT);
        long tail;
        do {
            tail = (long) COUNTER.getVolatile(counters, TAIL);
            if (tail >= limit) {
                limit = (long) COUNTER.getVolatile(counters, HEAD) + capacity;
                if (tail >= limit) {
                    return false;
                }
                COUNTER.setRelease(counters, LIMIT, limit);
            }
        } while (!COUNTER.compareAndSet(counters, TAIL, tail, tail + 1));
        // Volatile, so that a producer that now sees no sleeper is seen by one that goes to sleep.
        SLOT.setVolatile(slots, (int) tail & mask, element);
        return true;
    }

    /** Takes the oldest element; null if there is none, or its producer has not filled it yet. One thread. */
    @SuppressWarnings("unchecked")
    @Nullable E poll() {
        long head = counters[HEAD];
        int at = (int) head & mask;
        Object element = SLOT.getAcquire(slots, at);
        if (element == null) {
            return null;
        }
        SLOT.setOpaque(slots, at, null);
        COUNTER.setRelease(counters, HEAD, head + 1);
        return (E) element;
    }

    /** Tells whether {@link #poll} would return null. The consumer's thread. */
    boolean isEmpty() {
        return SLOT.getVolatile(slots, (int) counters[HEAD] & mask) == null;
    }

    /** Returns how many elements wait, roughly if somebody is at work. */
    long size() {
        long head = (long) COUNTER.getVolatile(counters, HEAD);
        return Math.max(0, (long) COUNTER.getVolatile(counters, TAIL) - head);
    }
}
