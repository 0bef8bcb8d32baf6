package io.mts1b.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageServerTest {

    private PageServer server;

    @BeforeEach
    void start() throws IOException {
        server = PageServer.start(
                InetAddress.getLoopbackAddress(),
                0,
                Map.of(
                        "/",
                        () -> Page.plain(200, "héllo"),
                        "/empty",
                        () -> Page.of(200, "text/html", ""),
                        "/broken",
                        () -> {
                            throw new IOException("the disk is gone");
                        }));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pages_are_shown_whole_and_not_kept_by_anybody() throws IOException {
        String answer = ask("GET", "/", host());

        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("content-type: text/plain; charset=utf-8")
                .containsIgnoringCase("cache-control: no-store")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .endsWith("\r\n\r\nhéllo\n");
        assertThat(ask("HEAD", "/", host())).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
        assertThat(ask("GET", "/empty", host())).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
    }

    @Test
    void other_paths_and_methods_are_refused_with_what_there_is() throws IOException {
        assertThat(ask("GET", "/etc/passwd", host()))
                .startsWith("HTTP/1.1 404 ")
                .endsWith("there is /, /broken, /empty\n");
        assertThat(ask("POST", "/", host())).startsWith("HTTP/1.1 405 ").containsIgnoringCase("allow: GET, HEAD");
    }

    @Test
    void a_page_that_cannot_be_made_tells_nothing_of_why() throws IOException {
        assertThat(ask("GET", "/broken", host()))
                .startsWith("HTTP/1.1 500 ")
                .endsWith("the page cannot be made, see the log\n");
    }

    @Test
    void another_host_name_is_refused() throws IOException {
        assertThat(ask("GET", "/", "evil.example:" + server.address().getPort()))
                .startsWith("HTTP/1.1 421 ");
        assertThat(ask("GET", "/", "localhost:" + server.address().getPort())).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_port_that_is_taken_or_none_is_refused() {
        assertThatThrownBy(() -> PageServer.start(
                        InetAddress.getLoopbackAddress(), server.address().getPort(), Map.of()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PageServer.start(InetAddress.getLoopbackAddress(), 65_536, Map.of()))
                .hasMessage("port must be in [0, 65535], was 65536");
    }

    @Test
    void a_page_has_a_status() {
        assertThatThrownBy(() -> Page.plain(99, "")).hasMessage("status must be in [200, 599], was 99");
    }

    private String host() {
        return server.address().getAuthority();
    }

    private String ask(String method, String path, String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
