package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A record of a stream's journal: when it was stored in microseconds since 1970, subject and id, each after
 * its length in two bytes, and the envelope. So nobody reads JSON to find out whether an event is wanted.
 * Immutable, as long as nobody writes into the envelope.
 */
final class Stored {

    private final long micros;
    private final String subject;
    private final String id;
    private final byte[] envelope;

    Stored(long micros, String subject, String id, byte[] envelope) {
        this.micros = micros;
        this.subject = subject;
        this.id = id;
        this.envelope = envelope;
    }

    /** Returns when the stream stored it, never before the one before. */
    long micros() {
        return micros;
    }

    String subject() {
        return subject;
    }

    String id() {
        return id;
    }

    byte[] envelope() {
        return envelope;
    }

    static Stored of(Event<?> event, long micros) {
        return new Stored(micros, event.subject().toString(), event.eventId().value(), Envelope.encode(event));
    }

    static Stored decode(byte[] record) {
        ByteBuffer in = ByteBuffer.wrap(record);
        long micros = in.getLong();
        String subject = text(in);
        String id = text(in);
        byte[] envelope = new byte[in.remaining()];
        in.get(envelope);
        return new Stored(micros, subject, id, envelope);
    }

    byte[] encode() {
        byte[] subjectBytes = subject.getBytes(StandardCharsets.US_ASCII);
        byte[] idBytes = id.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(
                Long.BYTES + 2 * Short.BYTES + subjectBytes.length + idBytes.length + envelope.length);
        out.putLong(micros);
        out.putShort((short) subjectBytes.length).put(subjectBytes);
        out.putShort((short) idBytes.length).put(idBytes);
        return out.put(envelope).array();
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    static long micros(Instant instant) {
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1_000;
    }
}
