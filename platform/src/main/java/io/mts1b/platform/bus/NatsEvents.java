package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import io.nats.client.Message;
import java.nio.charset.StandardCharsets;

/** Events out of messages. */
final class NatsEvents {

    private NatsEvents() {}

    /** Reads an event, and refuses one that says it belongs elsewhere: the server guards subjects, not contents. */
    static <T> Event<T> read(Message message, Class<T> payload) {
        Event<T> event = Envelope.decode(message.getData(), payload);
        if (!event.subject().toString().equals(message.getSubject())) {
            throw new IllegalArgumentException(
                    "event on " + message.getSubject() + " must be of it, was of " + event.subject());
        }
        return event;
    }

    static String text(Message message) {
        return new String(message.getData(), StandardCharsets.UTF_8);
    }
}
