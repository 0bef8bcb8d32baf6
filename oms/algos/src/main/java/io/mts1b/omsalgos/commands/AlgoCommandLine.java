package io.mts1b.omsalgos.commands;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A command that reads exact numbers by name. */
abstract class AlgoCommandLine extends AnsweringCommand {

    AlgoCommandLine(Console console) {
        super(console);
    }

    static Decimal decimal(String name, String text) {
        return read(name, "a decimal number", text, Decimal::parse);
    }

    static Price price(String name, String text) {
        return new Price(decimal(name, text));
    }

    static @Nullable Price priceIfGiven(String name, @Nullable String text) {
        return text == null ? null : price(name, text);
    }

    static Rate rate(String name, String text) {
        return new Rate(decimal(name, text));
    }

    static Quantity quantity(String name, String text) {
        return read(name, "a decimal number, not negative", text, Quantity::parse);
    }

    static double real(String name, String text) {
        return read(name, "a number", text, Double::parseDouble);
    }

    /** Reads {@code 90s}, {@code 30m}, {@code 6h}, {@code 5d}, or what ISO 8601 writes, such as {@code PT6H30M}. */
    static Duration time(String name, String text) {
        String iso = text.matches("\\d+[sSmMhH]") ? "PT" + text : text.matches("\\d+[dD]") ? "P" + text : text;
        return read(name, "a time such as 90s, 30m, 6h, 5d or PT6H30M", iso, Duration::parse);
    }

    static <T> T read(String name, String rule, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException("--" + name + " must be " + rule + ", was " + text, e);
        }
    }

    static String given(String name, @Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("--" + name + " must be given, was not");
        }
        return text;
    }

    static <E extends Enum<E>> E one(String name, E[] values, String text) {
        return Arrays.stream(values)
                .filter(value ->
                        name(value).equals(text.toLowerCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--" + name + " must be one of "
                        + Arrays.stream(values).map(AlgoCommandLine::name).toList() + ", was " + text));
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
