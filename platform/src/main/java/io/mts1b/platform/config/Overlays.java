package io.mts1b.platform.config;

import io.mts1b.foundation.Quoted;
import io.mts1b.platform.config.ConfigurationException.Problem;
import io.mts1b.platform.config.Entry.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Lays the environment and the command line over what stands in the file. */
final class Overlays {

    /** Variables that speak to the launcher and to tests begin with {@code MTS1B_} instead. */
    private static final String PREFIX = "MTS_";

    private final Entry.Mapping root;
    private final List<Problem> problems;

    Overlays(Entry.Mapping root, List<Problem> problems) {
        this.root = root;
        this.problems = problems;
    }

    void environment(Map<String, String> variables, Map<String, Shape> sections) {
        Map<String, List<String>> known = new TreeMap<>();
        sections.forEach((name, shape) -> names(List.of(name), shape, known));
        variables.forEach((name, text) -> {
            if (name.startsWith(PREFIX)) {
                List<String> path = known.get(name);
                String where = "environment " + name;
                if (path == null) {
                    problems.add(new Problem(where, "", "must be a known key" + Nearest.hint(name, known.keySet())));
                } else {
                    put(path, new Entry.Scalar(text, new Origin(Origin.Kind.ENVIRONMENT, where)));
                }
            }
        });
    }

    /** Collects the variables of all keys that have one, also of the removed ones. */
    private static void names(List<String> path, Shape shape, Map<String, List<String>> known) {
        switch (shape) {
            case Shape.Value _ -> name(path, known);
            case Shape.Row row -> {
                if (row.item() instanceof Shape.Value) {
                    name(path, known);
                }
            }
            case Shape.Group group -> {
                group.members().forEach(member -> names(with(path, member.key()), member.shape(), known));
                group.removed().keySet().forEach(key -> name(with(path, key), known));
            }
            case Shape.Table _ -> {
                // Its keys are not known.
            }
        }
    }

    private static void name(List<String> path, Map<String, List<String>> known) {
        String name = PREFIX + String.join("_", path).toUpperCase(Locale.ROOT);
        List<String> other = known.putIfAbsent(name, path);
        if (other != null) {
            throw new IllegalArgumentException("keys must have variables of their own, " + String.join(".", path)
                    + " and " + String.join(".", other) + " are both " + name);
        }
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    void arguments(List<String> arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals <= 0) {
                problems.add(new Problem("argument " + Quoted.of(argument), "", "must be key=value"));
            } else {
                String key = argument.substring(0, equals);
                Origin origin = new Origin(Origin.Kind.ARGUMENT, "argument " + key);
                put(List.of(key.split("\\.", -1)), new Entry.Scalar(argument.substring(equals + 1), origin));
            }
        }
    }

    private void put(List<String> path, Entry.Scalar entry) {
        if (!root.put(path, entry)) {
            problems.add(new Problem(
                    entry.origin().where(), String.join(".", path), "must not go on from a value or a list"));
        }
    }
}
