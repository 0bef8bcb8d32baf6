package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Subject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whose bus it is, whether it is open, and what is open on it: the same over every network. Thread-safe. */
final class BusSession {

    private final String artifact;
    private final List<Subscription> open = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isClosed = new AtomicBoolean();

    BusSession(String artifact) {
        this.artifact = artifact;
    }

    String artifact() {
        return artifact;
    }

    boolean isClosed() {
        return isClosed.get();
    }

    void requireOpen() {
        if (isClosed()) {
            throw BusException.closed(artifact);
        }
    }

    /** Refuses what only the artifact may do that a subject belongs to. */
    void requireOwn(String action, Subject subject) {
        requireOpen();
        if (!subject.source().equals(artifact)) {
            throw BusException.foreign(artifact, action, subject.toString());
        }
    }

    /** Opens a publisher into a stream, for events of a topic as long as the bus is open. */
    <T> StreamPublisher<T> publisher(Topic<T> topic, StreamPublisher<T> stream) {
        Parts parts = new Parts(topic);
        return event -> {
            requireOpen();
            parts.require(event.subject());
            return stream.publish(event);
        };
    }

    void add(Subscription subscription) {
        open.add(subscription);
    }

    void remove(Subscription subscription) {
        open.remove(subscription);
    }

    List<SubscriptionStatus> subscriptions() {
        return open.stream().map(Subscription::status).toList();
    }

    /** Closes what is open, once; false if that was done before. */
    boolean close() {
        if (!isClosed.compareAndSet(false, true)) {
            return false;
        }
        open.forEach(Subscription::close);
        return true;
    }
}
