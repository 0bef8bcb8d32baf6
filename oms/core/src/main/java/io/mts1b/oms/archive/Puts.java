package io.mts1b.oms.archive;

import java.util.ArrayList;
import java.util.List;

/** What is handed to the archive's thread at once, and whether that has written it. */
final class Puts {

    private final List<Put> puts = new ArrayList<>();
    private final NameFilter names;
    private volatile boolean isWritten;

    /** Takes over an empty filter. */
    Puts(NameFilter names) {
        this.names = names;
    }

    void add(Put put) {
        for (long hash : put.hashes()) {
            names.add(hash);
        }
        puts.add(put);
    }

    List<Put> puts() {
        return puts;
    }

    boolean has(long hash) {
        return names.mayContain(hash) && reallyHas(hash);
    }

    private boolean reallyHas(long hash) {
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

    /** Gives the filter back, empty. */
    NameFilter filter() {
        names.clear();
        return names;
    }
}
