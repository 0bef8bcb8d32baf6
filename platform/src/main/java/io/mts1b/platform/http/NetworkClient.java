package io.mts1b.platform.http;

import io.mts1b.platform.http.HttpClients.Surroundings;
import io.mts1b.platform.http.HttpException.Category;
import io.mts1b.platform.ratelimit.RateLimiter;
import io.mts1b.platform.retry.Backoff;
import io.mts1b.platform.retry.Retry;
import io.mts1b.platform.retry.RetryAdvice;
import io.mts1b.platform.retry.RetryAfter;
import io.mts1b.platform.retry.RetryBudget;
import io.mts1b.platform.retry.RetryPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends requests over the network, by the rules of the package. Thread-safe. */
final class NetworkClient implements HttpClient {

    /** Who says so has not done what was asked. */
    private static final List<Integer> BUSY = List.of(429, 418, 502, 503, 504);

    /** All repeated attempts together: one for ten calls, and some in reserve. */
    private static final int BUDGET_PERCENT = 10;

    private static final int BUDGET_RESERVE = 20;

    private final OkHttpClient http;
    private final HttpSettings settings;
    private final Surroundings surroundings;
    private final Map<String, RateLimiter> limiters;
    private final Slots slots;
    private final Retry retry;

    NetworkClient(
            OkHttpClient http,
            HttpSettings settings,
            Surroundings surroundings,
            Map<String, RateLimiter> limiters,
            Slots slots,
            Backoff backoff) {
        this.http = http;
        this.settings = settings;
        this.surroundings = surroundings;
        this.limiters = limiters;
        this.slots = slots;
        Duration within = settings.timeouts().call().multipliedBy(settings.attempts());
        this.retry = new Retry(
                new RetryPolicy(
                        settings.attempts(),
                        within.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : within,
                        backoff,
                        NetworkClient::advise),
                new RetryBudget(BUDGET_PERCENT, BUDGET_RESERVE),
                surroundings.clock(),
                surroundings.waiter(),
                surroundings.random());
    }

    /** An answer that says: not now. */
    private static final class BusyException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient HttpResponse response;
        private final transient Optional<Duration> after;

        BusyException(HttpResponse response, Optional<Duration> after) {
            super("status " + response.status());
            this.response = response;
            this.after = after;
        }
    }

    private static RetryAdvice advise(Exception failure) {
        if (failure instanceof BusyException busy) {
            return busy.after.isPresent()
                    ? new RetryAdvice.TryAgainAfter(busy.after.get())
                    : new RetryAdvice.TryAgain();
        }
        boolean hopeless = failure instanceof HttpException http && http.category() == Category.REFUSED;
        return hopeless ? new RetryAdvice.GiveUp() : new RetryAdvice.TryAgain();
    }

    @Override
    public HttpResponse send(HttpRequest request) {
        int[] attempt = {0};
        try {
            return request.repeatable() ? retry.call(() -> attempt(request, ++attempt[0])) : attempt(request, 1);
        } catch (BusyException e) {
            return e.response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpException(Category.UNKNOWN, request + " was interrupted", e);
        } catch (HttpException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(request + " failed in a way that it cannot", e);
        }
    }

    private HttpResponse attempt(HttpRequest request, int number) throws BusyException, InterruptedException {
        String host = request.uri().getHost();
        Duration longest = settings.timeouts().limit();
        RateLimiter limiter = limiters.get(host);
        if (limiter != null && !limiter.acquire(request.weight(), longest, surroundings.waiter())) {
            throw new HttpException(Category.NOT_SENT, request + " would exceed the limits of its host for " + longest);
        }
        if (!slots.take(host, longest)) {
            throw new HttpException(Category.NOT_SENT, request + " found no free connection for " + longest);
        }
        Instant start = surroundings.clock().instant();
        String outcome = "failed";
        String protocol = "";
        try (Response response = http.newCall(translate(request)).execute()) {
            outcome = Integer.toString(response.code());
            protocol = response.protocol().toString();
            return answer(request, response, limiter);
        } catch (IOException e) {
            outcome = e.getClass().getSimpleName();
            boolean unsent = e instanceof ConnectException || e instanceof UnknownHostException;
            throw new HttpException(unsent ? Category.NOT_SENT : Category.UNKNOWN, request + " got no answer", e);
        } finally {
            slots.give(host);
            Duration took = Duration.between(start, surroundings.clock().instant());
            tell(request, number, outcome, protocol, took);
        }
    }

    private void tell(HttpRequest request, int number, String outcome, String protocol, Duration took) {
        List<String> headers = request.headers().stream()
                .map(header -> header.name() + ": " + surroundings.redaction().redact(header.name(), header.value()))
                .toList();
        String shown = surroundings.redaction().redact(request.toString());
        String host = request.uri().getHost();
        try {
            surroundings
                    .observer()
                    .finished(new HttpObserver.Attempt(host, shown, headers, number, outcome, protocol, took));
        } catch (RuntimeException e) {
            // Who measures must not cost the answer: it may be that of an order.
        }
    }

    private static Request translate(HttpRequest request) {
        Request.Builder builder = new Request.Builder().url(request.uri().toString());
        request.headers().forEach(header -> builder.addHeader(header.name(), header.value()));
        boolean bare = request.method() == HttpRequest.Method.GET || request.method() == HttpRequest.Method.HEAD;
        RequestBody body = bare ? null : RequestBody.create(request.body(), (MediaType) null);
        return builder.method(request.method().name(), body).build();
    }

    private HttpResponse answer(HttpRequest request, Response response, @Nullable RateLimiter limiter)
            throws IOException, BusyException {
        List<Header> headers = new ArrayList<>();
        response.headers().forEach(pair -> {
            String name = pair.getFirst().equals(HttpClients.RETRY_AFTER) ? "Retry-After" : pair.getFirst();
            if (isName(name)) {
                headers.add(new Header(name, ascii(pair.getSecond())));
            }
        });
        HttpResponse answer = new HttpResponse(response.code(), headers, body(request, response));
        if (!BUSY.contains(answer.status())) {
            return answer;
        }
        Optional<Duration> after = answer.header("Retry-After")
                .flatMap(value -> RetryAfter.parse(value, surroundings.clock().instant()));
        if (limiter != null && after.isPresent()) {
            limiter.pause(after.get());
        }
        throw new BusyException(answer, after);
    }

    /** What another service sends is not ours to refuse an answer for; a name that is none is left out. */
    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= 100 && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':');
    }

    private static String ascii(String value) {
        StringBuilder out = new StringBuilder(value.length());
        value.chars().forEach(c -> out.append(c == '\t' || (c >= ' ' && c < 0x7f) ? (char) c : '?'));
        return out.toString();
    }

    private byte[] body(HttpRequest request, Response response) throws IOException {
        long largest = settings.largestBody().bytes();
        BufferedSource source = response.body().source();
        Buffer read = new Buffer();
        while (source.read(read, 64 << 10) >= 0) {
            if (read.size() > largest) {
                throw new HttpException(
                        Category.REFUSED,
                        request + " was answered with more than " + settings.largestBody() + ", which is not read");
            }
        }
        return read.readByteArray();
    }
}
