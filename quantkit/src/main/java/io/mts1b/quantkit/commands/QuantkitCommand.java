package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Callable;

/** A command that refuses bad input with the reason. */
abstract class QuantkitCommand implements Callable<Integer> {

    private static final int WIDTH = 46;

    private final Console console;

    QuantkitCommand(Console console) {
        this.console = console;
    }

    /** What is printed, to programs and to people. */
    record Answer(Object json, String text, int exitCode) {

        static Answer done(Object json, String text) {
            return new Answer(json, text, ExitCode.DONE);
        }
    }

    /** JSON whose names depend on what was asked, which no record can have; already written. */
    record Written(String json) {}

    /** Writes a number for people, with six digits, the same in every country. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    /** Writes a name and a number for people, numbers below each other. */
    static String row(String name, double value) {
        return name + " ".repeat(Math.max(WIDTH - name.length(), 1)) + number(value);
    }

    /** Computes the answer, or throws an {@link IllegalArgumentException} that says what is wrong with the input. */
    abstract Answer answer();

    @Override
    public final Integer call() {
        Answer answer;
        try {
            answer = answer();
        } catch (IllegalArgumentException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            return console.refuse("file must be readable, was not: " + e.getCause());
        }
        if (answer.json instanceof Written(String json) && console.json()) {
            new Console(console.out(), console.err(), console.in(), false).print("", json);
        } else {
            console.print(answer.json, answer.text);
        }
        return answer.exitCode;
    }
}
