package io.mts1b.platform.json;

import io.mts1b.foundation.numbers.Decimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * JSON of somebody else's form, such as a venue's, value by value: what {@link Json} cannot map onto a record.
 *
 * <p>Numbers keep their digits and are never a {@code double}. What is asked for and is not there, or is something
 * else, is a {@link JsonException} that says where, what was found and what was expected. A name that is there twice
 * is refused when the document is read. Immutable and thread-safe.
 */
public final class JsonNode {

    private static final int SHOWN = 80;

    private final String path;
    private final Object value;

    /** The digits of a number; a class of its own, to tell it from text. */
    private record Digits(String text) {}

    /** Nothing, said aloud. */
    private enum Null {
        NULL
    }

    private JsonNode(String path, Object value) {
        this.path = path;
        this.value = value;
    }

    /**
     * Reads a document.
     *
     * @param utf8 the document, as UTF-8
     * @param longest how many bytes it may have at most
     * @return its outermost value
     * @throws JsonException if it is no JSON document, or too long, too deep, or has a name twice in one object
     */
    public static JsonNode read(byte[] utf8, int longest) {
        if (utf8.length > longest) {
            throw JsonException.of("", "must be at most " + longest + " long, was " + utf8.length);
        }
        String chars;
        try {
            chars = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw JsonException.in("document", "must be UTF-8, but is not", e);
        }
        JsonText text = new JsonText(null, chars);
        try (JsonParser parser = text.parser()) {
            try {
                parser.nextToken();
                JsonNode node = new JsonNode("", value(text, parser));
                if (parser.nextToken() != null) {
                    throw text.failure(
                            parser.currentTokenLocation(),
                            "",
                            "must end here, but goes on with " + JsonText.found(parser));
                }
                return node;
            } catch (JacksonException e) {
                throw text.syntax(parser, e);
            }
        }
    }

    /** Reads the value whose first token is current. */
    private static Object value(JsonText text, JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(text, parser);
            case START_ARRAY -> array(text, parser);
            case VALUE_STRING -> string(text, parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Null.NULL;
            case null, default ->
                throw text.failure(parser.currentTokenLocation(), "", "must be a value, was " + JsonText.found(parser));
        };
    }

    private static Map<String, Object> object(JsonText text, JsonParser parser) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (members.containsKey(name)) {
                throw text.failure(
                        parser.currentTokenLocation(), JsonText.path(parser.streamReadContext()), "is there twice");
            }
            parser.nextToken();
            members.put(name, value(text, parser));
        }
        return members;
    }

    private static List<Object> array(JsonText text, JsonParser parser) {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(text, parser));
        }
        return elements;
    }

    private static String string(JsonText text, JsonParser parser) {
        String value = parser.getString();
        if (!JsonText.isWellFormed(value)) {
            throw text.failure(
                    parser.currentTokenLocation(),
                    JsonText.path(parser.streamReadContext()),
                    "must be well-formed Unicode, was " + JsonText.found(parser));
        }
        return value;
    }

    /**
     * Returns a member of this object.
     *
     * @param name its name
     * @return its value, which is not null
     * @throws JsonException if this is no object, or has no such member, or it is null
     */
    public JsonNode get(String name) {
        return find(name).orElseThrow(() -> JsonException.of(pathOf(name), "is required"));
    }

    /**
     * Returns a member of this object, if it has it.
     *
     * @param name its name
     * @return its value; empty if it is absent or null
     * @throws JsonException if this is no object
     */
    public Optional<JsonNode> find(String name) {
        Object member = object().get(name);
        return member == null || member == Null.NULL
                ? Optional.empty()
                : Optional.of(new JsonNode(pathOf(name), member));
    }

    /**
     * Returns all members of this object.
     *
     * @return by their names, in their order; those that are null are left out
     * @throws JsonException if this is no object
     */
    public Map<String, JsonNode> members() {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object().forEach((name, member) -> {
            if (member != Null.NULL) {
                members.put(name, new JsonNode(pathOf(name), member));
            }
        });
        return Collections.unmodifiableMap(members);
    }

    /**
     * Returns the elements of this array.
     *
     * @return in their order
     * @throws JsonException if this is no array
     */
    public List<JsonNode> elements() {
        if (!(value instanceof List<?> list)) {
            throw refuse("must be an array");
        }
        List<JsonNode> elements = new ArrayList<>();
        for (Object element : list) {
            elements.add(new JsonNode(path + "[" + elements.size() + "]", element));
        }
        return Collections.unmodifiableList(elements);
    }

    /**
     * Returns this text.
     *
     * @return its characters
     * @throws JsonException if this is no text
     */
    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw refuse("must be text");
    }

    /**
     * Returns the exact number this is, be it a number or the text of one: venues write both.
     *
     * @return the number
     * @throws JsonException if it is neither, or does not fit
     */
    public Decimal decimal() {
        String digits = value instanceof Digits(String number) ? number : value instanceof String text ? text : null;
        if (digits == null) {
            throw refuse("must be a number");
        }
        return parse(() -> Decimal.parse(digits));
    }

    /**
     * Returns this whole number.
     *
     * @return the number
     * @throws JsonException if it is no number, has decimals or an exponent, or does not fit in 64 bits
     */
    public long whole() {
        if (value instanceof Digits(String digits)) {
            try {
                return Long.parseLong(digits);
            } catch (NumberFormatException e) {
                throw refuse("must be a whole number of 64 bits");
            }
        }
        throw refuse("must be a whole number");
    }

    /**
     * Returns this flag.
     *
     * @return true or false
     * @throws JsonException if it is neither
     */
    public boolean flag() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw refuse("must be true or false");
    }

    /**
     * Reads this text as something.
     *
     * @param parser throws an IllegalArgumentException, ArithmeticException or DateTimeException that says what is wrong
     * @param <T> what it is read as
     * @return what was read
     * @throws JsonException if this is no text, or the parser refuses it
     */
    public <T> T text(Function<String, T> parser) {
        String text = text();
        return parse(() -> parser.apply(text));
    }

    private <T> T parse(Supplier<T> parser) {
        try {
            return parser.get();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw refuse("is refused: " + e.getMessage() + ",");
        }
    }

    /**
     * Says that this value will not do.
     *
     * @param expected what it must be, such as {@code "must be buy or sell"}
     * @return the exception to throw, which says where, and what was found
     */
    public JsonException refuse(String expected) {
        return JsonException.of(path, expected + ", was " + shown());
    }

    /**
     * Returns where this value stands.
     *
     * @return the path from the root, such as {@code orders[3].limit_price}; empty for the whole document
     */
    public String path() {
        return path;
    }

    private String shown() {
        return switch (value) {
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "an array";
            case String text -> "text " + JsonText.quoted(text);
            case Digits(String text) -> "number " + (text.length() > SHOWN ? text.substring(0, SHOWN) : text);
            default -> value.toString().toLowerCase(Locale.ROOT);
        };
    }

    @SuppressWarnings("unchecked")
    private Map<String, @Nullable Object> object() {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw refuse("must be an object");
    }

    private String pathOf(String name) {
        boolean isPlain =
                name.length() <= SHOWN && name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
        return isPlain ? path + (path.isEmpty() ? "" : ".") + name : path + "[" + JsonText.quoted(name) + "]";
    }

    /** Returns where this stands, and nothing of what it holds, for that may be a secret. */
    @Override
    public String toString() {
        return "JsonNode[" + path + "]";
    }
}
