package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import io.mts1b.platform.bus.BusException.Category;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A live subscriber in this process: a ring, and a thread that empties it. */
final class LiveSubscription implements Subscription, Routing.Target {

    private static final int SPINS = 64;
    private static final int YIELDS = 128;
    private static final long NAP_NANOS = 50_000;

    private final SubjectPattern pattern;
    private final Optional<String> group;
    private final Consumer<Event<?>> handler;
    private final Consumer<LiveSubscription> onClose;
    private final Tally tally = new Tally();
    private final Ring<Event<?>> ring;
    private final Thread thread;
    private volatile boolean isAsleep;
    private volatile boolean isClosed;

    /** Makes the subscription; {@link #start} begins to hand in. */
    LiveSubscription(Feed<?> feed, Consumer<Event<?>> handler, Consumer<LiveSubscription> onClose) {
        pattern = feed.pattern();
        group = feed.group();
        this.handler = handler;
        this.onClose = onClose;
        ring = new Ring<>(feed.capacity());
        thread = Thread.ofPlatform().daemon().name("bus " + name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    SubjectPattern pattern() {
        return pattern;
    }

    Optional<String> group() {
        return group;
    }

    private String name() {
        return group.map(name -> pattern + " in " + name).orElseGet(pattern::toString);
    }

    @Override
    public boolean offer(Event<?> event) {
        if (tryOffer(event)) {
            return true;
        }
        tally.dropped();
        return false;
    }

    /** Hands over an event if there is room; whoever listens no more has room for everything. */
    boolean tryOffer(Event<?> event) {
        if (ring.offer(event)) {
            if (isAsleep) {
                LockSupport.unpark(thread);
            }
            return true;
        }
        return isClosed;
    }

    @Override
    public void put(Event<?> event) {
        for (int i = 0; !tryOffer(event); i++) {
            if (Thread.currentThread().equals(thread)) {
                throw new BusException(
                        Category.OVERLOADED,
                        "handler of " + name() + " must not wait for itself, but publishes into its own full queue");
            }
            idle(i);
        }
    }

    /** Waits longer the longer there is nothing to do. Yielding lets the other side run where cores are few. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static void idle(int round) {
        if (round < SPINS) {
            Thread.onSpinWait();
        } else if (round < SPINS + YIELDS) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    private void run() {
        int idle = 0;
        while (!isClosed) {
            Event<?> event = ring.poll();
            if (event != null) {
                idle = 0;
                deliver(event);
            } else if (idle < SPINS + YIELDS) {
                idle(idle++);
            } else {
                sleep();
                idle = 0;
            }
        }
    }

    private void sleep() {
        isAsleep = true;
        while (ring.isEmpty() && !isClosed) {
            LockSupport.park(this);
        }
        isAsleep = false;
    }

    private void deliver(Event<?> event) {
        try {
            handler.accept(event);
        } catch (RuntimeException | Error e) {
            tally.failed(e);
        }
        // An interrupt that a handler leaves behind would keep this thread from sleeping.
        var _ = Thread.interrupted();
        tally.delivered();
    }

    @Override
    public SubscriptionStatus status() {
        return tally.status(name(), ring.size(), 0, 0);
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            onClose.accept(this);
            LockSupport.unpark(thread);
        }
    }
}
