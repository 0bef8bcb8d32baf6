package io.mts1b.platform.messaging;

import java.time.Duration;

/** What became of a message after it was sent. No secret is in it. */
public sealed interface MessageEvent {

    /**
     * Returns where.
     *
     * @return the name of the channel
     */
    String channel();

    /**
     * Its channel has it.
     *
     * @param channel where
     * @param message the message
     */
    record Delivered(String channel, Message message) implements MessageEvent {}

    /**
     * An attempt failed; there will be another.
     *
     * @param channel where
     * @param message the message
     * @param reason what happened
     * @param delay how long until the next
     */
    record Delayed(String channel, Message message, String reason, Duration delay) implements MessageEvent {}

    /**
     * Its channel will not get it.
     *
     * @param channel where
     * @param message the message
     * @param reason why
     */
    record Dropped(String channel, Message message, String reason) implements MessageEvent {}
}
