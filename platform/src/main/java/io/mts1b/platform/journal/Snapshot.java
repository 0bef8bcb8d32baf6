package io.mts1b.platform.journal;

import java.nio.file.Path;
import java.util.List;

/** The state that follows from a log up to one of its records. Immutable. */
public final class Snapshot {

    private final long sequence;
    private final byte[] state;

    Snapshot(long sequence, byte[] state) {
        this.sequence = sequence;
        this.state = state.clone();
    }

    /**
     * Reads the snapshots of a log that somebody else may have open.
     *
     * @param directory where the log is
     * @return those that are kept, at most two, the oldest first
     * @throws JournalException if one is damaged
     */
    public static List<Snapshot> in(Path directory) {
        return SnapshotFiles.all(Disk.REAL, new JournalDirectory(directory));
    }

    /**
     * Returns the last record that is in the state; reading goes on with the next.
     *
     * @return its sequence number
     */
    public long sequence() {
        return sequence;
    }

    /**
     * Returns the state.
     *
     * @return a copy
     */
    public byte[] state() {
        return state.clone();
    }
}
