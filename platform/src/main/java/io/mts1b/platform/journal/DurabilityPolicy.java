package io.mts1b.platform.journal;

/** When a record counts as written. */
public enum DurabilityPolicy {
    /** When it is on the disk, each record by a write and a sync of its own. Survives a power cut. */
    EVERY,
    /** When it is on the disk, together with all that was submitted meanwhile. Survives a power cut. */
    GROUP,
    /**
     * When it is on the disk, together with all that was submitted since somebody last waited. Survives a power
     * cut. Nothing but the calls decides what is written together, so the same calls of one thread make the same
     * bytes; but a record that nobody waits for may stay in memory until the journal is closed.
     */
    ON_FLUSH,
    /** When the operating system has it. Survives the death of the process, not that of the machine. */
    ASYNC
}
