package io.mts1b.oms.simulation;

import io.mts1b.oms.OmsEvent;
import java.time.Instant;
import java.util.List;

/** Something that must hold did not. */
public final class BrokenInvariantException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<OmsEvent> log;

    BrokenInvariantException(long seed, Instant at, String what, List<OmsEvent> log) {
        super("seed " + seed + " at " + at + ": " + what);
        this.log = List.copyOf(log);
    }

    /**
     * Returns what had happened.
     *
     * @return the log up to the moment it was noticed
     */
    public List<OmsEvent> log() {
        return log;
    }
}
