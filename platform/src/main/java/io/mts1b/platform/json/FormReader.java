package io.mts1b.platform.json;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;

/**
 * Reads values of a known form from one text. The token a value starts with is current when its method
 * is called, and the token it ends with is current when the method returns.
 */
final class FormReader {

    private final JsonText text;
    private final JsonParser parser;
    private final boolean skipsUnknown;

    private FormReader(JsonText text, JsonParser parser, boolean skipsUnknown) {
        this.text = text;
        this.parser = parser;
        this.skipsUnknown = skipsUnknown;
    }

    /** Where an object stands: its start, and the context that names it before, in and after it. */
    private record Place(TokenStreamLocation start, TokenStreamContext outer) {}

    /** Reads a whole document. */
    static Object read(JsonText text, Form form) {
        return read(text, form, false);
    }

    /** Reads a whole document, and skips the names that the form does not have if that is wanted. */
    static Object read(JsonText text, Form form, boolean skipsUnknown) {
        try (JsonParser parser = text.parser()) {
            return new FormReader(text, parser, skipsUnknown).document(form);
        }
    }

    private Object document(Form form) {
        try {
            parser.nextToken();
            Object value = Objects.requireNonNull(value(form), "only a component may be null");
            if (parser.nextToken() != null) {
                throw text.failure(parser.currentTokenLocation(), "", "must end here, but goes on with " + found());
            }
            return value;
        } catch (JacksonException e) {
            throw text.syntax(parser, e);
        }
    }

    private @Nullable Object value(Form form) {
        return switch (form) {
            case Form.Flag _ -> flag();
            case Form.Whole whole -> whole(whole.isLong());
            case Form.Real _ -> real();
            case Form.Text texts -> text(texts, string());
            case Form.Choice choice -> choice(choice, string());
            case Form.ListOf list -> list(list);
            case Form.MapOf map -> map(map);
            case Form.Maybe(Form inner) -> parser.currentToken() == JsonToken.VALUE_NULL ? null : value(inner);
            case Form.Any any -> throw new IllegalArgumentException("cannot be read: " + any.why());
            case Form.Adapted adapted -> adapted(adapted);
            case Form.Product product -> product(product);
            case Form.Family family -> family(family);
        };
    }

