package io.mts1b.brokers.matching;

import org.jspecify.annotations.Nullable;

/** Orders that are not on the book, to be used again. */
final class Pool {

    @Nullable private Resting free;

    Resting take() {
        Resting order = free;
        if (order == null) {
            return new Resting();
        }
        free = order.before;
        order.before = null;
        return order;
    }

    void give(Resting order) {
        order.level = null;
        order.after = null;
        order.before = free;
        free = order;
    }
}
