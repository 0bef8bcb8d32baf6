package io.mts1b.frontends.up;

import io.mts1b.platform.http.Page;
import io.mts1b.platform.http.PageServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Serves the report of one run to the browsers of this machine: the report at {@code /}, {@code /summary.json} and
 * {@code /healthz}. Until the report is there, {@code /} says so and asks to be loaded again. Thread-safe.
 */
public final class ReportServer implements AutoCloseable {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String HTML = "text/html";
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

    private final PageServer server;

    private ReportServer(PageServer server) {
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
        Path report = folder.resolve("report.html");
        Path summary = folder.resolve("summary.json");
        return new ReportServer(PageServer.start(
                InetAddress.getLoopbackAddress(),
                port,
                Map.of(
                        "/", () -> file(report, HTML, Page.of(OK, HTML, WAITING)),
                        "/summary.json",
                                () -> file(summary, "application/json", Page.plain(NOT_FOUND, "the run is under way")),
                        "/healthz", () -> Page.plain(OK, "ok"))));
    }

    /**
     * Returns where it listens.
     *
     * @return the address of the report
     */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Page file(Path path, String type, Page otherwise) throws IOException {
        return Files.exists(path) ? new Page(OK, type, Files.readAllBytes(path)) : otherwise;
    }
}
