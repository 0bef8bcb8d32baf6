package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.EventId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A whole stream of events of one type.
 *
 * @param subject the subject without partitions
 * @param payload what its events carry, a type with a JSON form
 * @param <T> the type of the payload
 */
public record Topic<T>(Subject subject, Class<T> payload) {

    /** Validates. */
    public Topic {
        Objects.requireNonNull(payload, "payload");
        Require.that(subject.partitions().isEmpty(), "subject must be without partitions, was " + subject);
        StableSubject.of(subject)
                .ifPresent(stable -> Require.that(
                        stable.payload() == payload,
                        "payload of " + subject + " must be " + stable.payload().getName() + ", was "
                                + payload.getName()));
    }

    /**
     * Makes the topic of a stable subject.
     *
     * @param stable the subject
     * @param payload what it carries
     * @param <T> the type of the payload
     * @return the topic
     * @throws IllegalArgumentException if the subject carries something else
     */
    public static <T> Topic<T> of(StableSubject stable, Class<T> payload) {
        return new Topic<>(stable.subject(), payload);
    }

    /**
     * Makes an event of the topic as a whole.
     *
     * @param id its identity
     * @param at when it happened
     * @param value what happened
     * @return the event
     */
    public Event<T> event(EventId id, Instant at, T value) {
        return new Event<>(id, subject, at, value);
    }

    /** Refuses a subject that is not a part of the topic. */
    void requirePart(Subject part) {
        Require.that(part.whole().equals(subject), "subject must be " + subject + " or a part of it, was " + part);
        List<Subject.Key> keys =
                part.partitions().stream().map(Subject.Partition::key).toList();
        StableSubject.of(subject)
                .ifPresent(stable -> Require.that(
                        keys.size() <= stable.keys().size()
                                && stable.keys().subList(0, keys.size()).equals(keys),
                        "subject must be split by " + stable.keys() + " in this order, was " + part));
    }
}
