package io.mts1b.platform.json;

import io.mts1b.foundation.TextValue;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The forms of text values and enums. */
final class TextForms {

    private TextForms() {}

    /** An enum: its own texts if it is a text value, else its names in lower case. */
    static Form choice(Class<?> type) {
        Function<Object, String> name =
                TextValue.class.isAssignableFrom(type) ? Object::toString : constant -> Names.of((Enum<?>) constant);
        Map<String, Object> byName = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            byName.put(name.apply(constant), constant);
        }
        return new Form.Choice(type, Collections.unmodifiableMap(byName), name);
    }

    /** A type of java.time, whose own complaints do not say what is expected. */
    static Form iso(Class<?> type, Function<String, Object> parse, String example) {
        return new Form.Text(type, text -> {
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "text must be ISO-8601 such as " + example + ", was " + JsonText.quoted(text), e);
            }
        });
    }

    static Form text(Class<?> type) {
        // What parse throws comes through as it is.
        return new Form.Text(type, Functions.of(parser(type))::apply);
    }

    private static Method parser(Class<?> type) {
        try {
            Method parse = type.getDeclaredMethod("parse", String.class);
            if (Modifier.isStatic(parse.getModifiers()) && parse.getReturnType() == type) {
                return parse;
            }
        } catch (NoSuchMethodException e) {
            // Falls through to the same complaint.
        }
        throw new IllegalArgumentException(
                "a TextValue must have a static parse(String), " + type.getTypeName() + " has none");
    }
}
