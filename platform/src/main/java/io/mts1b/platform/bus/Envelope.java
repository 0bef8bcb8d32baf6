package io.mts1b.platform.bus;

import io.mts1b.foundation.TextValue;
import io.mts1b.foundation.events.Event;
import io.mts1b.platform.json.Json;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Events as bytes: the JSON of the event, whose schema version is that of its subject. */
final class Envelope {

    private static final List<Class<?>> SHORT = List.of(
            Boolean.class, Integer.class, Long.class, Double.class, Instant.class, LocalDate.class, Duration.class);

    private Envelope() {}

    /** Writes an event, and refuses one that is too long. */
    static byte[] encode(Event<?> event) {
        if (event.payload() instanceof String text && text.length() > Bus.MAX_MESSAGE_BYTES) {
            throw BusException.tooLong(event.subject().toString(), text.length());
        }
        byte[] bytes = Json.bytes(event);
        if (bytes.length > Bus.MAX_MESSAGE_BYTES) {
            throw BusException.tooLong(event.subject().toString(), bytes.length);
        }
        return bytes;
    }

    /** Writes a question or an answer, and refuses one that is too long. */
    static byte[] encode(String subject, Object value) {
        if (value instanceof String text && text.length() > Bus.MAX_MESSAGE_BYTES) {
            throw BusException.tooLong(subject, text.length());
        }
        byte[] bytes = Json.bytes(value);
        if (bytes.length > Bus.MAX_MESSAGE_BYTES) {
            throw BusException.tooLong(subject, bytes.length);
        }
        return bytes;
    }

    static <T> Event<T> decode(byte[] bytes, Class<T> payload) {
        return Json.readNewerEvent(bytes, payload);
    }

    /** Reads an event of this process as somebody else's type; the same event if it is of that type already. */
    @SuppressWarnings("unchecked")
    static <T> Event<T> as(Event<?> event, Class<T> payload) {
        return payload.isInstance(event.payload()) ? (Event<T>) event : decode(encode(event), payload);
    }

    /** Reads a question or an answer of this process as somebody else's type. */
    static <T> T as(String subject, Object value, Class<T> type) {
        return type.isInstance(value) ? type.cast(value) : Json.readNewer(encode(subject, value), type);
    }

    /** Tells whether no value of a type can be too long, so that it need not be written to know its length. */
    static boolean isAlwaysShort(Class<?> type) {
        return isAlwaysShort(type, new LinkedHashSet<>());
    }

    private static boolean isAlwaysShort(Class<?> type, Set<Class<?>> within) {
        if (type.isPrimitive() || type.isEnum() || SHORT.contains(type) || TextValue.class.isAssignableFrom(type)) {
            return true;
        }
        if (!within.add(type)) {
            return false;
        }
        boolean isShort = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .allMatch(part -> isAlwaysShort(part, within))
                : type.isSealed()
                        && Arrays.stream(type.getPermittedSubclasses())
                                .allMatch(member -> isAlwaysShort(member, within));
        within.remove(type);
        return isShort;
    }
}
