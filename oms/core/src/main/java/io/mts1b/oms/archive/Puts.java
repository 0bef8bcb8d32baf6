package io.mts1b.oms.archive;

import java.util.ArrayList;
import java.util.List;

/** What is handed to the archive's thread at once, and whether that has written it. */
final class Puts {

    private final List<Put> puts = new ArrayList<>();
    private volatile boolean isWritten;

    void add(Put put) {
        puts.add(put);
    }

    List<Put> puts() {
        return puts;
    }

    boolean has(long hash) {
        for (Put put : puts) {
            for (long one : put.hashes()) {
                if (one == hash) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Says that it is written. Whoever sees that sees what was written too. */
    void written() {
        isWritten = true;
    }

    boolean isWritten() {
        return isWritten;
    }
}
