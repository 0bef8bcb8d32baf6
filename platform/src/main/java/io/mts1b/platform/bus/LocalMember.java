package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import io.mts1b.platform.bus.LocalConsumer.Taken;
import java.time.Duration;
import java.util.function.Consumer;

/** One of those who share the work of a consumer in this process: a thread and a handler. */
final class LocalMember<T> implements Subscription {

    private final LocalConsumer consumer;
    private final Class<T> payload;
    private final Consumer<Delivery<T>> handler;
    private final Consumer<LocalMember<T>> onClose;
    private final Tally tally = new Tally();
    private final Thread thread;
    private volatile boolean isClosed;

    LocalMember(
            LocalConsumer consumer, Class<T> payload, Consumer<Delivery<T>> handler, Consumer<LocalMember<T>> onClose) {
        this.consumer = consumer;
        this.payload = payload;
        this.handler = handler;
        this.onClose = onClose;
        thread = Thread.ofPlatform().daemon().name("bus " + consumer.name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean isClosed() {
        return isClosed;
    }

    private void run() {
        try {
            for (Taken taken = consumer.take(this); taken != null; taken = consumer.take(this)) {
                deliver(taken);
            }
        } catch (RuntimeException e) {
            tally.failed(e);
        }
    }

    private void deliver(Taken taken) {
        if (taken.attempt() > 1) {
            tally.redelivered();
        }
        try {
            handler.accept(new LocalDelivery(Envelope.decode(taken.stored().envelope(), payload), taken));
        } catch (RuntimeException | Error e) {
            tally.failed(e);
        }
        tally.delivered();
    }

    /** A delivery that speaks to its consumer directly. */
    private final class LocalDelivery implements Delivery<T> {

        private final Event<T> event;
        private final Taken taken;

        LocalDelivery(Event<T> event, Taken taken) {
            this.event = event;
            this.taken = taken;
        }

        @Override
        public Event<T> event() {
            return event;
        }

        @Override
        public long sequence() {
            return taken.sequence();
        }

        @Override
        public int attempt() {
            return taken.attempt();
        }

        @Override
        public void ack() {
            consumer.ack(taken.sequence());
        }

        @Override
        public void nak(Duration delay) {
            consumer.nak(taken, delay);
        }
    }

    @Override
    public SubscriptionStatus status() {
        return tally.status(
                consumer.name() + " on " + consumer.pattern(), consumer.waiting(), 0, consumer.unacknowledged());
    }

    /** Waits for the handler at work, unless it is the handler that closes. */
    @Override
    public void close() {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            isClosed = true;
        }
        consumer.wake();
        if (!Thread.currentThread().equals(thread) && thread.isAlive()) {
            Uninterrupted.join(thread);
        }
        onClose.accept(this);
    }
}
