package io.mts1b.contracts.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one rule found.
 *
 * @param rule the name of the rule
 * @param sentence what it demands
 * @param lookedAt how many of what it looked at, in order
 * @param violations what breaks it
 */
public record Outcome(String rule, String sentence, Map<String, Integer> lookedAt, List<Violation> violations) {

    /** Copies. */
    public Outcome {
        lookedAt = Collections.unmodifiableMap(new LinkedHashMap<>(lookedAt));
        violations = List.copyOf(violations);
    }

    /**
     * Tells whether the rule saw nothing at all, and so proves nothing.
     *
     * @return whether all counts are zero
     */
    public boolean blind() {
        return lookedAt.values().stream().allMatch(count -> count == 0);
    }

    /**
     * Returns what it looked at, for a person.
     *
     * @return such as {@code 34 dependencies, 1204 references}
     */
    public String summary() {
        return lookedAt.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
