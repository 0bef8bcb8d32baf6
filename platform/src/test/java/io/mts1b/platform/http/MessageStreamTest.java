package io.mts1b.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.config.DataSize;
import io.mts1b.platform.http.HttpSettings.Timeouts;
import io.mts1b.platform.retry.Backoff;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Tls;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real WebSockets; what happens is put into a queue that the test waits on. */
class MessageStreamTest {

    private static final Backoff SECOND = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), 0);

    private static final int LIMIT = 1 << 20;
    private static final String TOO_LONG =
            "lost PT1S java.net.ProtocolException: message must be at most 1048576 bytes, was longer";

    private final MockWebServer server = new MockWebServer();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private HttpClients clients = clients(Duration.ofSeconds(30));

    private static HttpClients clients(Duration heartbeat) {
        Duration ten = Duration.ofSeconds(10);
        return new HttpClients(
                new HttpSettings(new Timeouts(ten, ten, ten, ten), 4, 4, new DataSize(LIMIT), 4, heartbeat, null),
                new HttpClients.Surroundings(
                        Tls.system(),
                        Redaction.standard(),
                        _ -> {},
                        new ManualClock(Instant.EPOCH),
                        _ -> {},
                        new SplittableRandom(1)),
                Map.of());
    }

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        clients.close();
        server.close();
    }

    private final class Hearing implements MessageStream.Listener {

        @Override
        public void opened(MessageStream stream) {
            heard.add("opened " + stream.send("subscribe"));
        }

        @Override
        public void message(String text) {
            if (text.equals("bad")) {
                throw new IllegalStateException("token=abcdef is bad");
            }
            heard.add(text);
        }

        @Override
        public void lost(String reason, Duration delay) {
            heard.add("lost " + delay + " " + reason);
        }
    }

    private MessageStream open() {
        return clients.stream(
                URI.create("ws://localhost:" + server.getPort() + "/feed"),
                List.of(new Header("X-Key", "k")),
                SECOND,
                new Hearing());
    }

    private String next() throws InterruptedException {
        String next = heard.poll(30, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    /** Accepts a connection and does something with it when it is asked to subscribe. */
    private MockResponse accepting(java.util.function.Consumer<WebSocket> then) {
        return new MockResponse.Builder()
                .webSocketUpgrade(new WebSocketListener() {
                    @Override
                    public void onMessage(WebSocket socket, String text) {
                        if (text.equals("die")) {
                            throw new IllegalStateException("the connection ends without a word");
                        }
                        told.add(text);
                        then.accept(socket);
                    }

                    @Override
                    public void onClosing(WebSocket socket, int code, String reason) {
                        told.add("closing " + code);
                        socket.close(code, null);
                    }

                    @Override
                    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
                        told.add("failure");
                    }
                })
                .build();
    }

    @Test
    void messages_come_and_go() throws Exception {
        server.enqueue(accepting(socket -> {
            socket.send("one");
            socket.send("two");
        }));
        try (MessageStream stream = open()) {
            assertThat(List.of(next(), next(), next())).containsExactly("opened true", "one", "two");
            assertThat(stream.send("more")).isTrue();
            assertThat(told.take()).isEqualTo("subscribe");
            assertThat(told.take()).isEqualTo("more");
            assertThat(server.takeRequest().getHeaders().get("X-Key")).isEqualTo("k");
        }
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("closing 1001");
    }

    @Test
    void a_lost_connection_is_opened_again_and_subscribed_to_anew() throws Exception {
        server.enqueue(accepting(socket -> {
            socket.send("one");
            socket.close(1012, "restart, token=abcdef");
        }));
        server.enqueue(accepting(socket -> socket.send("two")));
        server.enqueue(accepting(socket -> socket.send("three")));
        try (MessageStream stream = open()) {
            assertThat(List.of(next(), next(), next()))
                    .containsExactly("opened true", "one", "lost PT1S closed with code 1012 restart, token=[REDACTED]");
            assertThat(List.of(next(), next())).containsExactly("opened true", "two");
            assertThat(stream.send("die")).isTrue();
            assertThat(next()).startsWith("lost PT1S ");
            assertThat(List.of(next(), next())).containsExactly("opened true", "three");
        }
    }

    @Test
    void waits_grow_while_nothing_comes() throws Exception {
        for (int i = 0; i < 4; i++) {
            server.enqueue(new MockResponse.Builder().code(503).build());
        }
        server.enqueue(accepting(socket -> {
            socket.send("one");
            socket.close(1000, "");
        }));
        server.enqueue(accepting(socket -> socket.send("two")));
        try (MessageStream _ = open()) {
            assertThat(List.of(next(), next(), next(), next()))
                    .containsExactly(
                            "lost PT1S answered with status 503",
                            "lost PT2S answered with status 503",
                            "lost PT4S answered with status 503",
                            "lost PT8S answered with status 503");
            assertThat(List.of(next(), next())).containsExactly("opened true", "one");
            assertThat(next()).startsWith("lost PT1S closed with code 1000");
        }
    }

    @Test
    void a_listener_that_fails_costs_the_connection_and_not_the_stream() throws Exception {
        server.enqueue(accepting(socket -> socket.send("bad")));
        server.enqueue(accepting(socket -> socket.send("good")));
        try (MessageStream _ = open()) {
            assertThat(next()).isEqualTo("opened true");
            assertThat(next())
                    .isEqualTo(
                            "lost PT1S the listener failed: java.lang.IllegalStateException: token=[REDACTED] is bad");
            assertThat(List.of(next(), next())).containsExactly("opened true", "good");
        }
    }

    @Test
    void bytes_are_refused_where_texts_are_expected() throws Exception {
        server.enqueue(accepting(socket -> socket.send(ByteString.of((byte) 1))));
        server.enqueue(accepting(_ -> {}));
        try (MessageStream _ = open()) {
            assertThat(next()).isEqualTo("opened true");
            assertThat(next()).contains("only texts are expected, bytes came");
        }
    }

    @Test
    void a_heartbeat_finds_out_that_nobody_is_there() throws Exception {
        clients.close();
        clients = clients(Duration.ofMillis(200));
        // Reads nothing after the handshake, so it answers no heartbeat.
        try (java.net.ServerSocket deaf = new java.net.ServerSocket(0)) {
            Thread.ofVirtual().start(() -> Handshake.answer(deaf, _ -> {}));
            MessageStream stream = clients.stream(
                    URI.create("ws://localhost:" + deaf.getLocalPort()), List.of(), SECOND, new Hearing());
            assertThat(next()).isEqualTo("opened true");
            assertThat(next()).startsWith("lost PT1S java.net.SocketTimeoutException: sent ping");
            stream.close();
        }
    }

    @Test
    void a_message_may_be_as_long_as_a_body_and_no_longer() throws Exception {
        server.enqueue(accepting(socket -> {
            socket.send("x".repeat(LIMIT));
            socket.send("x".repeat(LIMIT + 1));
        }));
        server.enqueue(accepting(socket -> socket.send("good")));
        try (MessageStream _ = open()) {
            assertThat(List.of(next(), next())).containsExactly("opened true", "x".repeat(LIMIT));
            assertThat(next()).isEqualTo(TOO_LONG);
            assertThat(List.of(next(), next())).containsExactly("opened true", "good");
        }
        // Packed, a message of some bytes could be of any length.
        assertThat(server.takeRequest().getHeaders().get("Sec-WebSocket-Extensions"))
                .isNull();
    }

    /** Fragments, each of them short, with heartbeats between them. */
    @Test
    void a_message_in_parts_that_never_ends_is_refused() throws Exception {
        try (java.net.ServerSocket endless = new java.net.ServerSocket(0)) {
            byte[] part = new byte[4 + 0xffff];
            part[1] = 126;
            part[2] = -1;
            part[3] = -1;
            Thread.ofVirtual()
                    .start(() -> Handshake.answer(endless, out -> {
                        out.write(new byte[] {1, 1, 'x'});
                        while (true) {
                            out.write(part);
                            out.write(new byte[] {(byte) 0x8a, 0});
                        }
                    }));
            try (MessageStream _ = clients.stream(
                    URI.create("ws://localhost:" + endless.getLocalPort()), List.of(), SECOND, new Hearing())) {
                assertThat(next()).isEqualTo("opened true");
                assertThat(next()).isEqualTo(TOO_LONG);
            }
        }
    }

    @Test
    void a_length_beyond_all_bounds_is_refused() throws Exception {
        try (java.net.ServerSocket liar = new java.net.ServerSocket(0)) {
            Thread.ofVirtual()
                    .start(() -> Handshake.answer(liar, out -> {
                        out.write(new byte[] {(byte) 0x82, 127, -1, -1, -1, -1, -1, -1, -1, -1, 0});
                    }));
            try (MessageStream _ = clients.stream(
                    URI.create("ws://localhost:" + liar.getLocalPort()), List.of(), SECOND, new Hearing())) {
                assertThat(next()).isEqualTo("opened true");
                assertThat(next()).isEqualTo(TOO_LONG);
            }
        }
    }

    @Test
    void without_a_connection_nothing_is_sent() {
        server.close();
        try (MessageStream stream = open()) {
            assertThat(stream.send("x")).isFalse();
        }
    }

    @Test
    void what_is_no_address_is_refused() {
        assertThatThrownBy(() -> clients.stream(URI.create("http://h/"), List.of(), SECOND, new Hearing()))
                .hasMessage("uri must be absolute ws or wss, was http://h/");
    }

    /** The least that a server must say to be taken for a WebSocket (RFC 6455, section 4.2.2). */
    private static final class Handshake {

        private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

        private Handshake() {}

        /** Writes what comes after the handshake, until nobody takes it any more. */
        interface Sequel {
            void write(java.io.OutputStream out) throws java.io.IOException;
        }

        static void answer(java.net.ServerSocket listener, Sequel sequel) {
            try {
                java.net.Socket socket = listener.accept();
                java.io.BufferedReader in = new java.io.BufferedReader(new java.io.InputStreamReader(
                        socket.getInputStream(), java.nio.charset.StandardCharsets.ISO_8859_1));
                String key = "";
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    key = line.startsWith("Sec-WebSocket-Key: ") ? line.substring(19) : key;
                }
                byte[] hash = java.security.MessageDigest.getInstance("SHA-1")
                        .digest((key + MAGIC).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
                socket.getOutputStream()
                        .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                        + "Sec-WebSocket-Accept: "
                                        + java.util.Base64.getEncoder().encodeToString(hash)
                                        + "\r\n\r\n")
                                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                try {
                    sequel.write(socket.getOutputStream());
                } catch (java.io.IOException e) {
                    // The other side has left, as it should.
                }
            } catch (java.io.IOException | java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
