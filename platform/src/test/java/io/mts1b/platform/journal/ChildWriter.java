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
     * @param arguments directory, policy, number of records
     */
    public static void main(String[] arguments) {
        DurabilityPolicy policy = DurabilityPolicy.valueOf(arguments[1]);
        long count = Long.parseLong(arguments[2]);
        try (Journal journal = Journal.open(Path.of(arguments[0]), Logs.small(policy))) {
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

    /** Starts the process. */
    static Process start(Path directory, DurabilityPolicy policy, long count) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildWriter.class.getName(),
                        directory.toString(),
                        policy.name(),
                        Long.toString(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Runs the process to its end, and returns the lines it printed. */
    static List<String> run(Path directory, DurabilityPolicy policy, long count) throws IOException {
        return lines(start(directory, policy, count), Integer.MAX_VALUE);
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
