package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import java.time.Duration;
import java.util.Objects;

/**
 * How a consumer takes from a stream. Those that share a name are to be made with the same options.
 *
 * @param name under which its position is kept; consumers of one name share the work
 * @param start where it begins when it is new
 * @param ackWait after what time an event that is not acknowledged is handed in again, at least 100 ms
 * @param maxUnacknowledged how many events may be out at once, from 1 to 65,536; while so many are not
 *     acknowledged nothing new is handed in
 */
public record ConsumerOptions(String name, StartAt start, Duration ackWait, int maxUnacknowledged) {

    private static final Duration MIN_ACK_WAIT = Duration.ofMillis(100);
    private static final Duration DEFAULT_ACK_WAIT = Duration.ofSeconds(30);
    private static final int DEFAULT_UNACKNOWLEDGED = 1_000;
    private static final int MAX_UNACKNOWLEDGED = 1 << 16;
    private static final int MAX_NAME = 64;

    /** Validates. */
    public ConsumerOptions {
        Require.token("name", name, MAX_NAME);
        Objects.requireNonNull(start, "start");
        Require.that(
                ackWait.compareTo(MIN_ACK_WAIT) >= 0, "ackWait must be at least " + MIN_ACK_WAIT + ", was " + ackWait);
        Require.that(
                maxUnacknowledged >= 1 && maxUnacknowledged <= MAX_UNACKNOWLEDGED,
                "maxUnacknowledged must be in [1, " + MAX_UNACKNOWLEDGED + "], was " + maxUnacknowledged);
    }

    /**
     * Makes options that begin with the first event, wait 30 seconds, and hand out 1,000 events at once.
     *
     * @param name under which the position is kept
     * @return the options
     */
    public static ConsumerOptions of(String name) {
        return new ConsumerOptions(name, new StartAt.First(), DEFAULT_ACK_WAIT, DEFAULT_UNACKNOWLEDGED);
    }

    /**
     * Begins elsewhere.
     *
     * @param start where it begins when it is new
     * @return these options with that start
     */
    public ConsumerOptions from(StartAt start) {
        return new ConsumerOptions(name, start, ackWait, maxUnacknowledged);
    }

    /**
     * Waits shorter or longer.
     *
     * @param ackWait after what time an event is handed in again
     * @return these options with that time
     */
    public ConsumerOptions withAckWait(Duration ackWait) {
        return new ConsumerOptions(name, start, ackWait, maxUnacknowledged);
    }

    /**
     * Hands out fewer or more.
     *
     * @param events how many may be out at once
     * @return these options with that limit
     */
    public ConsumerOptions withMaxUnacknowledged(int events) {
        return new ConsumerOptions(name, start, ackWait, events);
    }
}
