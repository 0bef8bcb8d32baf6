package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import io.mts1b.platform.bus.BusException.Category;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PullSubscribeOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One of those who share the work of a consumer on a server: a thread that asks for some events, hands them in
 * one by one, and asks for more. Whatever becomes of the server, it asks again.
 */
final class NatsConsumer<T> implements Subscription {

    /** How long the server may hold a request, and so how long it takes to go on after a restart. */
    private static final Duration PULL = Duration.ofSeconds(1);

    private static final Duration SWEEP = Duration.ofMillis(1);
    private static final int MAX_PULL = 256;

    /** How long to wait before asking a server again that does not answer, or says that enough is out. */
    private static final long NAP_NANOS = Duration.ofMillis(20).toNanos();

    private final Connection connection;
    private final Feed<T> feed;
    private final ConsumerOptions options;
    private final Consumer<Delivery<T>> handler;
    private final Consumer<Subscription> onClose;
    private final NatsEvents<T> events;
    private final Tally tally = new Tally();
    private final Set<Long> unacknowledged = new ConcurrentSkipListSet<>();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final JetStreamSubscription subscription;
    private final Thread thread;
    private volatile long waiting;

    /** Makes the subscription; {@link #start} begins to hand in. */
    NatsConsumer(
            Connection connection,
            String stream,
            Feed<T> feed,
            ConsumerOptions options,
            Consumer<Delivery<T>> handler,
            Consumer<Subscription> onClose) {
        this.connection = connection;
        this.feed = feed;
        events = new NatsEvents<>(feed.payload());
        this.options = options;
        this.handler = handler;
        this.onClose = onClose;
        try {
            subscription = connection
                    .jetStream()
                    .subscribe(feed.pattern().toString(), PullSubscribeOptions.bind(stream, options.name()));
        } catch (IOException | JetStreamApiException e) {
            throw new BusException(Category.STREAM, "consumer " + options.name() + " cannot begin: " + e, e);
        }
        thread = Thread.ofPlatform().daemon().name("bus " + options.name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        int batch = Math.min(MAX_PULL, options.maxUnacknowledged());
        while (!isClosed.get() && connection.getStatus() != Connection.Status.CLOSED) {
            if (!handIn(batch)) {
                LockSupport.parkNanos(NAP_NANOS);
            }
        }
    }

    /** Asks once, and hands in what comes; false if nothing came. */
    private boolean handIn(int batch) {
        boolean some = false;
        try {
            Iterator<Message> messages = subscription.iterate(batch, PULL);
            while (messages.hasNext()) {
                some = true;
                handIn(messages.next());
            }
        } catch (IllegalStateException e) {
            // The connection is broken or closed, or the server refuses for now.
        }
        return some;
    }

    private void handIn(Message message) {
        if (isClosed.get()) {
            // Fetched and not handed in: somebody else may have it, without waiting for its time to be up.
            message.nak();
            return;
        }
        waiting = message.metaData().pendingCount();
        if (message.metaData().deliveredCount() > 1) {
            tally.redelivered();
        }
        unacknowledged.add(message.metaData().streamSequence());
        try {
            handler.accept(new NatsDelivery(message, events.read(message)));
        } catch (RuntimeException | Error e) {
            tally.failed(e);
        }
        tally.delivered();
    }

    /** A delivery that speaks to the server. */
    private final class NatsDelivery implements Delivery<T> {

        private final Message message;
        private final Event<T> event;

        NatsDelivery(Message message, Event<T> event) {
            this.message = message;
            this.event = event;
        }

        @Override
        public Event<T> event() {
            return event;
        }

        @Override
        public long sequence() {
            return message.metaData().streamSequence();
        }

        @Override
        public int attempt() {
            return (int) Math.min(Integer.MAX_VALUE, message.metaData().deliveredCount());
        }

        @Override
        public void ack() {
            tell(message::ack);
        }

        @Override
        public void nak(Duration delay) {
            tell(() -> message.nakWithDelay(delay));
        }

        private void tell(Runnable word) {
            unacknowledged.remove(sequence());
            try {
                word.run();
            } catch (IllegalStateException e) {
                // The connection is closed or broken; the event comes again.
            }
        }
    }

    @Override
    public SubscriptionStatus status() {
        return tally.status(options.name() + " on " + feed.pattern(), waiting, 0, unacknowledged.size());
    }

    /** Tells the server that we want no more, gives back what was fetched, and waits for the handler at work. */
    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        onClose.accept(this);
        try {
            var _ = subscription.drain(PULL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // The server is away; what was fetched comes again after its time.
        }
        if (thread.isAlive() && !Thread.currentThread().equals(thread)) {
            Uninterrupted.join(thread);
        }
        giveBackTheRest();
    }

    /** What the server sent before it knew that we want no more has arrived by now, perhaps after the last look. */
    private void giveBackTheRest() {
        try {
            for (Message left = subscription.nextMessage(SWEEP); left != null; left = subscription.nextMessage(SWEEP)) {
                left.nak();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // There is nothing left.
        }
    }
}
