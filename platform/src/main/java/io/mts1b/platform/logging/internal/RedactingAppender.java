package io.mts1b.platform.logging.internal;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import io.mts1b.platform.security.Redaction;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;

/** Writes events without their secrets. It is the only appender there is, so nothing is written that it did not see. */
final class RedactingAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final Encoder<ILoggingEvent> encoder;
    private final OutputStream stream;
    private final boolean forPeople;
    private final Repeats repeats;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Redaction redaction = Redaction.standard();

    RedactingAppender(Encoder<ILoggingEvent> encoder, OutputStream stream, boolean forPeople, Repeats repeats) {
        this.encoder = encoder;
        this.stream = stream;
        this.forPeople = forPeople;
        this.repeats = repeats;
    }

    void redaction(Redaction next) {
        redaction = next;
    }

    @Override
    protected void append(ILoggingEvent event) {
        long suppressed;
        lock.lock();
        try {
            suppressed = repeats.admit(event, this::write);
        } finally {
            lock.unlock();
        }
        if (suppressed >= 0) {
            write(event, suppressed);
        }
    }

    private void write(ILoggingEvent event, long suppressed) {
        byte[] line = encoder.encode(new RedactedEvent(event, redaction, forPeople, suppressed));
        lock.lock();
        try {
            stream.write(line);
            stream.flush();
        } catch (IOException e) {
            addError("A line cannot be written", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        if (isStarted()) {
            lock.lock();
            try {
                repeats.rest(this::write);
            } finally {
                lock.unlock();
            }
            super.stop();
        }
    }
}
