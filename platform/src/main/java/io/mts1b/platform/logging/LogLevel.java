package io.mts1b.platform.logging;

/** How much is written; each level also writes what those above it do. */
public enum LogLevel {
    /** Nothing. */
    OFF,
    /** What failed and needs somebody. */
    ERROR,
    /** What is wrong but was coped with. */
    WARN,
    /** What happened. */
    INFO,
    /** Why it happened. */
    DEBUG,
    /** Every step. */
    TRACE
}
