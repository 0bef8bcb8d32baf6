package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import io.nats.client.Connection;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Publishes live to a server, as long as it is there and the socket keeps up. */
final class NatsPublisher<T> implements Publisher<T> {

    private static final long NAP_NANOS = 100_000;

    private final String artifact;
    private final Topic<T> topic;
    private final Connection connection;
    private final BooleanSupplier isClosed;

    NatsPublisher(String artifact, Topic<T> topic, Connection connection, BooleanSupplier isClosed) {
        this.artifact = artifact;
        this.topic = topic;
        this.connection = connection;
        this.isClosed = isClosed;
    }

    @Override
    public boolean offer(Event<T> event) {
        byte[] bytes = encode(event);
        requireOpen();
        return send(event, bytes);
    }

    @Override
    public void put(Event<T> event) {
        byte[] bytes = encode(event);
        requireOpen();
        while (!send(event, bytes)) {
            LockSupport.parkNanos(NAP_NANOS);
            requireOpen();
        }
    }

    private byte[] encode(Event<T> event) {
        topic.requirePart(event.subject());
        return Envelope.encode(event);
    }

    private void requireOpen() {
        if (isClosed.getAsBoolean() || connection.getStatus() == Connection.Status.CLOSED) {
            throw BusException.closed(artifact);
        }
    }

    private boolean send(Event<T> event, byte[] bytes) {
        // Nothing else is asked of the connection: most of its methods wait while it reconnects.
        if (connection.getStatus() != Connection.Status.CONNECTED) {
            return false;
        }
        try {
            connection.publish(event.subject().toString(), bytes);
            return true;
        } catch (IllegalStateException e) {
            // The connection broke just now, or has no room.
            return false;
        }
    }
}
