package io.mts1b.platform.journal;

/** The state that follows from a log up to one of its records. Immutable. */
public final class Snapshot {

    private final long sequence;
    private final byte[] state;

    Snapshot(long sequence, byte[] state) {
        this.sequence = sequence;
        this.state = state.clone();
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
