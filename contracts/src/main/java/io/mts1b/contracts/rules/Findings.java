package io.mts1b.contracts.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers what one rule finds in one run; the same subject is reported once. Confined to one thread. */
final class Findings {

    private final Rule rule;
    private final Map<String, Integer> lookedAt = new LinkedHashMap<>();
    private final Map<String, Violation> violations = new LinkedHashMap<>();

    /** Starts with nothing found; the counts are shown in the order given, also where they stay zero. */
    Findings(Rule rule, String... counts) {
        this.rule = rule;
        for (String count : counts) {
            lookedAt.put(count, 0);
        }
    }

    void looked(String what, int count) {
        lookedAt.merge(what, count, Integer::sum);
    }

    void add(String subject, String message, Object here, String there, String remedy) {
        violations.putIfAbsent(subject, new Violation(rule.id(), message, here.toString(), there, remedy));
    }

    Outcome outcome() {
        return new Outcome(
                rule.id(),
                rule.sentence(),
                lookedAt,
                violations.values().stream().toList());
    }
}
