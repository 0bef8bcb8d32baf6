package io.mts1b.platform.json;

import io.mts1b.foundation.TextValue;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a type: one description that {@link FormReader}, {@link FormWriter} and
 * {@link SchemaWriter} each walk, so that the three cannot disagree.
 */
sealed interface Form {

    /** {@code true} or {@code false}. */
    record Flag() implements Form {}

    /** A whole number in the range of {@code int} or {@code long}. */
    record Whole(boolean isLong) implements Form {}

    /** A finite number. */
    record Real() implements Form {}

    /**
     * Text that {@code toString} writes and {@code parse} reads.
     *
     * @param type the class of the values
     * @param parse throws a RuntimeException that says what is wrong
     */
    record Text(Class<?> type, Function<String, Object> parse) implements Form {

        /** Tells whether this is the text of a value of ours, which has a name in schemas. */
        boolean isValue() {
            return TextValue.class.isAssignableFrom(type);
        }
    }

    /**
     * One of some texts.
     *
     * @param type the class of the values
     * @param byName the values by their text, in the order of their declaration
     * @param name the text of a value
     */
    record Choice(Class<?> type, Map<String, Object> byName, Function<Object, String> name) implements Form {}

    /** An array. */
    record ListOf(Form element) implements Form {}

    /** An object whose names are keys. */
    record MapOf(Key key, Form value) implements Form {}

    /** Null, or a value of another form. */
    record Maybe(Form form) implements Form {}

    /** A value of whatever class it turns out to be; it can be written, but nobody knows how to read it. */
    record Any(String why) implements Form {}

    /**
     * A class that is not a record, by way of a record that holds the same.
     *
     * @param type the class
     * @param form of the record
     * @param toRecord writes
     * @param fromRecord reads; throws a RuntimeException that says what is wrong
     */
    record Adapted(Class<?> type, Product form, Function<Object, Object> toRecord, Function<Object, Object> fromRecord)
            implements Form {}

    /**
     * A record.
     *
     * @param type its class
     * @param tag what {@code "type"} says; null outside sealed families
     * @param components found when first needed, because a type may contain itself
     */
    record Product(Class<?> type, @Nullable String tag, Supplier<Components> components) implements Form {}

    /**
     * A sealed family of records.
     *
     * @param type the interface
     * @param members by their tags, in the order of their declaration; found when first needed
     */
    record Family(Class<?> type, Supplier<Map<String, Product>> members) implements Form {}

    /** The form of the keys of a map, whose values are comparable. */
    sealed interface Key {

        /** Keys of many texts. */
        record OfText(Text form) implements Key {}

        /** Keys of some texts. */
        record OfChoice(Choice form) implements Key {}

        Form form();

        /** Returns the text of a key. */
        default String name(Object key) {
            return switch (this) {
                case OfText _ -> key.toString();
                case OfChoice(Choice choice) -> choice.name().apply(key);
            };
        }
    }

    /**
     * The components of a record.
     *
     * @param constructor takes them all, in their order
     * @param list in their order
     * @param index where each name stands in the list
     */
    record Components(Constructor<?> constructor, List<Component> list, Map<String, Integer> index) {

        List<String> names() {
            return list.stream().map(Component::name).toList();
        }
    }

    /** One component: its name in JSON, its form, and what takes it out of a record. */
    record Component(String name, Form form, Function<Object, @Nullable Object> accessor) {

        boolean isRequired() {
            return !(form instanceof Maybe);
        }
    }
}
