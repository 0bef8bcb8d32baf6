package io.mts1b.oms.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was put and may not be written yet. Of the caller's thread, as the archive is. */
final class WaitingPuts implements AutoCloseable {

    /** So many that a thread is not woken for a few. */
    private static final int TOGETHER = 512;

    /** So many hands share a filter that two of them are looked at, mostly, and so few that these fit into a cache. */
    private static final int HANDS = 8;

    private static final long NAMES = 1L << 15;

    /** A few, that are walked through for each name. */
    private final List<Names> handed = new ArrayList<>();

    private final Deque<NameFilter> free = new ArrayDeque<>();
    private Names last = new Names(new NameFilter(NAMES));
    private Puts next = last.begin();

    /** Some hands, and a filter that says of nearly all names that they are not among them. */
    private static final class Names {

        private final NameFilter filter;
        private final List<Puts> hands = new ArrayList<>(HANDS);
        private int begun;

        Names(NameFilter filter) {
            this.filter = filter;
        }

        Puts begin() {
            Puts puts = new Puts();
            hands.add(puts);
            begun++;
            return puts;
        }

        boolean isFull() {
            return begun == HANDS;
        }

        /** Lets go of what is written: its records take memory. */
        void forgetWritten() {
            hands.removeIf(Puts::isWritten);
        }

        boolean isWritten() {
            return hands.getLast().isWritten();
        }

        boolean has(long hash) {
            return filter.mayContain(hash) && hands.stream().anyMatch(puts -> !puts.isWritten() && puts.has(hash));
        }

        NameFilter emptied() {
            filter.clear();
            return filter;
        }
    }

    /** Takes one more, and tells whether there are enough to be handed over. */
    boolean add(Put put) {
        next.add(put);
        for (long hash : put.hashes()) {
            last.filter.add(hash);
        }
        return next.puts().size() >= TOGETHER;
    }

    /** Tells whether there is something to be handed over. */
    boolean hasMore() {
        return !next.puts().isEmpty();
    }

    /** Returns what is to be handed over now. */
    Puts hand() {
        Puts some = next;
        last.forgetWritten();
        if (last.isFull()) {
            forgetWritten();
            handed.add(last);
            last = new Names(free.isEmpty() ? new NameFilter(NAMES) : free.remove());
        }
        next = last.begin();
        return some;
    }

    /** Tells whether a name of this hash may not have been written yet. */
    boolean has(long hash) {
        forgetWritten();
        if (last.has(hash)) {
            return true;
        }
        for (int i = 0; i < handed.size(); i++) {
            if (handed.get(i).has(hash)) {
                return true;
            }
        }
        return false;
    }

    private void forgetWritten() {
        while (!handed.isEmpty() && handed.getFirst().isWritten()) {
            free.add(handed.removeFirst().emptied());
        }
    }

    /** Forgets what waits. */
    void clear() {
        handed.forEach(names -> free.add(names.emptied()));
        handed.clear();
        last = new Names(last.emptied());
        next = last.begin();
    }

    @Override
    public void close() {
        clear();
        last.filter.close();
        free.forEach(NameFilter::close);
    }
}
