package io.mts1b.platform.service;

import io.mts1b.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Where a command reads and writes, so that no command touches the standard streams and every command
 * can be tested.
 *
 * <p>Confined to the thread of the command.
 *
 * @param out what was asked for, and nothing else
 * @param err progress and complaints
 * @param in what is piped in
 * @param json whether {@code --json} was given: programs are reading {@code out}
 */
public record Console(PrintWriter out, PrintWriter err, InputStream in, boolean json) {

    private static final int LONGEST_LINE = 1_000;

    /** Validates. */
    public Console {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        Objects.requireNonNull(in, "in");
    }

    /**
     * Prints an answer: as one line of JSON for programs, with null for what is absent, or as text for people.
     *
     * @param answer a record with a JSON form
     * @param text the same for people, without a line feed at its end
     */
    public void print(Object answer, String text) {
        // Not println: the line ends of the machine would be in the bytes.
        out.print((json ? Json.writeWhole(answer) : text) + "\n");
        out.flush();
    }

    /**
     * Asks somebody, beside what was asked for.
     *
     * @param question what is asked; nothing is added to it
     * @return the line that was typed, or as much of it as 1000 characters; empty if nobody is there
     */
    public String ask(String question) {
        err.print(question);
        err.flush();
        StringBuilder line = new StringBuilder();
        try {
            int next = in.read();
            while (next >= 0 && next != '\n' && line.length() < LONGEST_LINE) {
                line.append((char) next);
                next = in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString().strip();
    }

    /**
     * Says why nothing is done.
     *
     * @param reason what was given, and what was expected
     * @return {@link ExitCode#REFUSED}
     */
    public int refuse(String reason) {
        err.print(reason + "\n");
        err.flush();
        return ExitCode.REFUSED;
    }
}
