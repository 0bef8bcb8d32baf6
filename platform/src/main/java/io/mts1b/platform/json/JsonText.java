package io.mts1b.platform.json;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** A text to read: its characters, where it came from, and how to speak of places in it. */
final class JsonText {

    /** More than any document of the house needs; a hostile one must not fill the memory. */
    static final int MAX_LENGTH = 64 << 20;

    static final int MAX_DEPTH = 64;
    static final int MAX_TEXT = 4 << 20;
    static final int MAX_NAME = 1_000;
    private static final int MAX_DIGITS = 100;
    private static final int SHOWN = 80;
    private static final int SHOWN_REASON = 400;

    /** What Jackson says of its own settings and of offsets nobody can look up. */
    private static final Pattern NOISE = Pattern.compile(" \\(start marker at .*]\\)|, from `[^`]*`");

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_DIGITS)
                    .build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final @Nullable String file;
    private final char[] chars;

    /** Takes a text that came from a file, or from none. */
    JsonText(@Nullable String file, String text) {
        this.file = file;
        this.chars = text.toCharArray();
    }

    JsonParser parser() {
        return FACTORY.createParser(ObjectReadContext.empty(), chars);
    }

    /**
     * Looks ahead for the {@code "type"} of an object.
     *
     * @param parser stands within the object
     * @param start where the object starts
     * @return its text; empty if there is none
     */
    String findType(JsonParser parser, TokenStreamLocation start) {
        int from = (int) start.getCharOffset();
        try (JsonParser ahead = FACTORY.createParser(ObjectReadContext.empty(), chars, from, chars.length - from)) {
            ahead.nextToken();
            for (String name = ahead.nextName(); name != null; name = ahead.nextName()) {
                JsonToken token = ahead.nextToken();
                if (name.equals(Names.TYPE)) {
                    return token == JsonToken.VALUE_STRING ? ahead.getString() : "";
                }
                ahead.skipChildren();
            }
            return "";
        } catch (JacksonException e) {
            // The parser itself meets the same error, and knows the line.
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
            throw e;
        }
    }

    JsonException failure(TokenStreamLocation at, String path, String problem) {
        return JsonException.at(file, at.getLineNr(), at.getColumnNr(), path, problem, null);
    }

    JsonException refused(TokenStreamLocation at, String path, RuntimeException cause) {
        String reason = Objects.requireNonNullElseGet(cause.getMessage(), cause::toString);
        String problem = "is refused: " + cut(reason, SHOWN_REASON);
        return JsonException.at(file, at.getLineNr(), at.getColumnNr(), path, problem, cause);
    }

    /** Tells in our words what the parser says about where it stands. */
    JsonException syntax(JsonParser parser, JacksonException e) {
        TokenStreamLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        String kind = e instanceof StreamConstraintsException ? "is too large: " : "is not JSON: ";
        String reason = cut(NOISE.matcher(e.getOriginalMessage()).replaceAll(""), SHOWN_REASON);
        String path = path(parser.streamReadContext());
        return JsonException.at(file, at.getLineNr(), at.getColumnNr(), path, kind + reason, e);
    }

    /** Describes the current token. */
    static String found(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case null -> "the end";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "text " + quoted(parser.getString());
            case PROPERTY_NAME -> quoted(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number " + cut(parser.getString(), SHOWN);
            default -> token.asString();
        };
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("'");
        cut(text, SHOWN).chars().forEach(c -> {
            if (Character.isISOControl(c) || Character.isSurrogate((char) c)) {
                out.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
            } else {
                out.append((char) c);
            }
        });
        return out.append('\'').toString();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }

    /** Writes where a parser or generator stands, such as {@code orders[3].prices['AAPL.XNAS']}. */
    static String path(TokenStreamContext context) {
        TokenStreamContext outer = context.getParent();
        String path = outer == null ? "" : path(outer);
        if (context.inArray() && context.hasCurrentIndex()) {
            return path + "[" + context.getCurrentIndex() + "]";
        }
        if (context.inObject() && context.hasCurrentName()) {
            String name = context.currentName();
            boolean isPlain = name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
            return isPlain && name.length() <= SHOWN
                    ? path + (path.isEmpty() ? "" : ".") + name
                    : path + "[" + quoted(name) + "]";
        }
        return path;
    }

    /** Tells whether a text can be written as UTF-8: no half of a surrogate pair stands alone. */
    static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return StandardCharsets.UTF_8.newEncoder().canEncode(text);
            }
        }
        return true;
    }
}
