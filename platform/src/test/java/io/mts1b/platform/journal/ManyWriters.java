package io.mts1b.platform.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * A process that appends to many logs at once, a thread for each, until it is killed: which is then at another point
 * for each of them. It prints the log and the number of each acknowledged record, with a semicolon behind it.
 */
final class ManyWriters {

    private ManyWriters() {}

    /**
     * Appends records; the main method of the process.
     *
     * @param arguments directory, policy, size of segments, number of logs
     */
    public static void main(String[] arguments) {
        JournalOptions options =
                new JournalOptions(DurabilityPolicy.valueOf(arguments[1]), Long.parseLong(arguments[2]));
        for (int log = 0; log < Integer.parseInt(arguments[3]); log++) {
            int number = log;
            Thread.ofPlatform().start(() -> append(log(Path.of(arguments[0]), number), options, number));
        }
    }

    private static void append(Path directory, JournalOptions options, int log) {
        try (Journal journal = Journal.open(directory, options)) {
            while (true) {
                long sequence = journal.submit(Logs.payload(journal.durable() + 1));
                // Sometimes one by one, sometimes some in a batch.
                for (long more = sequence % 4; more > 0; more--) {
                    sequence = journal.submit(Logs.payload(sequence + 1));
                }
                journal.awaitDurable(sequence);
                tell(log + ":" + sequence + ";");
            }
        }
    }

    private static synchronized void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Returns where a log is. */
    static Path log(Path directory, int number) {
        return directory.resolve("log-" + number);
    }

    /** Returns the command line of the process. */
    static List<String> command(Path directory, JournalOptions options, int logs) {
        return ChildWriter.command(
                ManyWriters.class,
                directory.toString(),
                options.durability().name(),
                Long.toString(options.segmentBytes()),
                Integer.toString(logs));
    }

    /** Returns the last number of each log that was acknowledged, 0 if none was; half a line is none. */
    static long[] acknowledged(List<String> lines, int logs) {
        long[] last = new long[logs];
        for (String line : lines) {
            if (line.endsWith(";")) {
                int colon = line.indexOf(':');
                int log = Integer.parseInt(line.substring(0, colon));
                last[log] = Math.max(last[log], Long.parseLong(line.substring(colon + 1, line.length() - 1)));
            }
        }
        return last;
    }
}
