package io.mts1b.platform.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that appends to a log and prints the number of each acknowledged record, with a semicolon behind
 * it: half a line is none.
 */
final class ChildWriter {

    private ChildWriter() {}

    /**
     * Appends records; the main method of the process.
     *
     * @param arguments directory, policy, size of segments, number of records
     */
    public static void main(String[] arguments) {
        DurabilityPolicy policy = DurabilityPolicy.valueOf(arguments[1]);
        JournalOptions options = new JournalOptions(policy, Long.parseLong(arguments[2]));
        long count = Long.parseLong(arguments[3]);
        try (Journal journal = Journal.open(Path.of(arguments[0]), options)) {
            long last = journal.durable();
            for (long i = 1; i <= count; i++) {
                long sequence = journal.submit(Logs.payload(last + i));
                // Sometimes one by one, sometimes some in a batch.
                if (Logs.payload(sequence).length % 3 == 0) {
                    journal.awaitDurable(sequence);
                    System.out.println(sequence + ";");
                    System.out.flush();
                }
            }
            System.out.println(journal.flush() + ";");
        } catch (JournalException e) {
            System.out.println(e.category());
        }
    }

    /** Returns the command line of the process. */
    static List<String> command(Path directory, JournalOptions options, long count) {
        return command(
                ChildWriter.class,
                directory.toString(),
                options.durability().name(),
                Long.toString(options.segmentBytes()),
                Long.toString(count));
    }

    /** Returns the command line of a process. */
    static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Runs the process to its end, and returns the lines it printed. */
    static List<String> run(List<String> command) throws IOException {
        return lines(start(command), Integer.MAX_VALUE);
    }

    /** Returns the last number that was acknowledged; half a line is none. */
    static long acknowledged(List<String> lines) {
        return lines.stream()
                .filter(line -> line.endsWith(";"))
                .mapToLong(line -> Long.parseLong(line.substring(0, line.length() - 1)))
                .max()
                .orElse(0);
    }

    /** Reads lines until there are enough, kills the process, and returns all it had printed. */
    static List<String> lines(Process process, int enough) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (lines.size() == enough) {
                    // Not process.destroyForcibly(), which would close the pipe with what it had printed.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        return lines;
    }
}
