package io.mts1b.platform.service;

import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * A command that computes one answer and prints it, or refuses bad input with the reason.
 *
 * <p>What throws an {@link IllegalArgumentException}, an {@link ArithmeticException} or an {@link UncheckedIOException}
 * was given bad input: exit code 2, the message on standard error, and nothing on standard output.
 */
public abstract class AnsweringCommand implements Callable<Integer> {

    private final Console console;

    /**
     * Makes a command.
     *
     * @param console where it reads and writes
     */
    protected AnsweringCommand(Console console) {
        this.console = Objects.requireNonNull(console, "console");
    }

    /**
     * What is printed.
     *
     * @param json to programs: a record with a JSON form
     * @param text to people, without a line feed at its end
     * @param exitCode how it ended
     */
    public record Answer(Object json, String text, int exitCode) {

        /** Validates. */
        public Answer {
            Objects.requireNonNull(json, "json");
            Objects.requireNonNull(text, "text");
        }

        /**
         * The answer of a command that did what it was asked.
         *
         * @param json to programs
         * @param text to people
         * @return the answer with {@link ExitCode#DONE}
         */
        public static Answer done(Object json, String text) {
            return new Answer(json, text, ExitCode.DONE);
        }
    }

    /**
     * JSON whose names depend on what was asked, which no record can have.
     *
     * @param json already written
     */
    public record Written(String json) {

        /** Validates. */
        public Written {
            Objects.requireNonNull(json, "json");
        }
    }

    /**
     * Computes the answer.
     *
     * @return what to print
     * @throws IllegalArgumentException if the input is bad; its message is printed
     * @throws ArithmeticException likewise, if a number of it is out of range
     * @throws UncheckedIOException if a file of it cannot be read
     */
    protected abstract Answer answer();

    /**
     * Returns where it reads and writes.
     *
     * @return the console
     */
    protected final Console console() {
        return console;
    }

    /**
     * Writes a number for people.
     *
     * @param value the number
     * @return six digits, the same in every country
     */
    protected static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    /**
     * Writes a name and a value for people, values below each other.
     *
     * @param name the name
     * @param width where the value begins
     * @param value the value
     * @return the line
     */
    protected static String row(String name, int width, String value) {
        return name + " ".repeat(Math.max(width - name.length(), 1)) + value;
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
        if (answer.json instanceof Written(String json) && console.json()) {
            new Console(console.out(), console.err(), console.in(), false).print("", json);
        } else {
            console.print(answer.json, answer.text);
        }
        return answer.exitCode;
    }
}
