package io.mts1b.contracts;

import io.mts1b.contracts.rules.Outcome;
import io.mts1b.contracts.rules.Violation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Outcomes as a table for people, or as JSON. */
final class Report {

    private Report() {}

    static String text(List<Outcome> outcomes, List<ConceptHome> homes) {
        int rule = width(outcomes.stream().map(Outcome::rule).toList(), "rule");
        int looked = width(outcomes.stream().map(Outcome::summary).toList(), "looked at");
        String row = "%-" + rule + "s  %-" + looked + "s  %s%n";
        StringBuilder text = new StringBuilder(line(row, "rule", "looked at", "violations"));
        for (Outcome outcome : outcomes) {
            text.append(line(
                    row, outcome.rule(), outcome.summary(), outcome.violations().size()));
        }
        if (!homes.isEmpty()) {
            text.append('\n').append(table(homes));
        }
        for (Outcome outcome : outcomes) {
            outcome.violations()
                    .forEach(violation -> text.append('\n').append(violation).append('\n'));
        }
        long count = count(outcomes);
        return text.append('\n')
                .append(count == 0 ? "Every contract holds." : count + " violations.")
                .append('\n')
                .toString();
    }

    private static String table(List<ConceptHome> homes) {
        int name = width(homes.stream().map(home -> home.concept().name()).toList(), "concept");
        int room = width(homes.stream().map(home -> home.concept().room()).toList(), "home");
        String row = "%2s  %-" + name + "s  %-" + room + "s  %s%n";
        StringBuilder text = new StringBuilder(line(row, "", "concept", "home", "types"));
        for (ConceptHome home : homes) {
            String types = String.join(", ", home.found())
                    + (home.missing().isEmpty() ? "" : "; missing: " + String.join(", ", home.missing()));
            text.append(line(
                    row,
                    home.concept().number(),
                    home.concept().name(),
                    home.concept().room(),
                    types));
        }
        return text.toString();
    }

    private static String line(String row, Object... cells) {
        return String.format(Locale.ROOT, row.replace("%n", "\n"), cells);
    }

    private static int width(List<String> cells, String title) {
        return Math.max(
                title.length(), cells.stream().mapToInt(String::length).max().orElse(0));
    }

    private static long count(List<Outcome> outcomes) {
        return outcomes.stream().mapToLong(one -> one.violations().size()).sum();
    }

    static String json(List<Outcome> outcomes, List<ConceptHome> homes) {
        long count = count(outcomes);
        return "{\"passed\":" + (count == 0) + ",\"violations\":" + count + ",\"rules\":"
                + outcomes.stream().map(Report::json).collect(Collectors.joining(",\n ", "[\n ", "\n]"))
                + ",\"concepts\":"
                + homes.stream().map(Report::json).collect(Collectors.joining(",\n ", "[\n ", "\n]"))
                + "}\n";
    }

    private static String json(ConceptHome home) {
        return "{\"number\":" + home.concept().number() + ",\"name\":"
                + quote(home.concept().name()) + ",\"home\":"
                + quote(home.concept().room()) + ",\"found\":"
                + quote(home.found()) + ",\"missing\":" + quote(home.missing()) + "}";
    }

    private static String quote(List<String> texts) {
        return texts.stream().map(Report::quote).collect(Collectors.joining(",", "[", "]"));
    }

    private static String json(Outcome outcome) {
        String lookedAt = outcome.lookedAt().entrySet().stream()
                .map(entry -> quote(entry.getKey()) + ":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return "{\"rule\":" + quote(outcome.rule()) + ",\"sentence\":" + quote(outcome.sentence()) + ",\"looked_at\":"
                + lookedAt + ",\"violations\":"
                + outcome.violations().stream().map(Report::json).collect(Collectors.joining(",", "[", "]")) + "}";
    }

    private static String json(Violation violation) {
        return "{\"message\":" + quote(violation.message()) + ",\"here\":" + quote(violation.here()) + ",\"there\":"
                + quote(violation.there()) + ",\"remedy\":" + quote(violation.remedy()) + "}";
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
            }
        }
        return quoted.append('"').toString();
    }
}
