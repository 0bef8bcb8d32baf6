package io.mts1b.brokers.matching;

import org.jspecify.annotations.Nullable;

/** The queue of one price. */
final class Level {

    final Page page;
    long price;
    long total;

    @Nullable Resting first;

    @Nullable private Resting last;

    Level(Page page) {
        this.page = page;
    }

    void append(Resting order) {
        Resting tail = last;
        if (tail == null) {
            first = order;
        } else {
            tail.after = order;
            order.before = tail;
        }
        last = order;
        order.level = this;
        total += order.left;
    }

    /** Takes an order out, with what is left of it. */
    void unlink(Resting order) {
        Resting before = order.before;
        Resting after = order.after;
        if (before == null) {
            first = after;
        } else {
            before.after = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.before = before;
        }
        order.before = null;
        order.after = null;
        order.level = null;
        total -= order.left;
    }
}
