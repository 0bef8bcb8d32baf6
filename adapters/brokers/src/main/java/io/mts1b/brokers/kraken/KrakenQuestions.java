package io.mts1b.brokers.kraken;

import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.ratelimit.RateLimiter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Asks the spot market's REST interface, one question after the other: Kraken takes a nonce only if it is greater than all
 * before, and two requests under way may overtake each other.
 */
final class KrakenQuestions {

    private static final String PRIVATE = "/0/private/";
    private static final Duration PENALTY = Duration.ofSeconds(15);

    private final KrakenSettings settings;
    private final KrakenSigner signer;
    private final KrakenSymbols symbols;
    private final Nonces nonces;
    private final InstantSource clock;
    private final RateLimiter limiter;
    private final KrakenLink link;
    private final Deque<Question> waiting = new ArrayDeque<>();
    private boolean busy;

    /** Who is told: what the venue said, or why it said nothing that can be understood. */
    interface Listener {

        void said(KrakenMessage message);

        void silent(String reason);
    }

    /** One question; {@code form} without the nonce. */
    record Question(String method, Map<String, String> form, int weight, MessageKind kind, Listener listener) {}

    KrakenQuestions(
            KrakenSettings settings,
            KrakenSigner signer,
            KrakenSymbols symbols,
            Nonces nonces,
            InstantSource clock,
            RateLimiter limiter,
            KrakenLink link) {
        this.settings = settings;
        this.signer = signer;
        this.symbols = symbols;
        this.nonces = nonces;
        this.clock = clock;
        this.limiter = limiter;
        this.link = link;
    }

    void ask(Question question) {
        waiting.add(question);
        next();
    }

    private void next() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        switch (limiter.tryAcquire(waiting.element().weight())) {
            case RateLimiter.Grant.Denied denied -> {
                busy = true;
                link.after(denied.delay(), () -> {
                    busy = false;
                    next();
                });
            }
            case RateLimiter.Grant.Granted _ -> {
                busy = true;
                Question question = waiting.remove();
                Consumer<KrakenLink.Reply> told = reply -> {
                    busy = false;
                    heard(question, reply);
                    next();
                };
                link.post(request(settings, signer, nonces.next(), question.method(), question.form()), told);
            }
        }
    }

    /** Signs a request of the private interface. */
    static HttpRequest request(
            KrakenSettings settings, KrakenSigner signer, long number, String method, Map<String, String> values) {
        String nonce = Long.toString(number);
        StringBuilder form = new StringBuilder("nonce=").append(nonce);
        values.forEach((name, value) ->
                form.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        String path = PRIVATE + method;
        return HttpRequest.of(HttpRequest.Method.POST, URI.create(settings.api() + path))
                .withHeader("API-Key", settings.keyId())
                .withHeader("API-Sign", signer.sign(path, nonce, form.toString()))
                .withBody(
                        "application/x-www-form-urlencoded; charset=utf-8",
                        form.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void heard(Question question, KrakenLink.Reply reply) {
        switch (reply) {
            case KrakenLink.Reply.Failed(String reason) -> question.listener().silent(reason);
            case KrakenLink.Reply.Answered(int status, byte[] body) -> {
                if (status != 200) {
                    question.listener().silent(question.method() + " was answered with status " + status);
                    return;
                }
                KrakenMessage message;
                try {
                    message = question.kind().read(body, clock.instant(), symbols);
                } catch (JsonException e) {
                    question.listener().silent(question.method() + " was answered with " + e.getMessage());
                    return;
                }
                if (message instanceof KrakenMessage.Refused(var errors)
                        && errors.stream().anyMatch(error -> error.contains("Rate limit exceeded"))) {
                    limiter.pause(PENALTY);
                }
                question.listener().said(message);
            }
        }
    }
}
