package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import java.util.concurrent.CompletableFuture;

/**
 * Publishes into a stream, whose order is that in which {@link #publish} was called. Thread-safe.
 *
 * @param <T> the type of the payload
 */
public interface StreamPublisher<T> {

    /**
     * Publishes. Waits while 4,096 events are on their way; goes on trying while the server is away.
     *
     * @param event an event of the topic or of a part of it; one whose id the stream has kept within its window
     *     is not kept again
     * @return completed when the event is kept, or with a {@link BusException}: then it may be kept or not, and
     *     may be published again under the same id. What depends on it must not block
     * @throws BusException if it is too long, or the bus is closed
     * @throws IllegalArgumentException if its subject is not of the topic
     */
    CompletableFuture<Receipt> publish(Event<T> event);
}
