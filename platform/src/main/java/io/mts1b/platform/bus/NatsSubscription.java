package io.mts1b.platform.bus;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A live subscriber on a server: a dispatcher with a bounded queue and a thread. */
final class NatsSubscription implements Subscription {

    private final String name;
    private final Connection connection;
    private final Consumer<Message> handler;
    private final Consumer<Subscription> onClose;
    private final Tally tally = new Tally();
    private final Dispatcher dispatcher;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    NatsSubscription(Connection connection, Feed<?> feed, Consumer<Message> handler, Consumer<Subscription> onClose) {
        this(connection, feed.pattern().toString(), feed.group(), feed.capacity(), handler, onClose);
    }

    NatsSubscription(
            Connection connection,
            String subject,
            Optional<String> group,
            int capacity,
            Consumer<Message> handler,
            Consumer<Subscription> onClose) {
        this.connection = connection;
        this.handler = handler;
        this.onClose = onClose;
        name = group.map(one -> subject + " in " + one).orElse(subject);
        dispatcher = connection.createDispatcher(this::deliver);
        dispatcher.setPendingLimits(capacity, -1);
        group.ifPresentOrElse(one -> dispatcher.subscribe(subject, one), () -> dispatcher.subscribe(subject));
    }

    private void deliver(Message message) {
        try {
            handler.accept(message);
        } catch (RuntimeException | Error e) {
            tally.failed(e);
        }
        tally.delivered();
    }

    @Override
    public SubscriptionStatus status() {
        return tally.status(name, Math.max(0, dispatcher.getPendingMessageCount()), dispatcher.getDroppedCount(), 0);
    }

    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            onClose.accept(this);
            if (dispatcher.isActive()) {
                connection.closeDispatcher(dispatcher);
            }
        }
    }
}
