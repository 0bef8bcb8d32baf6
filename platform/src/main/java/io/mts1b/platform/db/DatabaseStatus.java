package io.mts1b.platform.db;

import java.time.Instant;
import java.util.List;

/**
 * How a database is used at a moment.
 *
 * @param place where it is
 * @param active how many connections are in use
 * @param idle how many are open and free
 * @param waiting how many threads wait for one
 * @param most how many connections there may be
 * @param leaks the connections in use for longer than they should be, the longest first
 * @param restarts how often an embedded server died and was started again; 0 for your own
 */
public record DatabaseStatus(
        String place, int active, int idle, int waiting, int most, List<Held> leaks, int restarts) {

    /**
     * A connection in use.
     *
     * @param thread who uses it
     * @param since when it was taken
     */
    public record Held(String thread, Instant since) {}

    /** Copies. */
    public DatabaseStatus {
        leaks = List.copyOf(leaks);
    }
}
