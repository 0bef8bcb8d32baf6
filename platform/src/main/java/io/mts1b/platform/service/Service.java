package io.mts1b.platform.service;

import java.time.Duration;

/** A service that runs. Its methods are called by one thread. */
public interface Service extends AutoCloseable {

    /**
     * Takes no new work, and ends what was begun.
     *
     * @param patience how long that may take; what is not ended by then is left to {@link #close}
     * @throws Exception if work cannot be ended
     */
    void drain(Duration patience) throws Exception;

    /** Gives everything back. Closing again does nothing. */
    @Override
    void close();
}
