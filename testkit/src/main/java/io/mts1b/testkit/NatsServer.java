package io.mts1b.testkit;

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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real {@code nats-server} of the machine, on a free port of the loopback, with JetStream in a folder. */
public final class NatsServer implements AutoCloseable {

    private static final String MISSING = "no nats-server on the PATH; install it with apt-get install nats-server";

    private final Path binary;
    private final int port;
    private final List<String> options;
    private @Nullable Process process;

    private NatsServer(Path binary, int port, List<String> options) {
        this.binary = binary;
        this.port = port;
        this.options = options;
    }

    /**
     * Starts a server. Without the program the test is skipped, or fails where {@code MTS1B_REQUIRE_NATS} is set.
     *
     * @param folder where JetStream keeps what it stores
     * @param more options of {@code nats-server}
     * @return the server, which is ready
     * @throws IOException if it cannot be started
     */
    public static NatsServer start(Path folder, String... more) throws IOException {
        List<String> options = new ArrayList<>(
                List.of("-js", "-sd", folder.resolve("jetstream").toString()));
        options.addAll(List.of(more));
        NatsServer server = new NatsServer(binary(), freePort(), options);
        server.start();
        return server;
    }

    /**
     * Tells whether there is a server to start.
     *
     * @return true if the program is on the {@code PATH}
     */
    public static boolean isInstalled() {
        return find().isPresent();
    }

    private static Path binary() {
        Optional<Path> found = find();
        if (found.isEmpty()) {
            Missing.part("MTS1B_REQUIRE_NATS", MISSING);
        }
        return found.orElseThrow();
    }

    private static Optional<Path> find() {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "nats-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts it again on the same port, with what it has stored.
     *
     * @throws IOException if it cannot be started
     */
    public void start() throws IOException {
        List<String> command =
                new ArrayList<>(List.of(binary.toString(), "-a", "127.0.0.1", "-p", Integer.toString(port)));
        command.addAll(options);
        Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
        process = started;
        List<String> log = new ArrayList<>();
        BufferedReader output = started.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            log.add(line);
            if (line.contains("Server is ready")) {
                drain(output);
                return;
            }
        }
        throw new IOException("nats-server did not start:\n" + String.join("\n", log));
    }

    /** Reads on, so that the server never waits for its log. */
    private static void drain(BufferedReader output) {
        Thread.ofPlatform().daemon().start(() -> {
            try (output) {
                while (output.readLine() != null) {
                    // Not wanted.
                }
            } catch (IOException e) {
                // The server was killed.
            }
        });
    }

    /**
     * Returns where it is.
     *
     * @return the address, such as {@code nats://127.0.0.1:4222}
     */
    public String address() {
        return "nats://127.0.0.1:" + port;
    }

    /**
     * Returns where it is.
     *
     * @return the port
     */
    public int port() {
        return port;
    }

    /**
     * Kills it as a crash would, without a word.
     *
     * @throws InterruptedException if the wait for its end is interrupted
     */
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null && !running.destroyForcibly().waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("nats-server must be dead, is not");
        }
    }

    /** Kills it; what it stored belongs to the test. */
    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
