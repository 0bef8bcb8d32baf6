package io.mts1b.platform.logging.internal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import io.mts1b.platform.security.Redaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/**
 * An event as it may be seen. Nothing of the event itself is handed on but its level, logger, time and frames of
 * code: its message is put together and redacted, so its arguments are not there any more.
 */
final class RedactedEvent implements ILoggingEvent {

    private static final String SUPPRESSED = "suppressed_repeats";

    private final ILoggingEvent event;
    private final String message;
    private final Map<String, String> context;
    private final List<KeyValuePair> pairs;
    private final @Nullable IThrowableProxy thrown;
    private final String thread;

    RedactedEvent(ILoggingEvent event, Redaction redaction, boolean forPeople, long suppressed) {
        this.event = event;
        String text = redaction.redact(String.valueOf(event.getFormattedMessage()));
        this.message = forPeople ? indented(text) : text;
        this.thread = redaction.redact(String.valueOf(event.getThreadName()));
        this.context = new TreeMap<>();
        event.getMDCPropertyMap().forEach((name, value) -> context.put(name, redaction.redact(name, value)));
        this.pairs = pairs(event.getKeyValuePairs(), redaction, forPeople);
        if (suppressed > 0) {
            pairs.add(new KeyValuePair(SUPPRESSED, suppressed));
        }
        IThrowableProxy given = event.getThrowableProxy();
        this.thrown = given == null ? null : new RedactedThrowable(given, redaction, forPeople);
    }

    private static List<KeyValuePair> pairs(
            @Nullable List<KeyValuePair> given, Redaction redaction, boolean forPeople) {
        List<KeyValuePair> pairs = new ArrayList<>();
        for (KeyValuePair pair : given == null ? List.<KeyValuePair>of() : given) {
            boolean plain = pair.value instanceof Number || pair.value instanceof Boolean;
            String text = redaction.redact(pair.key, String.valueOf(pair.value));
            boolean kept = plain && text.equals(String.valueOf(pair.value));
            pairs.add(new KeyValuePair(pair.key, kept ? pair.value : forPeople ? indented(text) : text));
        }
        return pairs;
    }

    /** So that what somebody else wrote looks like no line of ours, and no command of a terminal. */
    static String indented(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                out.append("\n    ");
            } else {
                out.append(c == '\t' || !Character.isISOControl(c) ? c : '?');
            }
        }
        return out.toString();
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public String getFormattedMessage() {
        return message;
    }

    @Override
    public Object @Nullable [] getArgumentArray() {
        return null;
    }

    @Override
    public @Nullable IThrowableProxy getThrowableProxy() {
        return thrown;
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        return context;
    }

    @Override
    @Deprecated
    public Map<String, String> getMdc() {
        return context;
    }

    @Override
    public List<KeyValuePair> getKeyValuePairs() {
        return pairs;
    }

    @Override
    public List<Marker> getMarkerList() {
        return List.of();
    }

    @Override
    public String getThreadName() {
        return thread;
    }

    @Override
    public Level getLevel() {
        return event.getLevel();
    }

    @Override
    public String getLoggerName() {
        return event.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return event.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return event.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return event.hasCallerData();
    }

    @Override
    public long getTimeStamp() {
        return event.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return event.getNanoseconds();
    }

    @Override
    public Instant getInstant() {
        return event.getInstant();
    }

    @Override
    public long getSequenceNumber() {
        return event.getSequenceNumber();
    }

    @Override
    public void prepareForDeferredProcessing() {
        // It has all it needs.
    }
}
