package io.mts1b.platform.logging;

/** Who reads the lines. */
public enum LogFormat {
    /** People, at a console. */
    CONSOLE,
    /** Machines: one JSON object a line. */
    JSON
}
