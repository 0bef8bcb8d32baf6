package io.mts1b.platform.db;

import io.mts1b.platform.db.DatabaseException.Category;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program of the machine to run. It sees nothing of the environment of this process, which holds secrets.
 *
 * @param words the program and its arguments
 * @param folder where it runs; null for where this process does
 */
record Command(List<String> words, @Nullable Path folder) {

    /** Programs that only look or copy are done by then. */
    private static final Duration SOON = Duration.ofMinutes(2);

    Command {
        words = List.copyOf(words);
    }

    static Command of(String... words) {
        return new Command(List.of(words), null);
    }

    Command with(String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return new Command(all, folder);
    }

    Command in(Path where) {
        return new Command(words, where);
    }

    /** Starts it, with its output behind what a file holds already. */
    Process start(Redirect output) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output);
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder.start();
    }

    /** Runs it to its end, and returns what it printed. */
    String output() throws IOException, InterruptedException {
        Process process = start(Redirect.PIPE);
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        end(process, SOON, text);
        return text;
    }

    /** Runs it to its end with something to read. */
    void run(Input input, Redirect output, Duration within) throws IOException, InterruptedException {
        Process process = start(output);
        IOException broken = null;
        try (OutputStream stream = process.getOutputStream()) {
            input.writeTo(stream);
        } catch (IOException e) {
            broken = e;
        }
        // If it failed, that tells more than that it did not read to the end.
        end(process, within, "");
        if (broken != null) {
            throw broken;
        }
    }

    private void end(Process process, Duration within, String said) throws InterruptedException {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("is not done after " + within);
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw failed("ended with " + process.exitValue() + (said.isEmpty() ? "" : ": " + said));
        }
    }

    private DatabaseException failed(String how) {
        return new DatabaseException(Category.UNAVAILABLE, "'" + String.join(" ", words) + "' " + how);
    }

    /** What a program reads. */
    @FunctionalInterface
    interface Input {

        /** Nothing. */
        Input NONE = _ -> {};

        /** Writes all of it. */
        void writeTo(OutputStream stream) throws IOException;

        /** Some text. */
        static Input of(String text) {
            return stream -> stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
