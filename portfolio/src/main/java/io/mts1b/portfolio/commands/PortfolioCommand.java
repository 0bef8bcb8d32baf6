package io.mts1b.portfolio.commands;

import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Callable;

/** A command that refuses bad input with the reason. */
abstract class PortfolioCommand implements Callable<Integer> {

    private static final int WIDTH = 24;

    private final Console console;

    PortfolioCommand(Console console) {
        this.console = console;
    }

    /** What is printed, to programs and to people. */
    record Answer(Object json, String text) {}

    /** Computes the answer, or throws an {@link IllegalArgumentException} that says what is wrong with the input. */
    abstract Answer answer();

    /** Writes a name and a number for people, with six digits, the same in every country. */
    static String row(String name, double value) {
        return row(name, String.format(Locale.ROOT, "%.6g", value));
    }

    static String row(String name, String value) {
        return name + " ".repeat(Math.max(WIDTH - name.length(), 1)) + value;
    }

    @Override
    public final Integer call() {
        Answer answer;
        try {
            answer = answer();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            return console.refuse("file must be readable, was not: " + e.getCause());
        }
        console.print(answer.json, answer.text);
        return ExitCode.DONE;
    }
}
