package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.quantkit.costmodels.Charge.Bound;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads the words of one line of a charge: numbers first, then pairs of a word and what it is followed by. */
final class RateText {

    private static final Decimal PERCENT = Decimal.parse("0.01");

    private final Deque<String> words;

    private RateText(String text) {
        this.words = new ArrayDeque<>(List.of(text.split(" +", -1)));
    }

    /** Reads {@code 0.65 from 10000 below 0.10 since 2024-01-01} or {@code maker 0.16% taker 0.26% from 50000}. */
    static Dated<RateTable.Row> rate(String text) {
        RateText line = new RateText(text);
        Decimal maker;
        Decimal taker;
        if (line.words.peek().equals("maker")) {
            maker = line.after("maker");
            taker = line.after("taker");
        } else {
            maker = number(line.word());
            taker = maker;
        }
        Map<String, String> pairs = line.pairs("from", "below", "since");
        return new Dated<>(
                since(pairs),
                new RateTable.Row(
                        Decimal.parse(pairs.getOrDefault("from", "0")),
                        Optional.ofNullable(pairs.get("below")).map(Price::parse),
                        maker,
                        taker));
    }

    /** Reads {@code 0.35}, {@code 1% of value} or {@code 8.30 since 2024-01-01}. */
    static Dated<Bound> bound(String text) {
        RateText line = new RateText(text);
        String word = line.word();
        Map<String, String> pairs = line.pairs("of", "since");
        String of = pairs.getOrDefault("of", "");
        Require.that(
                of.equals(word.endsWith("%") ? "value" : ""),
                "a bound must be an amount, or a share such as 1% of value, was '" + text + "'");
        return new Dated<>(since(pairs), new Bound(number(word), !of.isEmpty()));
    }

    /** Reads {@code up}, or {@code half-up 4 each fill}. */
    static Charge.Rounding rounding(String text) {
        boolean perFill = text.endsWith(" each fill");
        RateText line = new RateText(perFill ? text.substring(0, text.length() - " each fill".length()) : text);
        RoundingMode mode = switch (line.word()) {
            case "up" -> RoundingMode.CEILING;
            case "down" -> RoundingMode.FLOOR;
            case "half-up" -> RoundingMode.HALF_UP;
            case "half-even" -> RoundingMode.HALF_EVEN;
            default ->
                throw new IllegalArgumentException(
                        "rounding must be up, down, half-up or half-even, was '" + text + "'");
        };
        OptionalInt places = line.words.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(line.word()));
        line.requireEnd();
        return new Charge.Rounding(mode, places, perFill);
    }

    private Decimal after(String name) {
        String word = word();
        Require.that(word.equals(name), "rates must be maker <rate> taker <rate>, was '" + word + "'");
        return number(word());
    }

    private Map<String, String> pairs(String... allowed) {
        Map<String, String> pairs = new TreeMap<>();
        while (!words.isEmpty()) {
            String name = word();
            Require.that(
                    List.of(allowed).contains(name),
                    "word must be one of " + List.of(allowed) + ", was '" + name + "'");
            Require.that(pairs.put(name, word()) == null, name + " must come once, came again");
        }
        return pairs;
    }

    private String word() {
        return Require.present(words.poll(), "line must go on, ended");
    }

    private void requireEnd() {
        Require.that(words.isEmpty(), "line must end, went on with '" + words.peek() + "'");
    }

    private static LocalDate since(Map<String, String> pairs) {
        String since = pairs.get("since");
        return since == null ? LocalDate.MIN : LocalDate.parse(since);
    }

    private static Decimal number(String word) {
        String text = word.toLowerCase(Locale.ROOT);
        return text.endsWith("%")
                ? Decimal.parse(text.substring(0, text.length() - 1)).times(PERCENT)
                : Decimal.parse(text);
    }
}
