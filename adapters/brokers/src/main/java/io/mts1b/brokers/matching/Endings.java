package io.mts1b.brokers.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The orders that end, first by time, then by id: a binary heap in which every order knows its place. */
final class Endings {

    private Resting[] heap = new Resting[16];
    private int size;

    @Nullable Resting first() {
        return size == 0 ? null : heap[0];
    }

    void add(Resting order) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        size++;
        up(size - 1, order);
    }

    void remove(Resting order) {
        int hole = order.ending;
        order.ending = Resting.NOT_ENDING;
        Resting last = heap[--size];
        if (last != order) {
            up(hole, last);
            down(last.ending, last);
        }
    }

    private void up(int from, Resting order) {
        int at = from;
        while (at > 0 && isBefore(order, heap[(at - 1) >> 1])) {
            put(at, heap[(at - 1) >> 1]);
            at = (at - 1) >> 1;
        }
        put(at, order);
    }

    private void down(int from, Resting order) {
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], order)) {
                break;
            }
            put(at, heap[child]);
            at = child;
        }
        put(at, order);
    }

    private void put(int at, Resting order) {
        heap[at] = order;
        order.ending = at;
    }

    private static boolean isBefore(Resting one, Resting other) {
        return one.expires != other.expires ? one.expires < other.expires : one.id < other.id;
    }
}
