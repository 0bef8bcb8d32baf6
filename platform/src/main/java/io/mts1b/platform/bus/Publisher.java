package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;

/**
 * Publishes live: whoever listens now gets it. The events of one thread arrive in their order. Thread-safe.
 *
 * @param <T> the type of the payload
 */
public interface Publisher<T> {

    /**
     * Publishes without waiting; on the way to a server that cannot keep up, for a millisecond at the most.
     *
     * @param event an event of the topic or of a part of it
     * @return false if somebody lost it for lack of room: in one process the subscribers whose queue is full,
     *     to a server everybody while the connection is down or cannot keep up. What subscribers behind a server
     *     lose is counted there
     * @throws BusException if it is too long, or the bus is closed
     * @throws IllegalArgumentException if its subject is not of the topic
     */
    boolean offer(Event<T> event);

    /**
     * Publishes, and waits as long as somebody has no room for it.
     *
     * @param event an event of the topic or of a part of it
     * @throws BusException if it is too long, the bus is or becomes closed, or the waiting could never end
     *     because the caller is the handler that has no room
     * @throws IllegalArgumentException if its subject is not of the topic
     */
    void put(Event<T> event);
}
