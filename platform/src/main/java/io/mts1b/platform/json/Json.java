package io.mts1b.platform.json;

import io.mts1b.foundation.events.Event;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON and reads them back, by the rules of {@linkplain io.mts1b.platform.json this
 * package}.
 *
 * <p>It takes records, sealed families of records, enums, text values, numbers, text, instants, dates and
 * durations, of foundation and of any other artifact. A type without a JSON form is a mistake in the
 * program, so it is an {@link IllegalArgumentException}; everything wrong with the data is a
 * {@link JsonException}.
 *
 * <p>A document may be 64 MiB long and 64 levels deep. Thread-safe.
 */
public final class Json {

    private Json() {}

    /**
     * Writes a value on one line.
     *
     * @param value a value with a JSON form, or a list of such
     * @return JSON without blanks and line feeds
     * @throws JsonException if a number in it is not finite, or a component is null that must not be
     */
    public static String write(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /**
     * Writes a value on one line, with every name it can have: null where there is nothing. For programs that
     * expect a fixed shape; it is not the form that {@link #read} takes.
     *
     * @param value a value with a JSON form, or a list of such
     * @return JSON without blanks and line feeds
     * @throws JsonException if a number in it is not finite, or a component is null that must not be
     */
    public static String writeWhole(Object value) {
        return new String(FormWriter.wholeBytes(value), StandardCharsets.UTF_8);
    }

    /**
     * Writes a value for people.
     *
     * @param value a value with a JSON form, or a list of such
     * @return JSON with one name to a line, without a line feed at its end
     * @throws JsonException if a number in it is not finite, or a component is null that must not be
     */
    public static String writePretty(Object value) {
        return new String(FormWriter.bytes(value, true), StandardCharsets.UTF_8);
    }

    /**
     * Writes a value on one line, as UTF-8.
     *
     * @param value a value with a JSON form, or a list of such
     * @return the bytes of what {@link #write} returns
     * @throws JsonException if a number in it is not finite, or a component is null that must not be
     */
    public static byte[] bytes(Object value) {
        byte[] canonical = Canonical.write(value);
        return canonical == null ? FormWriter.bytes(value, false) : canonical;
    }

    /**
     * Reads a value.
     *
     * @param text the document
     * @param type what to read
     * @param <T> its type
     * @return the value
     * @throws JsonException if the text is not the JSON form of the type
     */
    public static <T> T read(String text, Class<T> type) {
        return read(text(null, text), type);
    }

    /**
     * Reads a value.
     *
     * @param utf8 the document, as UTF-8
     * @param type what to read
     * @param <T> its type
     * @return the value
     * @throws JsonException if the bytes are not the JSON form of the type
     */
    @SuppressWarnings("unchecked")
    public static <T> T read(byte[] utf8, Class<T> type) {
        Object canonical = Canonical.read(utf8, Codecs.of(type));
        return canonical == null ? read(text(null, utf8), type) : (T) canonical;
    }

    /**
     * Reads a value from a file.
     *
     * @param file the document, as UTF-8; its name stands in every complaint
     * @param type what to read
     * @param <T> its type
     * @return the value
     * @throws JsonException if the file cannot be read, or is not the JSON form of the type
     */
    public static <T> T read(Path file, Class<T> type) {
        try {
            if (Files.size(file) > JsonText.MAX_LENGTH) {
                throw JsonException.in(file.toString(), tooLong(Files.size(file)), null);
            }
            return read(text(file.toString(), Files.readAllBytes(file)), type);
        } catch (IOException e) {
            throw JsonException.in(file.toString(), "cannot be read: " + e, e);
        }
    }

    /**
     * Reads values of one type.
     *
     * @param text a document that is an array
     * @param element what the array holds
     * @param <T> the type of the elements
     * @return the values, in their order
     * @throws JsonException if the text is not an array of the JSON form of the type
     */
    @SuppressWarnings("unchecked")
    public static <T> List<T> readList(String text, Class<T> element) {
        return (List<T>) FormReader.read(text(null, text), new Form.ListOf(Forms.of(element)));
    }

    /**
     * Reads an event.
     *
     * @param utf8 the document, as UTF-8
     * @param payload what the event carries
     * @param <T> the type of the payload
     * @return the event
     * @throws JsonException if the bytes are not the JSON form of such an event
     */
    @SuppressWarnings("unchecked")
    public static <T> Event<T> readEvent(byte[] utf8, Class<T> payload) {
        Object canonical = Canonical.read(utf8, Codecs.event(payload));
        return (Event<T>) (canonical == null ? FormReader.read(text(null, utf8), Forms.event(payload)) : canonical);
    }

    /**
     * Reads an event whose producer may be newer than we are: names that its payload has beyond ours are
     * skipped. Everything else is as strict as ever.
     *
     * @param utf8 the document, as UTF-8
     * @param payload what the event carries
     * @param <T> the type of the payload
     * @return the event
     * @throws JsonException if the bytes are not the JSON form of such an event
     * @see JsonSchemas#breaks
     */
    @SuppressWarnings("unchecked")
    public static <T> Event<T> readNewerEvent(byte[] utf8, Class<T> payload) {
        Object canonical = Canonical.read(utf8, Codecs.event(payload));
        return (Event<T>)
                (canonical == null ? FormReader.read(text(null, utf8), Forms.event(payload), true) : canonical);
    }

    /**
     * Reads a value whose writer may be newer than we are: names beyond ours are skipped.
     *
     * @param utf8 the document, as UTF-8
     * @param type what to read
     * @param <T> its type
     * @return the value
     * @throws JsonException if the bytes are not the JSON form of the type
     */
    @SuppressWarnings("unchecked")
    public static <T> T readNewer(byte[] utf8, Class<T> type) {
        Object canonical = Canonical.read(utf8, Codecs.of(type));
        return (T) (canonical == null ? FormReader.read(text(null, utf8), Forms.of(type), true) : canonical);
    }

    /** Not {@code type.cast}, which knows no {@code int.class}; the form reads what the class says. */
    @SuppressWarnings("unchecked")
    private static <T> T read(JsonText text, Class<T> type) {
        return (T) FormReader.read(text, Forms.of(type));
    }

    private static JsonText text(@Nullable String file, String text) {
        if (text.length() > JsonText.MAX_LENGTH) {
            throw JsonException.of("", tooLong(text.length()));
        }
        return new JsonText(file, text);
    }

    private static JsonText text(@Nullable String file, byte[] utf8) {
        if (utf8.length > JsonText.MAX_LENGTH) {
            throw JsonException.of("", tooLong(utf8.length));
        }
        try {
            return text(
                    file,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(utf8))
                            .toString());
        } catch (CharacterCodingException e) {
            throw file == null
                    ? JsonException.of("", "must be UTF-8, but is not")
                    : JsonException.in(file, "must be UTF-8, but is not", e);
        }
    }

    private static String tooLong(long length) {
        return "must be at most " + JsonText.MAX_LENGTH + " long, was " + length;
    }
}
