package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import io.nats.client.Connection;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Publishes live to a server, as long as it is there and the socket keeps up. */
final class NatsPublisher<T> implements Publisher<T> {

    private static final long NAP_NANOS = 100_000;

    private final String artifact;
    private final Parts parts;
    private final Connection connection;
    private final BooleanSupplier isClosed;

    NatsPublisher(String artifact, Topic<T> topic, Connection connection, BooleanSupplier isClosed) {
        this.artifact = artifact;
        parts = new Parts(topic);
        this.connection = connection;
        this.isClosed = isClosed;
    }

    @Override
    public boolean offer(Event<T> event) {
        String subject = parts.require(event.subject());
        byte[] bytes = Envelope.encode(event);
        requireOpen();
        return send(subject, bytes);
    }

    @Override
    public void put(Event<T> event) {
        String subject = parts.require(event.subject());
        byte[] bytes = Envelope.encode(event);
        requireOpen();
        while (!send(subject, bytes)) {
            LockSupport.parkNanos(NAP_NANOS);
            requireOpen();
        }
    }

    private void requireOpen() {
        if (isClosed.getAsBoolean() || connection.getStatus() == Connection.Status.CLOSED) {
            throw BusException.closed(artifact);
        }
    }

    private boolean send(String subject, byte[] bytes) {
        // Nothing else is asked of the connection: most of its methods wait while it reconnects.
        if (connection.getStatus() != Connection.Status.CONNECTED) {
            return false;
        }
        try {
            connection.publish(subject, bytes);
            return true;
        } catch (IllegalStateException e) {
            // The connection broke just now, or has no room.
            return false;
        }
    }
}
