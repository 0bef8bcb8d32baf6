package io.mts1b.platform.bus;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a subscription counts. Thread-safe; {@link #delivered} by one thread at a time. */
final class Tally {

    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong redelivered = new AtomicLong();
    private volatile @Nullable String lastFailure;

    /** Counts a call of the handler, by the one thread that makes them. */
    void delivered() {
        delivered.lazySet(delivered.getPlain() + 1);
    }

    /** Counts a call of the handler, by one of several threads. */
    void deliveredBySome() {
        delivered.getAndIncrement();
    }

    void dropped() {
        dropped.getAndIncrement();
    }

    void redelivered() {
        redelivered.getAndIncrement();
    }

    void failed(Throwable cause) {
        lastFailure = cause.toString();
        failed.getAndIncrement();
    }

    SubscriptionStatus status(String name, long waiting, long lostElsewhere, long unacknowledged) {
        return new SubscriptionStatus(
                name,
                delivered.get(),
                waiting,
                dropped.get() + lostElsewhere,
                failed.get(),
                redelivered.get(),
                unacknowledged,
                lastFailure);
    }
}
