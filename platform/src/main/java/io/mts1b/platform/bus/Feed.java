package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import java.util.Objects;
import java.util.Optional;

/**
 * What a subscriber wants.
 *
 * @param pattern which subjects
 * @param payload what it reads their events as; it may know less than the producer writes
 * @param group whom it shares the events with: of all live subscribers of one group one gets each; empty to
 *     get them all
 * @param capacity how many events may wait while the handler works, from 1 to 1,048,576; group and capacity
 *     are for live events, a consumer of a stream has its {@link ConsumerOptions}
 * @param <T> the type of the payload
 */
public record Feed<T>(SubjectPattern pattern, Class<T> payload, Optional<String> group, int capacity) {

    private static final int DEFAULT_CAPACITY = 1 << 13;
    private static final int MAX_CAPACITY = 1 << 20;
    private static final int MAX_GROUP = 64;

    /** Validates. */
    public Feed {
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(payload, "payload");
        group.ifPresent(name -> Require.token("group", name, MAX_GROUP));
        Require.that(
                capacity >= 1 && capacity <= MAX_CAPACITY,
                "capacity must be in [1, " + MAX_CAPACITY + "], was " + capacity);
    }

    /**
     * Makes a feed of the subjects of a pattern, with room for 8,192 events.
     *
     * @param pattern which subjects
     * @param payload what their events carry
     * @param <T> the type of the payload
     * @return the feed
     */
    public static <T> Feed<T> of(SubjectPattern pattern, Class<T> payload) {
        return new Feed<>(pattern, payload, Optional.empty(), DEFAULT_CAPACITY);
    }

    /**
     * Makes a feed of a topic that is not split.
     *
     * @param topic the topic
     * @param <T> the type of the payload
     * @return the feed
     */
    public static <T> Feed<T> of(Topic<T> topic) {
        return of(SubjectPattern.of(topic.subject()), topic.payload());
    }

    /**
     * Makes a feed of all parts of a topic that is split.
     *
     * @param topic the topic
     * @param <T> the type of the payload
     * @return the feed; it does not hold what is published on the topic as a whole
     */
    public static <T> Feed<T> ofParts(Topic<T> topic) {
        return of(SubjectPattern.parse(topic.subject() + ".>"), topic.payload());
    }

    /**
     * Shares the events.
     *
     * @param name the group
     * @return this feed in the group
     */
    public Feed<T> inGroup(String name) {
        return new Feed<>(pattern, payload, Optional.of(name), capacity);
    }

    /**
     * Changes the room.
     *
     * @param events how many may wait
     * @return this feed with that room
     */
    public Feed<T> withCapacity(int events) {
        return new Feed<>(pattern, payload, group, events);
    }
}
