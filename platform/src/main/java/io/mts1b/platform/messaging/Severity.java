package io.mts1b.platform.messaging;

/** How much a message matters, least first. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Somebody should look at it, today. */
    WARNING,
    /** Somebody must look at it now: it goes through quiet hours, and ahead of all that waits. */
    CRITICAL
}
