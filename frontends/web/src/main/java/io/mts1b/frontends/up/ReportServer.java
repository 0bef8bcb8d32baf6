package io.mts1b.frontends.up;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mts1b.foundation.Require;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Serves the report of one run to the browsers of this machine.
 *
 * <p>It listens on the loopback address only, answers GET and HEAD, and knows three paths: the report at
 * {@code /}, {@code /summary.json} and {@code /healthz}. Until the report is there, {@code /} says so and asks
 * to be loaded again. Requests that name another host are refused. Thread-safe.
 */
public final class ReportServer implements AutoCloseable {

    private static final int LARGEST_PORT = 65_535;
    private static final String WAITING = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="1">
            <title>MTS1B</title>
            <style>body { font: 16px/1.5 system-ui, sans-serif; margin: 20vh auto; max-width: 30em; }</style>
            <h1>The run is under way</h1>
            <p>This page shows the report as soon as it is written.</p>
            """;

    private final Path folder;
    private final HttpServer server;

    private ReportServer(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    /**
     * Starts to serve.
     *
     * @param folder the folder of the run, whose report may be yet to come
     * @param port where to listen; 0 for any free port
     * @return the server; close it to stop
     * @throws IOException if the port is taken
     */
    public static ReportServer start(Path folder, int port) throws IOException {
        Require.that(port >= 0 && port <= LARGEST_PORT, "port must be in [0, " + LARGEST_PORT + "], was " + port);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ReportServer one = new ReportServer(folder, server);
        server.createContext("/", one::answer);
        server.start();
        return one;
    }

    /**
     * Returns where it listens.
     *
     * @return the address of the report
     */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isMeant(exchange.getRequestHeaders().getFirst("Host"))) {
                send(exchange, 421, "text/plain", bytes("this is " + address() + "\n"));
                return;
            }
            if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, "text/plain", bytes("method must be GET or HEAD\n"));
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> file(exchange, "report.html", "text/html", 200, bytes(WAITING));
                case "/summary.json" ->
                    file(exchange, "summary.json", "application/json", 404, bytes("the run is under way\n"));
                case "/healthz" -> send(exchange, 200, "text/plain", bytes("ok\n"));
                default -> send(exchange, 404, "text/plain", bytes("there is / and /summary.json\n"));
            }
        }
    }

    /** A foreign page whose host name was made to mean this machine carries that name, and learns nothing. */
    private boolean isMeant(@Nullable String host) {
        int port = server.getAddress().getPort();
        return ("127.0.0.1:" + port).equals(host) || ("localhost:" + port).equals(host);
    }

    private void file(HttpExchange exchange, String name, String type, int otherwise, byte[] instead)
            throws IOException {
        Path path = folder.resolve(name);
        if (Files.exists(path)) {
            send(exchange, 200, type, Files.readAllBytes(path));
        } else {
            send(exchange, otherwise, otherwise == 200 ? type : "text/plain", instead);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
