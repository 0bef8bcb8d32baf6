package io.mts1b.platform.journal;

/** When a record counts as written. */
public enum DurabilityPolicy {
    /** When it is on the disk, each record by a write and a sync of its own. Survives a power cut. */
    EVERY,
    /** When it is on the disk, together with all that was submitted meanwhile. Survives a power cut. */
    GROUP,
    /** When the operating system has it. Survives the death of the process, not that of the machine. */
    ASYNC
}
