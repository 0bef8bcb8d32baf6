package io.mts1b.platform.logging;

import io.mts1b.platform.logging.internal.LogOutput;
import io.mts1b.platform.security.Redaction;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The logging of this process. There is one; starting it anew replaces it.
 *
 * <p>Thread-safe. All of it may be changed while lines are written.
 */
public final class Logging implements AutoCloseable {

    private final LogOutput output;

    private Logging(LogOutput output) {
        this.output = output;
    }

    /**
     * Sets logging up: the one call, at the start of a process. Lines go to the standard error stream, for what was
     * asked for is on the other.
     *
     * @param settings how much is written, and for whom
     * @param redaction what is taken out, beside the patterns of the settings
     * @return the logging, to be closed at the end of the process
     * @throws IllegalArgumentException if a pattern of the settings is none
     */
    public static Logging start(LoggingSettings settings, Redaction redaction) {
        return start(settings, redaction, System.err);
    }

    /**
     * Sets logging up.
     *
     * @param settings how much is written, and for whom
     * @param redaction what is taken out, beside the patterns of the settings
     * @param stream where lines go; it is flushed after each, and not closed
     * @return the logging, to be closed at the end of the process
     * @throws IllegalArgumentException if a pattern of the settings is none
     */
    public static Logging start(LoggingSettings settings, Redaction redaction, OutputStream stream) {
        LogOutput output = LogOutput.replace(
                stream,
                settings.format() == LogFormat.JSON,
                settings.repeats(),
                settings.repeatWindow().toMillis());
        Logging logging = new Logging(output);
        Redaction all = redaction;
        for (String pattern : settings.redact()) {
            all = all.withPattern(pattern);
        }
        logging.redact(all);
        output.level("", settings.level().name());
        settings.levels().forEach((logger, level) -> output.level(logger.replace('/', '.'), level.name()));
        return logging;
    }

    /**
     * Changes what is taken out, such as when a secret has become known.
     *
     * @param redaction what is taken out from the next line on
     */
    public void redact(Redaction redaction) {
        output.redaction(redaction);
    }

    /**
     * Changes how much is written.
     *
     * @param logger the name of a class or package; empty for all that have no level of their own
     * @param level from the next line on
     */
    public void level(String logger, LogLevel level) {
        output.level(logger, level.name());
    }

    /**
     * Takes away the level of a logger, so that it has that of the package around it.
     *
     * @param logger the name of a class or package, not empty
     */
    public void inherit(String logger) {
        output.inherit(logger);
    }

    /**
     * Returns the level that a logger has of its own.
     *
     * @param logger the name of a class or package; empty for all that have none of their own
     * @return the level, or empty if it has that of the package around it
     */
    public Optional<LogLevel> level(String logger) {
        return output.level(logger).map(LogLevel::valueOf);
    }

    /** Writes how often lines were repeated, and goes back to how it was before {@link #start}. */
    @Override
    public void close() {
        output.close();
    }
}
