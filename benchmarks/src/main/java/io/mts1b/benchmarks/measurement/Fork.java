package io.mts1b.benchmarks.measurement;

import io.mts1b.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures in a process of its own, so that no row profits or suffers from what was compiled for another. */
public final class Fork {

    /** As the launcher starts it; and JMH and the peers use sun.misc.Unsafe, which the JDK would warn of. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** How the process tells progress apart from what libraries print. */
    private static final String PROGRESS = "progress: ";

    private Fork() {}

    /**
     * Measures.
     *
     * @param measurement a class with a public constructor without arguments
     * @param effort how much is done
     * @param jvmOptions what the process needs beyond the usual
     * @param progress told what the process says
     * @return the rows
     * @throws IllegalStateException if it failed
     */
    public static List<Row> rows(
            Class<? extends Measurement> measurement,
            Effort effort,
            List<String> jvmOptions,
            Consumer<String> progress) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fork.class.getName()));
        try {
            Path rows = Files.createTempFile("mts-bench", ".json");
            try {
                command.addAll(List.of(measurement.getName(), Json.write(effort), rows.toString()));
                Process process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                List<String> said = new ArrayList<>();
                process.inputReader().lines().forEach(line -> {
                    said.add(line);
                    if (line.startsWith(PROGRESS)) {
                        progress.accept(line.substring(PROGRESS.length()));
                    }
                });
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(measurement + " failed: " + String.join("\n", said));
                }
                return Json.readList(Files.readString(rows), Row.class);
            } finally {
                Files.delete(rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + measurement, e);
        }
    }

    /**
     * Runs in the process.
     *
     * @param arguments the class, the effort, and the file for the rows
     * @throws Exception if it fails
     */
    public static void main(String[] arguments) throws Exception {
        Measurement measurement = Class.forName(arguments[0])
                .asSubclass(Measurement.class)
                .getDeclaredConstructor()
                .newInstance();
        Effort effort = Json.read(arguments[1], Effort.class);
        List<Row> rows = measurement.rows(effort, line -> System.out.println(PROGRESS + line));
        Files.writeString(Path.of(arguments[2]), Json.write(rows));
        // Whatever threads a peer leaves behind.
        System.exit(0);
    }
}
