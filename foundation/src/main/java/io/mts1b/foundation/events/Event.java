package io.mts1b.foundation.events;

import io.mts1b.foundation.ids.EventId;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that was published.
 *
 * @param eventId its identity; the same event delivered twice has the same
 * @param subject the stream it belongs to
 * @param at when it happened, by the clock of its producer
 * @param payload what happened, of the type its subject promises
 * @param <T> the type of the payload
 */
public record Event<T>(EventId eventId, Subject subject, Instant at, T payload) {

    /** Validates. */
    public Event {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(payload, "payload");
    }
}
