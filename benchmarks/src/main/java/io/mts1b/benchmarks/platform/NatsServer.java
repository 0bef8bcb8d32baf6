package io.mts1b.benchmarks.platform;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A real {@code nats-server} of the machine, on a free port of the loopback, with JetStream in a folder. */
record NatsServer(Process process, String address) implements AutoCloseable {

    /** Starts a server; empty where the program is missing. */
    static Optional<NatsServer> start(Path folder) throws IOException {
        Optional<Path> binary = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(place -> Path.of(place, "nats-server"))
                .filter(Files::isExecutable)
                .findFirst();
        return binary.isEmpty() ? Optional.empty() : Optional.of(start(binary.get(), folder));
    }

    private static NatsServer start(Path binary, Path folder) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        binary.toString(),
                        "-a",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        "-js",
                        "-sd",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
        List<String> said = new ArrayList<>();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.add(line);
            if (line.contains("Server is ready")) {
                Thread.ofPlatform().daemon().start(() -> drain(log));
                return new NatsServer(process, "nats://127.0.0.1:" + port);
            }
        }
        throw new IOException("nats-server did not start: " + String.join("\n", said));
    }

    /** Reads on, so that the server never waits for its log. */
    private static void drain(BufferedReader log) {
        try (log) {
            while (log.readLine() != null) {
                // Not wanted.
            }
        } catch (IOException e) {
            // The server was stopped.
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
