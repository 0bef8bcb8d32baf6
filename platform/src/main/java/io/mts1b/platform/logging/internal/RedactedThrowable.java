package io.mts1b.platform.logging.internal;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.mts1b.platform.security.Redaction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An exception as it may be seen, with all its causes: each is wrapped when it is asked for, however many there are. */
final class RedactedThrowable implements IThrowableProxy {

    private final IThrowableProxy thrown;
    private final Redaction redaction;
    private final boolean forPeople;

    RedactedThrowable(IThrowableProxy thrown, Redaction redaction, boolean forPeople) {
        this.thrown = thrown;
        this.redaction = redaction;
        this.forPeople = forPeople;
    }

    private @Nullable String seen(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String redacted = redaction.redact(text);
        return forPeople ? RedactedEvent.indented(redacted) : redacted;
    }

    @Override
    public @Nullable String getMessage() {
        return seen(thrown.getMessage());
    }

    @Override
    public @Nullable String getOverridingMessage() {
        return seen(thrown.getOverridingMessage());
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        IThrowableProxy cause = thrown.getCause();
        return cause == null ? null : new RedactedThrowable(cause, redaction, forPeople);
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return Arrays.stream(thrown.getSuppressed())
                .map(other -> new RedactedThrowable(other, redaction, forPeople))
                .toArray(IThrowableProxy[]::new);
    }

    @Override
    public String getClassName() {
        return thrown.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return thrown.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return thrown.getCommonFrames();
    }

    @Override
    public boolean isCyclic() {
        return thrown.isCyclic();
    }
}
