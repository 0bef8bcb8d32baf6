package io.mts1b.brokers.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.wire.VenueNetwork;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.config.DataSize;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.http.HttpSettings;
import io.mts1b.platform.http.HttpSettings.Timeouts;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import io.mts1b.platform.retry.Backoff;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Tls;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.Test;

/** Real HTTP and a real WebSocket on loopback; what happens is put into a queue that the test waits on. */
class KrakenNetworkTest {

    private static final Duration TEN = Duration.ofSeconds(10);

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<WebSocket> sockets = new LinkedBlockingQueue<>();

    private final class Venue extends Dispatcher {

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String path = request.getUrl().encodedPath();
            return switch (path) {
                case "/0/private/GetApiKeyInfo" ->
                    answer("{\"error\":[],\"result\":{\"permissions\":[\"query-funds\"]}}");
                case "/0/private/GetWebSocketsToken" ->
                    answer("{\"error\":[],\"result\":{\"token\":\"local-token\",\"expires\":900}}");
                case "/0/private/Balance" -> answer("{\"error\":[],\"result\":{\"XXBT\":\"2.50\"}}");
                case "/v2" ->
                    new MockResponse.Builder().webSocketUpgrade(new Line()).build();
                default -> new MockResponse.Builder().code(404).build();
            };
        }

        private static MockResponse answer(String body) {
            return new MockResponse.Builder().body(body).build();
        }
    }

    private final class Line extends WebSocketListener {

        @Override
        public void onMessage(WebSocket socket, String text) {
            if (text.contains("\"token\":\"local-token\"")) {
                sockets.add(socket);
                socket.send("{\"channel\":\"executions\",\"type\":\"snapshot\",\"data\":[],\"sequence\":1}");
            }
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(code, null);
        }
    }

    private String next() throws InterruptedException {
        String next = told.poll(30, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    private WebSocket socket() throws InterruptedException {
        return Objects.requireNonNull(sockets.poll(30, TimeUnit.SECONDS), "no line within 30 s");
    }

    private void hear(VenueMessage message) {
        told.add(message.getClass().getSimpleName());
    }

    @Test
    void a_line_comes_up_is_lost_and_comes_up_again() throws Exception {
        ManualClock clock = new ManualClock(Instant.parse("2026-05-05T10:00:00Z"));
        LocalRateLimiter free = new LocalRateLimiter(List.of(new RateLimit(1_000, TEN)), clock);
        try (MockWebServer server = new MockWebServer();
                HttpClients clients = clients(clock)) {
            server.setDispatcher(new Venue());
            server.start();
            try (VenueNetwork<KrakenBroker> network = new VenueNetwork<>(
                    clients,
                    URI.create("ws://localhost:" + server.getPort() + "/v2"),
                    new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), 0))) {
                network.serve(new KrakenBroker(
                        new KrakenSettings(
                                new BrokerId("kraken"),
                                URI.create("http://localhost:" + server.getPort()),
                                LocalKraken.KEY,
                                Duration.ofSeconds(5),
                                List.of()),
                        new KrakenBroker.Surroundings(
                                new KrakenSigner(LocalKraken.SECRET),
                                new Nonces(clock, new NoReserve()),
                                KrakenSymbols.house(),
                                clock,
                                free,
                                free),
                        network,
                        this::hear));
                network.run(KrakenBroker::open);
                assertThat(next()).isEqualTo("LineUp");
                network.run(broker -> broker.listBalances(1));
                assertThat(next()).isEqualTo("Balances");

                assertThat(socket().close(1001, "restart")).isTrue();
                assertThat(List.of(next(), next())).containsExactly("LineDown", "LineUp");

                socket().send("{\"channel\":\"executions\",\"type\":\"update\",\"data\":[],\"sequence\":5}");
                assertThat(List.of(next(), next())).containsExactly("LineDown", "LineUp");
            }
        }
    }

    private static HttpClients clients(ManualClock clock) {
        return new HttpClients(
                new HttpSettings(new Timeouts(TEN, TEN, TEN, TEN), 4, 4, new DataSize(1 << 20), 1, TEN, null),
                new HttpClients.Surroundings(
                        Tls.system(), Redaction.standard(), _ -> {}, clock, _ -> {}, new SplittableRandom(1)),
                Map.of());
    }

    private static final class NoReserve implements Nonces.Reserve {

        @Override
        public long reserved() {
            return 0;
        }

        @Override
        public void reserve(long upTo) {
            assertThat(upTo).isPositive();
        }
    }
}