    private boolean flag() {
        if (parser.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        require("true or false", JsonToken.VALUE_FALSE);
        return false;
    }

    private Object whole(boolean isLong) {
        require("a whole number", JsonToken.VALUE_NUMBER_INT);
        String digits = parser.getString();
        try {
            return isLong ? (Object) Long.valueOf(digits) : (Object) Integer.valueOf(digits);
        } catch (NumberFormatException e) {
            throw failure("must fit in " + (isLong ? "64" : "32") + " bits, was " + found());
        }
    }

    private double real() {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            require("a number", JsonToken.VALUE_NUMBER_FLOAT);
        }
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw failure("must fit in a double, was " + found());
        }
        return value;
    }

    private String string() {
        require("text", JsonToken.VALUE_STRING);
        return parser.getString();
    }

    private Object text(Form.Text form, String value) {
        if (!JsonText.isWellFormed(value)) {
            throw failure("must be well-formed Unicode, was " + found());
        }
        try {
            return form.parse().apply(value);
        } catch (RuntimeException e) {
            throw refused(parser.currentTokenLocation(), e);
        }
    }

    private Object choice(Form.Choice form, String value) {
        Object constant = form.byName().get(value);
        if (constant == null) {
            throw failure("must be one of " + form.byName().keySet() + ", was " + found());
        }
        return constant;
    }

    private List<@Nullable Object> list(Form.ListOf form) {
        require("an array", JsonToken.START_ARRAY);
        List<@Nullable Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(form.element()));
        }
        return Collections.unmodifiableList(values);
    }

    private Map<Object, @Nullable Object> map(Form.MapOf form) {
        require("an object", JsonToken.START_OBJECT);
        TreeMap<Object, @Nullable Object> values = new TreeMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Object key = switch (form.key()) {
                case Form.Key.OfText(Form.Text texts) -> text(texts, name);
                case Form.Key.OfChoice(Form.Choice choice) -> choice(choice, name);
            };
            requireOnce(values.containsKey(key));
            parser.nextToken();
            values.put(key, value(form.value()));
        }
        return Collections.unmodifiableSortedMap(values);
    }

    private Object adapted(Form.Adapted form) {
        TokenStreamLocation start = parser.currentTokenLocation();
        Object substitute = product(form.form());
        try {
            return form.fromRecord().apply(substitute);
        } catch (RuntimeException e) {
            throw refused(start, e);
        }
    }

    private Object product(Form.Product form) {
        Place place = startObject();
        return members(form, place, parser.nextName(), false);
    }

    /** The type mostly comes first, as we write it; but JSON has no order, and some databases sort the names. */
    private Object family(Form.Family form) {
        Place place = startObject();
        String first = parser.nextName();
        boolean typeFirst = Names.TYPE.equals(first);
        if (typeFirst) {
            parser.nextToken();
        }
        String tag = typeFirst ? string() : text.findType(parser, place.start());
        Form.Product member = form.members().get().get(tag);
        if (member == null) {
            String tags = "one of " + form.members().get().keySet();
            throw failure(
                    place,
                    Names.TYPE,
                    tag.isEmpty()
                            ? "is required, as text, " + tags
                            : "must be " + tags + ", was " + JsonText.quoted(tag));
        }
        return members(member, place, typeFirst ? parser.nextName() : first, typeFirst);
    }

    /** Reads an object from its first name on. */
    private Object members(Form.Product form, Place place, @Nullable String first, boolean typeWasFirst) {
        Form.Components components = form.components().get();
        @Nullable Object[] values = new Object[components.list().size()];
        boolean[] seen = new boolean[values.length];
        boolean tagged = typeWasFirst;
        for (String name = first; name != null; name = parser.nextName()) {
            if (form.tag() != null && name.equals(Names.TYPE)) {
                requireOnce(tagged);
                tagged = true;
                readTag(form.tag());
                continue;
            }
            Integer at = components.index().get(name);
            if (at == null) {
                skip(components);
                continue;
            }
            requireOnce(seen[at]);
            seen[at] = true;
            parser.nextToken();
            values[at] = value(components.list().get(at).form());
        }
        if (form.tag() != null && !tagged) {
            throw failure(place, Names.TYPE, "is required, as '" + form.tag() + "'");
        }
        for (int i = 0; i < seen.length; i++) {
            Form.Component component = components.list().get(i);
            if (!seen[i] && component.isRequired()) {
                throw failure(place, component.name(), "is required");
            }
        }
        return construct(components, values, place);
    }

    private void skip(Form.Components components) {
        if (!skipsUnknown) {
            throw failure("is not known, must be one of " + components.names());
        }
        parser.nextToken();
        parser.skipChildren();
    }

    private void readTag(String tag) {
        parser.nextToken();
        if (!string().equals(tag)) {
            throw failure("must be '" + tag + "', was " + found());
        }
    }

    private Object construct(Form.Components components, @Nullable Object[] values, Place place) {
        try {
            return components.constructor().newInstance(values);
        } catch (InvocationTargetException e) {
            throw refused(place.start(), RecordForms.unwrapped(e));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(components.constructor() + " was made accessible", e);
        }
    }

    private Place startObject() {
        require("an object", JsonToken.START_OBJECT);
        return new Place(
                parser.currentTokenLocation(), parser.streamReadContext().getParent());
    }

    private void require(String expected, JsonToken token) {
        if (parser.currentToken() != token) {
            throw failure("must be " + expected + ", was " + found());
        }
    }

    private void requireOnce(boolean seen) {
        if (seen) {
            throw failure("is there twice");
        }
    }

    private String found() {
        return JsonText.found(parser);
    }

    /** The current value or name is wrong. */
    private JsonException failure(String problem) {
        return text.failure(parser.currentTokenLocation(), JsonText.path(parser.streamReadContext()), problem);
    }

    /** Something of an object is wrong that does not stand where the parser stands. */
    private JsonException failure(Place place, String name, String problem) {
        String object = JsonText.path(place.outer());
        return text.failure(place.start(), object.isEmpty() ? name : object + "." + name, problem);
    }

    /** A constructor or a parser of ours does not take what was read. */
    private JsonException refused(TokenStreamLocation start, RuntimeException e) {
        return text.refused(start, JsonText.path(parser.streamReadContext()), e);
    }
}
