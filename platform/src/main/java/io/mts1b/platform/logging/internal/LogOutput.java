package io.mts1b.platform.logging.internal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import io.mts1b.platform.security.Redaction;
import java.io.OutputStream;
import java.util.Optional;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashFieldNames;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The one appender of the one context, and the levels of its loggers. */
public final class LogOutput implements AutoCloseable {

    /** Times are those of no place; a name of a logger is cut to its last part, which is the class. */
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %-20logger{0} %msg %mdc %kvp%n%ex";

    private final LoggerContext context;
    private final RedactingAppender appender;
    private final Thread.@Nullable UncaughtExceptionHandler handlerBefore;

    private LogOutput(LoggerContext context, RedactingAppender appender) {
        this.context = context;
        this.appender = appender;
        this.handlerBefore = Thread.getDefaultUncaughtExceptionHandler();
    }

    static void early(LoggerContext context) {
        attach(context, System.err, false, 20, 10_000);
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    }

    /**
     * Sets logging up, in place of what was.
     *
     * @param stream where lines go
     * @param json whether for machines
     * @param repeats how many equal lines are written in a window
     * @param windowMillis how long the window is
     * @return the output
     */
    public static LogOutput replace(OutputStream stream, boolean json, int repeats, long windowMillis) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new IllegalStateException("SLF4J must write through Logback, does through "
                    + LoggerFactory.getILoggerFactory().getClass().getName());
        }
        context.reset();
        LogOutput output = new LogOutput(context, attach(context, stream, json, repeats, windowMillis));
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Logger uncaught = context.getLogger(Thread.class);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) ->
                uncaught.error("Thread ended by what nobody caught thread={}", thread.getName(), thrown));
        return output;
    }

    private static RedactingAppender attach(
            LoggerContext context, OutputStream stream, boolean json, int repeats, long windowMillis) {
        Encoder<ILoggingEvent> encoder = json ? json() : console();
        encoder.setContext(context);
        encoder.start();
        RedactingAppender appender = new RedactingAppender(encoder, stream, !json, new Repeats(repeats, windowMillis));
        appender.setContext(context);
        appender.start();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(appender);
        return appender;
    }

    private static Encoder<ILoggingEvent> console() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(PATTERN);
        return encoder;
    }

    private static Encoder<ILoggingEvent> json() {
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setTimeZone("UTC");
        encoder.setIncludeContext(false);
        LogstashFieldNames names = encoder.getFieldNames();
        names.setTimestamp("timestamp");
        names.setLogger("logger");
        names.setThread("thread");
        names.setVersion(null);
        names.setLevelValue(null);
        encoder.setFieldNames(names);
        return encoder;
    }

    /**
     * Changes what is taken out.
     *
     * @param redaction from the next line on
     */
    public void redaction(Redaction redaction) {
        appender.redaction(redaction);
    }

    /**
     * Changes how much a logger writes.
     *
     * @param logger its name; empty for the root
     * @param level the name of the level
     */
    public void level(String logger, String level) {
        logger(logger).setLevel(Level.valueOf(level));
    }

    /**
     * Returns the level that a logger has of its own.
     *
     * @param logger its name; empty for the root
     * @return the name of the level
     */
    public Optional<String> level(String logger) {
        return Optional.ofNullable(logger(logger).getLevel()).map(Level::toString);
    }

    /**
     * Takes away the level that a logger has of its own.
     *
     * @param logger its name, not empty
     */
    public void inherit(String logger) {
        if (logger.isEmpty()) {
            throw new IllegalArgumentException("logger must not be empty, for nothing is around all");
        }
        logger(logger).setLevel(null);
    }

    private Logger logger(String name) {
        return context.getLogger(name.isEmpty() ? org.slf4j.Logger.ROOT_LOGGER_NAME : name);
    }

    @Override
    public void close() {
        appender.stop();
        SLF4JBridgeHandler.uninstall();
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
        context.reset();
        early(context);
    }
}
