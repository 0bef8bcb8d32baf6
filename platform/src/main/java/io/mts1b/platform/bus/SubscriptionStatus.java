package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription does. One that has dropped events, or holds many that wait, is slow.
 *
 * @param name the pattern or subject it listens to, and its group or consumer
 * @param delivered how many times its handler was called
 * @param waiting how many events wait for the handler; of a stream, as of the last event handed in
 * @param dropped how many it lost for lack of room; none of a stream
 * @param failed how many times the handler threw, or what came could not be read
 * @param redelivered how many times an event was handed in again
 * @param unacknowledged how many events are handed in and neither acknowledged nor handed in again
 * @param lastFailure what was thrown last; null if nothing was
 */
public record SubscriptionStatus(
        String name,
        long delivered,
        long waiting,
        long dropped,
        long failed,
        long redelivered,
        long unacknowledged,
        @Nullable String lastFailure) {

    /** Validates. */
    public SubscriptionStatus {
        Objects.requireNonNull(name, "name");
        Require.that(
                delivered >= 0 && waiting >= 0 && dropped >= 0 && failed >= 0 && redelivered >= 0,
                "counts must not be negative");
    }

    /**
     * Tells whether events were lost for lack of room.
     *
     * @return true if some were
     */
    public boolean isSlow() {
        return dropped > 0;
    }

    /**
     * Returns what went wrong last.
     *
     * @return the failure; empty if there was none
     */
    public Optional<String> failure() {
        return Optional.ofNullable(lastFailure);
    }
}
