package io.mts1b.platform.json;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The forms that stand under a name of their own in a schema, and how to find them. */
final class NamedForms {

    private NamedForms() {}

    /** Returns the class that names a form; empty if the form is written out wherever it is used. */
    static Optional<Class<?>> type(Form form) {
        return switch (form) {
            case Form.Text text -> text.isValue() ? Optional.of(text.type()) : Optional.empty();
            case Form.Choice choice -> Optional.of(choice.type());
            case Form.Adapted adapted -> Optional.of(adapted.type());
            case Form.Product product -> Optional.of(product.type());
            case Form.Family family -> Optional.of(family.type());
            case Form.Flag _, Form.Whole _, Form.Real _ -> Optional.empty();
            case Form.ListOf _, Form.MapOf _, Form.Maybe _, Form.Any _ -> Optional.empty();
        };
    }

    /** Returns the classes that name some forms and everything they lead to, by their stable names. */
    static SortedMap<String, Class<?>> types(Collection<Form> roots) {
        SortedMap<String, Class<?>> types = new TreeMap<>();
        reachable(roots).forEach((name, form) -> types.put(name, type(form).orElseThrow()));
        return types;
    }

    /** Returns the named forms among some forms and everything they lead to, by name. */
    static SortedMap<String, Form> reachable(Collection<Form> roots) {
        SortedMap<String, Form> found = new TreeMap<>();
        Deque<Form> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Form form = open.remove();
            Optional<String> name = type(form).map(Names::of);
            if (name.isEmpty() || found.putIfAbsent(name.get(), form) == null) {
                open.addAll(parts(form));
            }
        }
        return found;
    }

    private static Collection<? extends Form> parts(Form form) {
        return switch (form) {
            case Form.ListOf list -> List.of(list.element());
            case Form.MapOf map -> List.of(map.key().form(), map.value());
            case Form.Maybe maybe -> List.of(maybe.form());
            case Form.Adapted adapted -> componentForms(adapted.form());
            case Form.Product product -> componentForms(product);
            case Form.Family family -> family.members().get().values();
            case Form.Flag _, Form.Whole _, Form.Real _, Form.Text _, Form.Choice _, Form.Any _ -> List.of();
        };
    }

    private static List<Form> componentForms(Form.Product product) {
        return product.components().get().list().stream()
                .map(Form.Component::form)
                .toList();
    }
}
