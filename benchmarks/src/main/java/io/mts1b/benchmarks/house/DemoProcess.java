package io.mts1b.benchmarks.house;

import io.mts1b.frontends.cli.Mts;
import io.mts1b.platform.service.Console;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** One run of the demo in a process of its own, which notes at its end what the system says of it. */
final class DemoProcess {

    /** As the launcher starts it. */
    private static final List<String> JVM_OPTIONS =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

    private static final Path SYSTEM_STATUS = Path.of("/proc/self/status");
    private static final String STATUS = "status";
    private static final String PEAK = "VmHWM:";
    private static final String COMPLAINTS = "complaints";

    private DemoProcess() {}

    /**
     * Runs the demo.
     *
     * @param folder an empty folder for what it writes
     * @param options what it runs on
     * @return how long the process lived, in seconds
     * @throws IllegalStateException if the demo failed, with what it said
     */
    static double run(Path folder, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DemoProcess.class.getName()));
        command.add(folder.resolve(STATUS).toString());
        command.addAll(List.of("demo", "--json", "--out", folder.resolve("run").toString()));
        command.addAll(options);
        File complaints = folder.resolve(COMPLAINTS).toFile();
        try {
            long start = System.nanoTime();
            int exitCode = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(complaints)
                    .start()
                    .waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (exitCode != 0) {
                throw new IllegalStateException(
                        "demo " + options + " ended with " + exitCode + ": " + Files.readString(complaints.toPath()));
            }
            return seconds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the demo ran", e);
        }
    }

    /**
     * Returns the most memory a run had resident.
     *
     * @param folder the folder of the run
     * @return the peak in MiB; empty where the system does not tell
     */
    static OptionalDouble peakMebibytes(Path folder) {
        Path status = folder.resolve(STATUS);
        try {
            return Files.exists(status) ? peakMebibytes(Files.readAllLines(status)) : OptionalDouble.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the line {@code VmHWM: 123456 kB}, whose kB are KiB. */
    static OptionalDouble peakMebibytes(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(PEAK))
                .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
                .mapToDouble(kibibytes -> Long.parseLong(kibibytes) / 1024.0)
                .findFirst();
    }

    /**
     * Runs in the process: {@code mts} with all arguments but the first, which says where the notes go.
     *
     * @param arguments where to, and the arguments of the command
     * @throws IOException if the notes cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        List<String> all = List.of(arguments);
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
        int exitCode = Mts.run(new Console(out, err, InputStream.nullInputStream(), true), all.subList(1, all.size()));
        out.flush();
        err.flush();
        if (Files.isReadable(SYSTEM_STATUS)) {
            Files.writeString(Path.of(all.getFirst()), Files.readString(SYSTEM_STATUS));
        }
        System.exit(exitCode);
    }
}
