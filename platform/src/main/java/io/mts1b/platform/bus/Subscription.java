package io.mts1b.platform.bus;

/** Something that events are handed to, until it is closed. Thread-safe. */
public interface Subscription extends AutoCloseable {

    /**
     * Returns how it does.
     *
     * @return the counts as of now
     */
    SubscriptionStatus status();

    /** Ends it; a handler at work may finish. Closing again does nothing. */
    @Override
    void close();
}
