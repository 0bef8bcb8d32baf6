package io.mts1b.omsalgos;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** What parameters there are, as the types say, and in which of them two values differ. */
final class AlgoParameters {

    private AlgoParameters() {}

    /** Every component of every algo and of the limits, those of types of this package one by one. */
    static SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>();
        for (Class<?> algo : Algo.class.getPermittedSubclasses()) {
            parameters(algo, algo.getSimpleName(), all);
        }
        parameters(ExecutionLimits.class, ExecutionLimits.class.getSimpleName(), all);
        return all;
    }

    private static void parameters(Class<?> type, String path, SortedSet<String> into) {
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> of = element(component.getGenericType());
            String name = path + "." + component.getName();
            if (isOurs(of)) {
                parameters(of, name, into);
            } else {
                into.add(name);
            }
        }
    }

    private static Class<?> element(Type type) {
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }

    private static boolean isOurs(Class<?> type) {
        return type.isRecord() && type.getPackage().equals(Algo.class.getPackage());
    }

    /** Where two values of a type differ. */
    static void differences(Object one, Object other, String path, List<String> into) {
        try {
            for (RecordComponent component : one.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                Object a = component.getAccessor().invoke(one);
                Object b = component.getAccessor().invoke(other);
                String name = path + "." + component.getName();
                if (Objects.equals(a, b)) {
                    continue;
                }
                if (a != null && b != null && isOurs(a.getClass())) {
                    differences(a, b, name, into);
                } else if (a instanceof List<?> before
                        && b instanceof List<?> after
                        && isOurs(before.getFirst().getClass())) {
                    for (int i = 0; i < before.size(); i++) {
                        differences(before.get(i), after.get(i), name, into);
                    }
                } else {
                    into.add(name);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
