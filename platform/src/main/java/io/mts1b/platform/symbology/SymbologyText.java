package io.mts1b.platform.symbology;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.symbology.Venue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads tables, line by line; {@link Symbology#parse} tells their form. Confined to one thread; used once. */
final class SymbologyText {

    private static final Pattern COMMENT = Pattern.compile("(^|\\s+)#.*");
    private static final Pattern DIALECT = Pattern.compile("([A-Z0-9-]+)(?: +at ([A-Z0-9]+))? +\\[(\\S+)]");
    private static final Pattern FORM = Pattern.compile("(also )?(\\w+) +\"([^\"]+)\"((?:, \\w+(?: [A-Za-z0-9]+)*)*)");

    private final TreeSet<String> sources = new TreeSet<>();
    private final List<String> fiat = new ArrayList<>();
    private final List<String> crypto = new ArrayList<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private @Nullable Section section;

    private SymbologyText() {}

    /** One dialect as far as it has been read. */
    private static final class Section {
        private final @Nullable Venue venue;
        private final List<Currency> quotes = new ArrayList<>();
        private final Map<String, String> codes = new LinkedHashMap<>();
        private final Map<String, String> classes = new LinkedHashMap<>();
        private final Map<String, Contract> names = new LinkedHashMap<>();
        private final List<Form> forms = new ArrayList<>();

        private Section(@Nullable Venue venue) {
            this.venue = venue;
        }

        private Dialect dialect(String name, Assets assets) {
            return new Dialect(
                    name,
                    venue,
                    forms,
                    names,
                    new Form.Words(new Codes("asset", codes), new Codes("class", classes), assets));
        }
    }

    static Symbology parse(String origin, String text) {
        SymbologyText reader = new SymbologyText();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            try {
                reader.read(COMMENT.matcher(line).replaceFirst("").stripTrailing());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(origin + " line " + number + ": " + e.getMessage(), e);
            }
        }
        Assets assets = new Assets(reader.fiat, reader.crypto);
        Map<String, Dialect> dialects = new LinkedHashMap<>();
        reader.sections.forEach((name, section) -> dialects.put(name, section.dialect(name, assets)));
        return new Symbology(assets, dialects);
    }

    private void read(String line) {
        if (line.isEmpty()) {
            return;
        }
        String[] words = line.strip().split(" +", 2);
        Require.that(words.length == 2, "a line must say more than '" + words[0] + "'");
        if (line.startsWith(" ")) {
            inside(
                    Require.present(section, "an indented line must stand below a dialect"),
                    words[0],
                    words[1],
                    line.strip());
            return;
        }
        switch (words[0]) {
            case "source" -> sources.add(words[1].split(" +", 2)[0]);
            case "fiat" -> codes(words[1]).map(Currency::code).forEach(fiat::add);
            case "assets" -> codes(words[1]).map(Currency::code).forEach(crypto::add);
            case "dialect" -> begin(words[1]);
            default ->
                throw new IllegalArgumentException(
                        "a line must begin with source, fiat, assets or dialect, was '" + words[0] + "'");
        }
    }

    private static Stream<Currency> codes(String text) {
        return Stream.of(text.split(" +", -1)).map(Currency::new);
    }

    private void begin(String text) {
        Matcher parts = DIALECT.matcher(text);
        Require.that(parts.matches(), "dialect must be <name> [at <venue>] [<source>], was '" + text + "'");
        Require.that(sources.contains(parts.group(3)), "source must be one of " + sources + ", was " + parts.group(3));
        section = new Section(parts.group(2) == null ? null : new Venue(parts.group(2)));
        Require.that(sections.put(parts.group(1), section) == null, "dialect is there twice: " + parts.group(1));
    }

    private static void inside(Section into, String word, String rest, String line) {
        switch (word) {
            case "quotes" -> codes(rest).forEach(into.quotes::add);
            case "code" -> pair(into.codes, rest);
            case "class" -> pair(into.classes, rest);
            case "name" -> {
                String[] names = two(rest);
                Require.that(
                        into.names.put(names[0], Contract.parse(names[1])) == null, "name is there twice: " + names[0]);
            }
            default -> into.forms.add(form(into, line));
        }
    }

    private static void pair(Map<String, String> into, String rest) {
        String[] names = two(rest);
        Require.that(into.put(names[0], names[1]) == null, "code is there twice: " + names[0]);
    }

    private static String[] two(String text) {
        String[] words = text.split(" +", -1);
        Require.that(words.length == 2, "a name must be followed by the house's, was '" + text + "'");
        return words;
    }

    private static Form form(Section section, String line) {
        Matcher parts = FORM.matcher(line);
        Require.that(parts.matches(), "a form must be [also] <kind> \"<template>\"[, <option>]..., was '" + line + "'");
        ContractKind kind = kind(parts.group(2));
        Template template = new Template(parts.group(3));
        List<Currency> quotes = section.quotes;
        String settlement = "quote";
        boolean fiat = false;
        for (String option : parts.group(4).split(", ", -1)) {
            String[] words = option.split(" ", 2);
            switch (words[0]) {
                case "" -> {}
                case "quote" -> quotes = codes(words[1]).toList();
                case "settle" -> settlement = words[1];
                case "fiat" -> fiat = true;
                default ->
                    throw new IllegalArgumentException("option must be quote, settle or fiat, was '" + option + "'");
            }
        }
        return new Form(kind, template, List.copyOf(quotes), settlement, fiat, parts.group(1) != null);
    }

    private static ContractKind kind(String word) {
        return switch (word) {
            case "share" -> ContractKind.SHARE;
            case "spot" -> ContractKind.SPOT;
            case "perpetual" -> ContractKind.PERPETUAL;
            case "month" -> ContractKind.MONTH_FUTURE;
            case "dated" -> ContractKind.DATED_FUTURE;
            case "option" -> ContractKind.OPTION;
            default ->
                throw new IllegalArgumentException(
                        "kind must be share, spot, perpetual, month, dated or option, was '" + word + "'");
        };
    }
}
