package io.mts1b.platform.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The forms of records and of sealed families of records. */
final class RecordForms {

    private RecordForms() {}

    static Form.Product product(Class<?> type, Map<TypeVariable<?>, Form> bindings) {
        String tag = isMember(type) ? Names.snake(type.getSimpleName()) : null;
        return new Form.Product(type, tag, new Lazy<>(() -> components(type, tag != null, bindings)));
    }

    static Form.Family family(Class<?> type) {
        return new Form.Family(type, new Lazy<>(() -> {
            Map<String, Form.Product> members = new LinkedHashMap<>();
            collect(type, members);
            return members;
        }));
    }

    /** Pairs the type parameters of a record with their arguments. */
    static Map<TypeVariable<?>, Form> bind(Class<?> type, List<Form> arguments) {
        Map<TypeVariable<?>, Form> bindings = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            bindings.put(type.getTypeParameters()[i], arguments.get(i));
        }
        return bindings;
    }

    /** Returns what a method or constructor threw, to be thrown on. */
    static RuntimeException unwrapped(InvocationTargetException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }

    private static boolean isMember(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).anyMatch(parent -> parent.isSealed() || isMember(parent));
    }

    private static void collect(Class<?> family, Map<String, Form.Product> members) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                collect(member, members);
            } else if (Forms.of(member) instanceof Form.Product product && product.tag() != null) {
                if (members.put(product.tag(), product) != null) {
                    throw new IllegalArgumentException("two records of one family are called " + product.tag());
                }
            } else {
                throw new IllegalArgumentException(
                        "a sealed family must be of records, " + member.getTypeName() + " is none");
            }
        }
    }

    private static Form.Components components(Class<?> type, boolean inFamily, Map<TypeVariable<?>, Form> bindings) {
        List<Form.Component> list = new ArrayList<>();
        Map<String, Integer> index = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = Names.snake(component.getName());
            if (inFamily && name.equals(Names.TYPE)) {
                throw new IllegalArgumentException(
                        "a component of " + type.getTypeName() + " is called type, which tells its family apart");
            }
            if (index.put(name, list.size()) != null) {
                throw new IllegalArgumentException("two components of " + type.getTypeName() + " are called " + name);
            }
            list.add(new Form.Component(name, form(type, component, bindings), Functions.of(component.getAccessor())));
        }
        return new Form.Components(constructor(type), List.copyOf(list), index);
    }

    private static Form form(Class<?> type, RecordComponent component, Map<TypeVariable<?>, Form> bindings) {
        try {
            return Forms.of(component.getAnnotatedType(), bindings);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    type.getTypeName() + " has no JSON form, because of " + component.getName() + ": " + e.getMessage(),
                    e);
        }
    }

    private static Constructor<?> constructor(Class<?> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
    }

    /** A value that is found when it is first asked for; found twice, perhaps, by two threads at once. */
    private static final class Lazy<T> implements Supplier<T> {

        private final Supplier<T> source;
        private volatile @Nullable T value;

        Lazy(Supplier<T> source) {
            this.source = source;
        }

        @Override
        public T get() {
            T found = value;
            if (found == null) {
                found = source.get();
                value = found;
            }
            return found;
        }
    }
}
