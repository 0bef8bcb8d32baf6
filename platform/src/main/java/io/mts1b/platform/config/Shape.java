package io.mts1b.platform.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What may stand at a key, as the type of a component says. */
sealed interface Shape {

    /** One text. */
    record Value(Class<?> type) implements Shape {}

    /** Shapes in a row. */
    record Row(Shape item) implements Shape {}

    /** Shapes by any key. */
    record Table(Shape item) implements Shape {}

    /** A record. */
    record Group(Class<?> type, List<Member> members, Map<String, String> removed) implements Shape {

        List<String> keys() {
            return members.stream().map(Member::key).toList();
        }
    }

    /** A component of a record. */
    record Member(String key, Shape shape, Optional<String> standard, boolean nullable) {}

    /** Reads the shape of a type. */
    static Shape of(Type type, ValueTexts texts) {
        if (type instanceof Class<?> one) {
            if (texts.of(one) != null) {
                return new Value(one);
            }
            if (one.isRecord()) {
                return group(one, texts);
            }
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return new Row(of(generic.getActualTypeArguments()[0], texts));
        }
        if (type instanceof ParameterizedType generic
                && generic.getRawType() == Map.class
                && generic.getActualTypeArguments()[0] == String.class) {
            return new Table(of(generic.getActualTypeArguments()[1], texts));
        }
        throw new IllegalArgumentException(
                "type must be a value, a record, a List or a Map by String, was " + type.getTypeName());
    }

    private static Group group(Class<?> type, ValueTexts texts) {
        List<Member> members = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Default standard = component.getAnnotation(Default.class);
            members.add(new Member(
                    new KeyNames().translate(component.getName()),
                    of(component.getGenericType(), texts),
                    Optional.ofNullable(standard).map(Default::value),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class)));
        }
        Map<String, String> removed = new TreeMap<>();
        for (Removed one : type.getAnnotationsByType(Removed.class)) {
            removed.put(one.key(), one.instead());
        }
        return new Group(type, List.copyOf(members), removed);
    }
}
