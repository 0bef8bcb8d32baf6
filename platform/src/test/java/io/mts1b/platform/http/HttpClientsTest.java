package io.mts1b.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.config.DataSize;
import io.mts1b.platform.http.HttpException.Category;
import io.mts1b.platform.http.HttpObserver.Attempt;
import io.mts1b.platform.http.HttpRequest.Method;
import io.mts1b.platform.http.HttpSettings.Timeouts;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import io.mts1b.platform.ratelimit.RateLimiter;
import io.mts1b.platform.retry.Backoff;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.TestIdentity;
import io.mts1b.platform.security.Tls;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real sockets, to a server of OkHttp's own test kit. */
class HttpClientsTest {

    private static final Backoff SECOND = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), 0);
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(5));

    private final MockWebServer server = new MockWebServer();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    private final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());
    private final List<HttpClients> opened = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        opened.forEach(HttpClients::close);
        server.close();
    }

    private static HttpSettings settings(Timeouts timeouts, int connections, long largest, @Nullable URI proxy) {
        return new HttpSettings(
                timeouts, connections, connections, new DataSize(largest), 4, Duration.ofSeconds(5), proxy);
    }

    private HttpClient client(HttpSettings settings, Map<String, RateLimiter> limiters) {
        return client(settings, limiters, Tls.system());
    }

    private HttpClient client(HttpSettings settings, Map<String, RateLimiter> limiters, Tls tls) {
        HttpClients clients = new HttpClients(
                settings,
                new HttpClients.Surroundings(
                        tls,
                        Redaction.standard(),
                        attempts::add,
                        clock,
                        duration -> {
                            waits.add(duration);
                            clock.advance(duration);
                        },
                        new SplittableRandom(1)),
                limiters);
        opened.add(clients);
        return clients.client(SECOND);
    }

    private HttpClient client() {
        return client(settings(TIMEOUTS, 4, 1 << 20, null), Map.of());
    }

    private URI url(String path) {
        return server.url(path).uri();
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    @Test
    void a_request_is_sent_and_its_answer_read() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(201)
                .addHeader("X-Used", "5")
                .body("ünï")
                .build());

        HttpResponse response = client().send(HttpRequest.of(Method.POST, url("/order?id=1"))
                .withHeader("X-Key", "k")
                .withBody("application/json", "{}".getBytes(StandardCharsets.UTF_8)));

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.isSuccess()).isTrue();
        assertThat(response.text()).isEqualTo("ünï");
        assertThat(response.header("x-used")).contains("5");
        assertThat(response.header("none")).isEmpty();
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getMethod()).isEqualTo("POST");
        assertThat(sent.getTarget()).isEqualTo("/order?id=1");
        assertThat(sent.getHeaders().get("X-Key")).isEqualTo("k");
        assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(sent.getBody()).isNotNull().hasToString("[text={}]");
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void every_method_arrives(Method method) throws Exception {
        server.enqueue(answer(200, ""));

        assertThat(client().send(HttpRequest.of(method, url("/"))).status()).isEqualTo(200);
        assertThat(server.takeRequest().getMethod()).isEqualTo(method.name());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 409, 500})
    void other_answers_are_answers(int status) {
        server.enqueue(answer(status, "no"));

        HttpResponse response = client().send(HttpRequest.of(Method.GET, url("/")));
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.isSuccess()).isFalse();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_redirect_is_not_followed() {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "http://elsewhere.invalid/")
                .build());

        HttpResponse response = client().send(HttpRequest.of(Method.GET, url("/")));
        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("location")).contains("http://elsewhere.invalid/");
    }

    @ParameterizedTest
    @ValueSource(ints = {418, 429, 502, 503, 504})
    void a_repeatable_request_is_sent_again_when_the_other_side_is_busy(int status) {
        server.enqueue(answer(status, ""));
        server.enqueue(answer(status, ""));
        server.enqueue(answer(200, "done"));

        assertThat(client().send(HttpRequest.of(Method.GET, url("/"))).text()).isEqualTo("done");
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(attempts).extracting(Attempt::attempt).containsExactly(1, 2, 3);
        assertThat(attempts).extracting(Attempt::outcome).containsExactly(status + "", status + "", "200");
    }

    @Test
    void in_the_end_the_busy_answer_is_the_answer() {
        for (int i = 0; i < 4; i++) {
            server.enqueue(answer(503, "try " + i));
        }

        assertThat(client().send(HttpRequest.of(Method.GET, url("/"))).text()).isEqualTo("try 3");
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"7, PT7S", "0, PT1S", "'Fri, 20 Nov 2026 12:00:09 GMT', PT9S", "soon, PT1S"})
    void retry_after_is_heeded(String value, Duration wait) {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", value)
                .build());
        server.enqueue(answer(200, ""));

        assertThat(client().send(HttpRequest.of(Method.GET, url("/"))).status()).isEqualTo(200);
        assertThat(waits).containsExactly(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5"})
    void an_order_is_sent_once_whatever_is_answered(String retryAfter) {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", retryAfter)
                .body("busy")
                .build());
        server.enqueue(answer(200, "twice"));

        HttpResponse response = client().send(HttpRequest.of(Method.POST, url("/order")));
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("Retry-After")).contains(retryAfter);
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    private MockResponse cut() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    @Test
    void an_order_is_sent_once_even_if_the_connection_breaks() {
        HttpClient client = client();
        server.enqueue(answer(200, ""));
        client.send(HttpRequest.of(Method.GET, url("/"))); // Leaves a connection behind that may be used again.
        server.enqueue(cut());
        server.enqueue(answer(200, "twice"));

        HttpException failure = catchThrowableOfType(
                HttpException.class, () -> client.send(HttpRequest.of(Method.POST, url("/order?signature=abcdef"))));
        assertThat(failure.category()).isEqualTo(Category.UNKNOWN);
        assertThat(failure)
                .hasMessageStartingWith("POST http://")
                .hasMessageContaining("signature=[REDACTED] got no answer");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void what_may_be_repeated_is_sent_again_if_the_connection_breaks() {
        for (Method method : List.of(Method.GET, Method.PUT, Method.DELETE)) {
            server.enqueue(cut());
            server.enqueue(answer(200, "done"));
            assertThat(client().send(HttpRequest.of(method, url("/"))).text()).isEqualTo("done");
        }
        server.enqueue(cut());
        server.enqueue(answer(200, "done"));
        assertThat(client().send(HttpRequest.of(Method.POST, url("/")).asRepeatable())
                        .text())
                .isEqualTo("done");
    }

    @Test
    void a_host_that_does_not_listen_was_sent_nothing() {
        URI nobody = url("/");
        server.close();

        HttpException failure =
                catchThrowableOfType(HttpException.class, () -> client().send(HttpRequest.of(Method.POST, nobody)));
        assertThat(failure.category()).isEqualTo(Category.NOT_SENT);
        assertThat(attempts).singleElement().extracting(Attempt::outcome).isEqualTo("ConnectException");
    }

    @Test
    void an_answer_that_takes_too_long_is_not_waited_for() {
        server.enqueue(
                new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build());
        Timeouts shortly = new Timeouts(
                Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofSeconds(5));

        HttpException failure = catchThrowableOfType(
                HttpException.class,
                () -> client(settings(shortly, 4, 1 << 20, null), Map.of())
                        .send(HttpRequest.of(Method.POST, url("/"))));
        assertThat(failure.category()).isEqualTo(Category.UNKNOWN);
    }

    @Test
    void a_body_that_stops_coming_is_not_waited_for() {
        server.enqueue(new MockResponse.Builder()
                .body("late")
                .bodyDelay(1, TimeUnit.HOURS)
                .build());
        Timeouts shortly = new Timeouts(
                Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofHours(1), Duration.ofSeconds(5));

        HttpException failure = catchThrowableOfType(
                HttpException.class,
                () -> client(settings(shortly, 4, 1 << 20, null), Map.of())
                        .send(HttpRequest.of(Method.POST, url("/"))));
        assertThat(failure).hasMessageEndingWith("got no answer (SocketTimeoutException)");
    }

    @Test
    void an_answer_that_is_too_large_is_not_read_packed_or_not() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10_000_000]);
        }
        HttpClient client = client(settings(TIMEOUTS, 4, 100_000, null), Map.of());
        server.enqueue(answer(200, "x".repeat(100_000)));
        assertThat(client.send(HttpRequest.of(Method.GET, url("/"))).body()).hasSize(100_000);

        server.enqueue(answer(200, "x".repeat(100_001)));
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(packed.toByteArray()))
                .build());
        for (int i = 0; i < 2; i++) {
            HttpException failure =
                    catchThrowableOfType(HttpException.class, () -> client.send(HttpRequest.of(Method.GET, url("/"))));
            assertThat(failure.category()).isEqualTo(Category.REFUSED);
            assertThat(failure).hasMessageContaining("was answered with more than 100000B");
        }
        assertThat(server.getRequestCount()).as("not asked for again").isEqualTo(3);
    }

    @Test
    void the_limits_of_the_host_hold() {
        RateLimiter limiter = new LocalRateLimiter(List.of(new RateLimit(10, Duration.ofSeconds(1))), clock);
        HttpClient client = client(settings(TIMEOUTS, 4, 1 << 20, null), Map.of("LocalHost", limiter));
        assertThat(url("/").getHost()).isEqualTo("localhost");
        for (int i = 0; i < 3; i++) {
            server.enqueue(answer(200, ""));
        }
        client.send(HttpRequest.of(Method.GET, url("/")).weighing(6));
        client.send(HttpRequest.of(Method.GET, url("/")).weighing(4));
        assertThat(waits).isEmpty();
        client.send(HttpRequest.of(Method.GET, url("/")).weighing(4));
        assertThat(waits)
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_020)));

        limiter.pause(Duration.ofSeconds(6));
        HttpException failure =
                catchThrowableOfType(HttpException.class, () -> client.send(HttpRequest.of(Method.POST, url("/"))));
        assertThat(failure.category()).isEqualTo(Category.NOT_SENT);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void all_wait_when_the_other_side_says_so() {
        RateLimiter limiter = new LocalRateLimiter(List.of(new RateLimit(10, Duration.ofSeconds(1))), clock);
        HttpClient client = client(settings(TIMEOUTS, 4, 1 << 20, null), Map.of(url("/").getHost(), limiter));
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "60")
                .build());
        client.send(HttpRequest.of(Method.POST, url("/")));

        assertThat(limiter.tryAcquire(1)).isEqualTo(new RateLimiter.Grant.Denied(Duration.ofSeconds(60)));
    }

    @Test
    void no_more_calls_run_at_once_than_may() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                two.countDown();
                assertThat(two.await(30, TimeUnit.SECONDS)).isTrue();
                running.decrementAndGet();
                return answer(200, "");
            }
        });
        HttpClient client = client(settings(TIMEOUTS, 2, 1 << 20, null), Map.of());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            threads.add(Thread.ofVirtual().start(() -> client.send(HttpRequest.of(Method.GET, url("/")))));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(most).hasValue(2);
        assertThat(attempts).hasSize(12).allMatch(attempt -> attempt.outcome().equals("200"));
    }

    @Test
    void calls_go_through_the_proxy() throws Exception {
        server.enqueue(answer(200, "from the proxy"));
        HttpClient client =
                client(settings(TIMEOUTS, 4, 1 << 20, URI.create("http://localhost:" + server.getPort())), Map.of());

        assertThat(client.send(HttpRequest.of(Method.GET, URI.create("http://venue.invalid/x")))
                        .text())
                .isEqualTo("from the proxy");
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET http://venue.invalid/x HTTP/1.1");
    }

    @Test
    void http_2_is_spoken_where_the_other_side_does_and_it_shows_its_certificate(@TempDir Path folder)
            throws Exception {
        Tls own = Tls.of(Optional.empty(), Optional.of(TestIdentity.make(folder, "venue", "EC")));
        server.close();
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(own.context().getSocketFactory());
            secure.start();
            secure.enqueue(answer(200, "two"));
            secure.enqueue(answer(200, "for strangers"));
            HttpRequest request =
                    HttpRequest.of(Method.POST, URI.create("https://localhost:" + secure.getPort() + "/"));
            Tls trusting = Tls.of(Optional.of(folder.resolve("venue.pem")), Optional.empty());

            assertThat(client(settings(TIMEOUTS, 4, 1 << 20, null), Map.of(), trusting)
                            .send(request)
                            .text())
                    .isEqualTo("two");
            assertThat(attempts).singleElement().extracting(Attempt::protocol).isEqualTo("h2");
            HttpException failure = catchThrowableOfType(HttpException.class, () -> client().send(request));
            assertThat(failure).hasMessageContaining("got no answer (SSLHandshakeException)");
        }
    }

    @Test
    void what_is_told_of_a_call_holds_no_secret() {
        server.enqueue(answer(200, ""));
        HttpRequest request = HttpRequest.of(Method.GET, url("/a?symbol=X&signature=abcdef"))
                .withHeader("X-Api-Key", "hunter2")
                .withHeader("Accept", "text/plain");
        client().send(request);

        Attempt attempt = attempts.getFirst();
        assertThat(attempt.host()).isEqualTo(url("/").getHost());
        assertThat(attempt.request()).startsWith("GET http://").endsWith("/a?symbol=X&signature=[REDACTED]");
        assertThat(attempt.headers()).containsExactly("X-Api-Key: [REDACTED]", "Accept: text/plain");
        assertThat(attempt.protocol()).isEqualTo("http/1.1");
        assertThat(request.toString() + request.headers()).doesNotContain("hunter2", "abcdef");
    }

    @Test
    void what_the_other_side_sends_is_not_refused_and_who_measures_costs_no_answer() {
        server.enqueue(new MockResponse.Builder()
                .addHeaderLenient("n".repeat(101), "x")
                .addHeaderLenient("X-Odd", "a\u0001b")
                .body("done")
                .build());
        HttpClients clients = new HttpClients(
                settings(TIMEOUTS, 4, 1 << 20, null),
                new HttpClients.Surroundings(
                        Tls.system(),
                        Redaction.standard(),
                        _ -> {
                            throw new IllegalStateException("no disk");
                        },
                        clock,
                        waits::add,
                        new SplittableRandom(1)),
                Map.of());
        opened.add(clients);
        HttpResponse response = clients.client(SECOND).send(HttpRequest.of(Method.POST, url("/")));

        assertThat(response.text()).isEqualTo("done");
        assertThat(response.header("x-odd")).contains("a?b");
        assertThat(response.headers()).noneMatch(header -> header.name().startsWith("nnn"));
    }

    @Test
    void an_interrupt_ends_a_call() throws Exception {
        server.enqueue(
                new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build());
        HttpClient client = client();
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                client.send(HttpRequest.of(Method.POST, url("/")));
            } catch (HttpException e) {
                thrown.add(e);
            }
        });
        server.takeRequest();
        caller.interrupt();
        caller.join();

        assertThat(thrown).singleElement().isInstanceOf(HttpException.class);
    }
}
