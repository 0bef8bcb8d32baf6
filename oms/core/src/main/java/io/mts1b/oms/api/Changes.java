package io.mts1b.oms.api;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What has changed in a fund since somebody last looked: what, and not how often, so that who looks slowly sees less and
 * costs no more. Thread-safe.
 */
final class Changes implements AutoCloseable {

    private static final int MOST = 10_000;

    private final FundId fund;
    private final Predicate<OrderId> matters;
    private final Consumer<Changes> onClose;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Part unsaid = new Part();
    private final Part said = new Part();
    private boolean ended;

    /** What changed. */
    private static final class Part {

        private final Set<OrderId> orders = new TreeSet<>();
        private final Set<Long> fills = new TreeSet<>();
        private boolean tooMuch;

        boolean isEmpty() {
            return orders.isEmpty() && fills.isEmpty() && !tooMuch;
        }

        void add(Part other) {
            orders.addAll(other.orders);
            fills.addAll(other.fills);
            tooMuch |= other.tooMuch;
            limit();
        }

        void limit() {
            if (orders.size() + fills.size() > MOST) {
                tooMuch = true;
                orders.clear();
                fills.clear();
            }
        }

        void clear() {
            orders.clear();
            fills.clear();
            tooMuch = false;
        }
    }

    /**
     * What changed.
     *
     * @param orders those that stand otherwise
     * @param fills the numbers of those that came or were busted
     * @param tooMuch whether so much changed that all is to be looked at anew, after these orders and fills
     */
    record Seen(List<OrderId> orders, List<Long> fills, boolean tooMuch) {

        boolean isEmpty() {
            return orders.isEmpty() && fills.isEmpty() && !tooMuch;
        }
    }

    Changes(FundId fund, Predicate<OrderId> matters, Consumer<Changes> onClose) {
        this.fund = fund;
        this.matters = matters;
        this.onClose = onClose;
    }

    /** An order changed; told once that is durable. */
    void changed(OrderId order) {
        if (matters.test(order)) {
            unsaid.orders.add(order);
            unsaid.limit();
        }
    }

    /** A fill of an order came or was busted; told once that is durable. */
    void filled(OrderId order, long number) {
        if (matters.test(order)) {
            unsaid.fills.add(number);
            unsaid.limit();
        }
    }

    /** An operator gave a fund a fill; told once that is durable. */
    void booked(FundId whose, long number) {
        if (whose.equals(fund)) {
            unsaid.fills.add(number);
            unsaid.limit();
        }
    }

    /** Every position may be another; told once that is durable. */
    void restated() {
        unsaid.tooMuch = true;
    }

    /** A fill of an order was busted that nobody remembers the number of; told once that is durable. */
    void restated(OrderId order) {
        if (matters.test(order)) {
            restated();
        }
    }

    /** Everything so far is durable. */
    void publish() {
        if (unsaid.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            said.add(unsaid);
            something.signalAll();
        } finally {
            lock.unlock();
        }
        unsaid.clear();
    }

    /** There will be no more. */
    void end() {
        lock.lock();
        try {
            ended = true;
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something changed, it is over, or the time is up, and takes what changed. */
    Seen take(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (said.isEmpty() && !ended && left > 0) {
                left = something.awaitNanos(left);
            }
            Seen seen = new Seen(List.copyOf(said.orders), List.copyOf(said.fills), said.tooMuch);
            said.clear();
            return seen;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        onClose.accept(this);
        end();
    }
}
