package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import io.mts1b.platform.bus.BusException.Category;
import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.Message;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the stream events of one bus, in their order, through any number of connections one after the
 * other.
 *
 * <p>A connection hands messages over in the order they were put in, or breaks. When one breaks, or an
 * acknowledgement does not come, it is thrown away with all that is in it, and a new one sends everything
 * again that was not acknowledged, oldest first. So on each connection an event goes before its followers,
 * and whichever copy of it comes first, comes before theirs; the later copies the server knows by their id.
 *
 * <p>Thread-safe.
 */
final class StreamSender implements AutoCloseable {

    private static final int MAX_ON_THE_WAY = 4_096;

    /** What the server calls its streams that are not up yet, or have lost their leader. */
    private static final int UNAVAILABLE_FOR_NOW = 10_008;

    private static final String MESSAGE_ID = "Nats-Msg-Id";
    private static final long RETRY_NANOS = Duration.ofMillis(100).toNanos();

    private final String artifact;
    private final Supplier<Connection> connect;
    private final JetStreamOptions options;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasRoom = lock.newCondition();
    private final Condition isBroken = lock.newCondition();

    // Guarded by the lock.
    private final Deque<Sent> onTheWay = new ArrayDeque<>();
    private @Nullable Thread mender;
    private @Nullable Link link;
    private boolean isClosed;

    /** A connection, as long as it works. */
    private record Link(Connection connection, JetStream stream) {}

    /** An event that was not acknowledged yet. */
    private record Sent(Message message, CompletableFuture<Receipt> receipt) {}

    StreamSender(String artifact, Supplier<Connection> connect, Duration patience) {
        this.artifact = artifact;
        this.connect = connect;
        options = JetStreamOptions.builder().requestTimeout(patience).build();
    }

    CompletableFuture<Receipt> publish(Event<?> event) {
        Message message = NatsMessage.builder()
                .subject(event.subject().toString())
                .headers(new Headers().put(MESSAGE_ID, event.eventId().value()))
                .data(Envelope.encode(event))
                .build();
        Sent sent = new Sent(message, new CompletableFuture<>());
        lock.lock();
        try {
            while (onTheWay.size() >= MAX_ON_THE_WAY && !isClosed) {
                hasRoom.awaitUninterruptibly();
            }
            if (isClosed) {
                throw BusException.closed(artifact);
            }
            onTheWay.add(sent);
            if (link != null) {
                send(link, sent);
            } else if (mender == null) {
                mender = Thread.ofPlatform()
                        .daemon()
                        .name("bus streams of " + artifact)
                        .start(this::mend);
            }
        } finally {
            lock.unlock();
        }
        return sent.receipt();
    }

    private void send(Link by, Sent sent) {
        try {
            var _ = by.stream()
                    .publishAsync(sent.message())
                    .whenComplete((acknowledged, e) -> settle(by, sent, acknowledged, e));
        } catch (IllegalArgumentException e) {
            // A server may take less than we allow; that it would say on every connection.
            refuse(sent, Category.TOO_LONG, e);
        } catch (RuntimeException e) {
            drop(by);
        }
    }

    private void settle(Link by, Sent sent, @Nullable PublishAck acknowledged, @Nullable Throwable error) {
        Throwable refusal = refusal(error);
        if (acknowledged != null) {
            if (take(sent)) {
                sent.receipt().complete(new Receipt(acknowledged.getSeqno(), acknowledged.isDuplicate()));
            }
        } else if (refusal != null) {
            refuse(sent, Category.STREAM, refusal);
        } else {
            drop(by);
        }
    }

    private void refuse(Sent sent, Category category, Throwable cause) {
        if (take(sent)) {
            String subject = sent.message().getSubject();
            sent.receipt()
                    .completeExceptionally(
                            new BusException(category, "server does not keep " + subject + ": " + cause, cause));
        }
    }

    /** Takes an event off the way; false if it was off it already. */
    private boolean take(Sent sent) {
        lock.lock();
        try {
            boolean taken = onTheWay.remove(sent);
            hasRoom.signal();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Finds the server's own no in what a future was completed with; null if it has none, or only for now. */
    private static @Nullable Throwable refusal(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof JetStreamApiException no) {
                return no.getApiErrorCode() == UNAVAILABLE_FOR_NOW ? null : no;
            }
        }
        return null;
    }

    /** Gives up a connection, unless that was done already. */
    private void drop(Link broken) {
        lock.lock();
        try {
            if (broken.equals(link)) {
                link = null;
                isBroken.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Connects whenever there is no connection, until the sender is closed. */
    private void mend() {
        @Nullable Link old = null;
        while (true) {
            awaitBroken(old);
            if (old != null) {
                close(old);
                pause();
            }
            if (!isOpen()) {
                return;
            }
            old = reconnect();
        }
    }

    private void awaitBroken(@Nullable Link current) {
        lock.lock();
        try {
            while (current != null && current.equals(link) && !isClosed) {
                isBroken.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isOpen() {
        lock.lock();
        try {
            return !isClosed;
        } finally {
            lock.unlock();
        }
    }

    /** Connects, and sends again what is not acknowledged; null, after a while, if there is no server. */
    private @Nullable Link reconnect() {
        try {
            Connection connection = connect.get();
            Link fresh = new Link(connection, connection.jetStream(options));
            lock.lock();
            try {
                link = fresh;
                List.copyOf(onTheWay).forEach(sent -> send(fresh, sent));
            } finally {
                lock.unlock();
            }
            return fresh;
        } catch (BusException | IOException e) {
            pause();
            return null;
        }
    }

    /** Waits a little, and not at all once the sender is closed. */
    private void pause() {
        if (isOpen()) {
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private static void close(Link link) {
        try {
            link.connection().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends; events that are not acknowledged by now may be kept or not. */
    @Override
    public void close() {
        List<Sent> lost;
        Thread mending;
        lock.lock();
        try {
            isClosed = true;
            lost = List.copyOf(onTheWay);
            onTheWay.clear();
            mending = mender;
            isBroken.signalAll();
            hasRoom.signalAll();
        } finally {
            lock.unlock();
        }
        lost.forEach(one -> one.receipt().completeExceptionally(BusException.closed(artifact)));
        if (mending != null) {
            LockSupport.unpark(mending);
            Uninterrupted.join(mending);
        }
    }
}
