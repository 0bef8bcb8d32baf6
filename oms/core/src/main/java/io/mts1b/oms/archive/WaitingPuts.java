package io.mts1b.oms.archive;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was put and may not be written yet. Of the caller's thread, as the archive is. */
final class WaitingPuts implements AutoCloseable {

    /** So many that a thread is not woken for a few, and so few that their names fit into a cache. */
    private static final int TOGETHER = 512;

    private static final long NAMES = 1L << 12;

    private final Deque<Puts> handed = new ArrayDeque<>();
    private final Deque<NameFilter> free = new ArrayDeque<>();
    private Puts next = next();

    private Puts next() {
        return new Puts(free.isEmpty() ? new NameFilter(NAMES) : free.remove());
    }

    /** Takes one more, and tells whether there are enough to be handed over. */
    boolean add(Put put) {
        next.add(put);
        return next.puts().size() >= TOGETHER;
    }

    /** Tells whether there is something to be handed over. */
    boolean hasMore() {
        return !next.puts().isEmpty();
    }

    /** Returns what is to be handed over now. */
    Puts hand() {
        forgetWritten();
        Puts some = next;
        handed.add(some);
        next = next();
        return some;
    }

    /** Tells whether a name of this hash may not have been written yet. */
    boolean has(long hash) {
        forgetWritten();
        if (next.has(hash)) {
            return true;
        }
        for (Puts some : handed) {
            if (some.has(hash)) {
                return true;
            }
        }
        return false;
    }

    private void forgetWritten() {
        while (!handed.isEmpty() && handed.getFirst().isWritten()) {
            free.add(handed.removeFirst().filter());
        }
    }

    /** Forgets what waits. */
    void clear() {
        handed.forEach(some -> free.add(some.filter()));
        handed.clear();
        free.add(next.filter());
        next = next();
    }

    @Override
    public void close() {
        clear();
        next.filter().close();
        free.forEach(NameFilter::close);
    }
}
