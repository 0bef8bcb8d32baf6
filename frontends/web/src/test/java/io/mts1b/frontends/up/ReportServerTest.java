package io.mts1b.frontends.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Talks to the server over a socket, as no client that means well would. */
class ReportServerTest {

    @TempDir
    private Path folder;

    /** Sends the head of a request, and returns all that comes back. */
    private static String ask(ReportServer server, String line, String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            String head = line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String ask(ReportServer server, String line) throws IOException {
        return ask(server, line, server.address().getAuthority());
    }

    @Test
    void says_that_the_run_is_under_way_and_asks_to_be_loaded_again() throws IOException {
        try (ReportServer server = ReportServer.start(folder, 0)) {
            assertThat(ask(server, "GET /"))
                    .startsWith("HTTP/1.1 200")
                    .contains("The run is under way")
                    .contains("http-equiv=\"refresh\"");
            assertThat(ask(server, "GET /summary.json"))
                    .startsWith("HTTP/1.1 404")
                    .contains("under way");
            assertThat(ask(server, "GET /healthz")).startsWith("HTTP/1.1 200").endsWith("ok\n");
        }
    }

    @Test
    void shows_the_report_when_it_is_there() throws IOException {
        try (ReportServer server = ReportServer.start(folder, 0)) {
            Files.writeString(folder.resolve("report.html"), "<p>größer</p>");
            Files.writeString(folder.resolve("summary.json"), "{}");

            assertThat(ask(server, "GET /"))
                    .startsWith("HTTP/1.1 200")
                    .contains("Content-type: text/html; charset=utf-8")
                    .contains("Cache-control: no-store")
                    .contains("X-content-type-options: nosniff")
                    .endsWith("\r\n\r\n<p>größer</p>");
            assertThat(ask(server, "HEAD /")).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
            assertThat(ask(server, "GET /summary.json"))
                    .contains("application/json")
                    .endsWith("{}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/run.json", "/journal", "/../run.json", "/%2e%2e/run.json", "/report.html", "/summary.json/"})
    void shows_nothing_else_of_the_folder(String path) throws IOException {
        Files.writeString(folder.resolve("run.json"), "a plan");
        try (ReportServer server = ReportServer.start(folder, 0)) {
            assertThat(ask(server, "GET " + path)).startsWith("HTTP/1.1 404").doesNotContain("a plan");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void changes_nothing(String method) throws IOException {
        try (ReportServer server = ReportServer.start(folder, 0)) {
            assertThat(ask(server, method + " /")).startsWith("HTTP/1.1 405").contains("Allow: GET, HEAD");
        }
    }

    /** A page of somebody else's, whose name was made to mean this machine, must not read the report. */
    @ParameterizedTest
    @CsvSource({"evil.example,421", "evil.example:%d,421", "127.0.0.1,421", "127.0.0.1:%d,200", "localhost:%d,200"})
    void answers_to_the_names_of_this_machine_alone(String host, int status) throws IOException {
        Files.writeString(folder.resolve("report.html"), "the report");
        try (ReportServer server = ReportServer.start(folder, 0)) {
            String name = host.replace("%d", Integer.toString(server.address().getPort()));
            assertThat(ask(server, "GET /", name)).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void listens_on_this_machine_alone() throws IOException {
        try (ReportServer server = ReportServer.start(folder, 0)) {
            assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> ReportServer.start(folder, server.address().getPort()))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void a_port_is_a_port(int port) {
        assertThatThrownBy(() -> ReportServer.start(folder, port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("port must be in [0, 65535], was " + port);
    }
}
