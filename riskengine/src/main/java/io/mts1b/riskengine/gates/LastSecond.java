package io.mts1b.riskengine.gates;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** The instants at which something happened, as long as they are within a second of the last. */
final class LastSecond {

    private static final long NANOS = 1_000_000_000L;
    private static final int FIRST_ROOM = 16;

    /** A ring: its length is a power of two. */
    private long[] times = new long[FIRST_ROOM];

    private long first;
    private long end;

    void add(Instant at) {
        add(nanos(at));
    }

    void add(long nanos) {
        // A clock that was set back changes nothing: what came later counts as having come at the same time.
        long now = first == end ? nanos : Math.max(nanos, times[slot(end - 1)]);
        while (first < end && times[slot(first)] <= now - NANOS) {
            first++;
        }
        if (end - first == times.length) {
            grow();
        }
        times[slot(end++)] = now;
    }

    /** Returns the instants, the first first. */
    List<Long> form() {
        return LongStream.range(first, end).mapToObj(i -> times[slot(i)]).toList();
    }

    private void grow() {
        long[] larger = new long[times.length * 2];
        for (long i = first; i < end; i++) {
            larger[(int) (i & (larger.length - 1))] = times[slot(i)];
        }
        times = larger;
    }

    private int slot(long index) {
        return (int) (index & (times.length - 1));
    }

    /** Counts what happened in the second that ends at an instant, its begin left out. */
    int before(Instant at) {
        long after = nanos(at) - NANOS;
        long low = first;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (times[slot(middle)] > after) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return (int) (end - low);
    }

    private static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOS), at.getNano());
    }
}
