package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.nats.client.Message;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Events out of messages. Confined to the thread that hands them in. */
final class NatsEvents<T> {

    private final Class<T> payload;

    /** The subject of the last event, and its text: most often those of the next. */
    private @Nullable Subject last;

    private String lastText = "";

    NatsEvents(Class<T> payload) {
        this.payload = payload;
    }

    /** Reads an event, and refuses one that says it belongs elsewhere: the server guards subjects, not contents. */
    Event<T> read(Message message) {
        Event<T> event = Envelope.decode(message.getData(), payload);
        if (!event.subject().equals(last)) {
            last = event.subject();
            lastText = last.toString();
        }
        if (!lastText.equals(message.getSubject())) {
            throw new IllegalArgumentException(
                    "event on " + message.getSubject() + " must be of it, was of " + event.subject());
        }
        return event;
    }

    static String text(Message message) {
        return new String(message.getData(), StandardCharsets.UTF_8);
    }
}
