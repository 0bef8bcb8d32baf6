package io.mts1b.oms.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The last so many things of a log, numbered from 1 in the order they came. */
final class Recent<T> {

    private final int capacity;
    private final List<T> ring = new ArrayList<>();
    private long count;
    private long start;

    Recent(int capacity) {
        this.capacity = capacity;
    }

    /** Goes on after a number; what had it and those before is not known. */
    void after(long number) {
        ring.clear();
        count = number;
        start = number;
    }

    /** Adds what {@code make} makes of its number, and gives the number. */
    long add(Function<Long, T> make) {
        count++;
        T one = make.apply(count);
        if (ring.size() < capacity) {
            ring.add(one);
        } else {
            ring.set(index(count), one);
        }
        return count;
    }

    private int index(long number) {
        return (int) ((number - 1 - start) % capacity);
    }

    /** Returns what has a number; empty if it was so long ago, or is yet to come. */
    Optional<T> get(long number) {
        return number < first() || number > count ? Optional.empty() : Optional.of(ring.get(index(number)));
    }

    void replace(long number, T one) {
        if (get(number).isPresent()) {
            ring.set(index(number), one);
        }
    }

    /** Returns the lowest number that is still known. */
    long first() {
        return count - ring.size() + 1;
    }

    /** Returns the highest number there is. */
    long last() {
        return count;
    }
}
