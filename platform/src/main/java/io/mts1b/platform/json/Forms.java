package io.mts1b.platform.json;

import io.mts1b.foundation.TextValue;
import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.marketdata.UniversePanel;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Finds the form of a type. Forms are kept, so the reflection is paid once for each class. */
final class Forms {

    private static final ClassValue<Form> FORMS = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
            return find(type);
        }
    };

    private static final ClassValue<Form> EVENTS = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> payload) {
            return RecordForms.product(Event.class, Map.of(Event.class.getTypeParameters()[0], of(payload)));
        }
    };

    private Forms() {}

    /** Returns the form of a class; throws IllegalArgumentException if it has none. */
    static Form of(Class<?> type) {
        return FORMS.get(type);
    }

    /** Returns the form of an event with a payload of a class. */
    static Form event(Class<?> payload) {
        return EVENTS.get(payload);
    }

    /** Returns the form of a type as it is used somewhere, with type arguments and nullness. */
    static Form of(AnnotatedType use, Map<TypeVariable<?>, Form> bindings) {
        Form form = ofType(use, bindings);
        // The class literal makes a run without JSpecify fail loudly; reflection alone would see no annotation.
        return use.isAnnotationPresent(Nullable.class) ? new Form.Maybe(form) : form;
    }

    private static Form ofType(AnnotatedType use, Map<TypeVariable<?>, Form> bindings) {
        Type type = use.getType();
        if (type instanceof TypeVariable<?> variable) {
            return bindings.getOrDefault(variable, new Form.Any("type argument " + variable + " is not known"));
        }
        if (use instanceof AnnotatedParameterizedType generic
                && generic.getType() instanceof ParameterizedType parameterized
                && parameterized.getRawType() instanceof Class<?> raw) {
            return ofGeneric(raw, generic.getAnnotatedActualTypeArguments(), bindings);
        }
        if (type instanceof Class<?> plain) {
            return of(plain);
        }
        throw new IllegalArgumentException("a " + type.getTypeName() + " has no JSON form");
    }

    private static Form ofGeneric(Class<?> raw, AnnotatedType[] uses, Map<TypeVariable<?>, Form> bindings) {
        List<Form> arguments = Arrays.stream(uses).map(use -> of(use, bindings)).toList();
        if (raw == List.class) {
            return new Form.ListOf(arguments.getFirst());
        }
        if (raw == Map.class || raw == SortedMap.class) {
            return new Form.MapOf(key(arguments.getFirst()), arguments.getLast());
        }
        if (raw.isRecord()) {
            return RecordForms.product(raw, RecordForms.bind(raw, arguments));
        }
        throw new IllegalArgumentException("a " + raw.getTypeName() + " has no JSON form");
    }

    private static Form.Key key(Form form) {
        if (form instanceof Form.Choice choice) {
            return new Form.Key.OfChoice(choice);
        }
        if (form instanceof Form.Text text && Comparable.class.isAssignableFrom(text.type())) {
            return new Form.Key.OfText(text);
        }
        throw new IllegalArgumentException("keys of a map must be comparable values with text as their JSON form");
    }

    private static Form find(Class<?> type) {
        if (type == String.class) {
            return new Form.Text(String.class, text -> text);
        } else if (type == Instant.class) {
            return TextForms.iso(Instant.class, Instant::parse, "2024-07-03T13:30:00Z");
        } else if (type == LocalDate.class) {
            return TextForms.iso(LocalDate.class, LocalDate::parse, "2024-07-03");
        } else if (type == Duration.class) {
            return TextForms.iso(Duration.class, Duration::parse, "PT1.5S");
        } else if (type.isEnum()) {
            return TextForms.choice(type);
        } else if (TextValue.class.isAssignableFrom(type)) {
            return TextForms.text(type);
        } else if (type == UniversePanel.class) {
            return PanelForm.FORM;
        } else if (type.isRecord()) {
            return RecordForms.product(type, Map.of());
        } else if (type.isSealed() && type.isInterface()) {
            return RecordForms.family(type);
        }
        return number(type);
    }

    private static Form number(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return new Form.Flag();
        } else if (type == int.class || type == Integer.class) {
            return new Form.Whole(false);
        } else if (type == long.class || type == Long.class) {
            return new Form.Whole(true);
        } else if (type == double.class || type == Double.class) {
            return new Form.Real();
        }
        throw new IllegalArgumentException("a " + type.getTypeName() + " has no JSON form");
    }
}
