package io.mts1b.platform.db;

import java.time.Duration;

/** Whether a database answers. */
public sealed interface DatabaseHealth {

    /**
     * It does.
     *
     * @param took how long the answer took, with the wait for a free connection
     */
    record Up(Duration took) implements DatabaseHealth {}

    /**
     * It does not, or not in time.
     *
     * @param reason why, without secrets
     */
    record Down(String reason) implements DatabaseHealth {}
}
