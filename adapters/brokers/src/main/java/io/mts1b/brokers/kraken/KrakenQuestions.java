package io.mts1b.brokers.kraken;

import io.mts1b.brokers.wire.RequestLimit;
import io.mts1b.brokers.wire.RequestQueue;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.ratelimit.RateLimiter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Asks the spot market's REST interface, one question after the other: Kraken takes a nonce only if it is greater than all
 * before, and two requests under way may overtake each other.
 */
final class KrakenQuestions {

    private static final String PRIVATE = "/0/private/";

    private final KrakenSettings settings;
    private final KrakenSigner signer;
    private final KrakenSymbols symbols;
    private final Nonces nonces;
    private final InstantSource clock;
    private final RequestQueue queue;
    private final RequestLimit limit;

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
            VenueLink link) {
        this.settings = settings;
        this.signer = signer;
        this.symbols = symbols;
        this.nonces = nonces;
        this.clock = clock;
        this.queue = new RequestQueue(limiter, link);
        this.limit = new RequestLimit(limiter, KrakenErrors.PENALTY, clock);
    }

    void ask(Question question) {
        queue.ask(
                question.weight(),
                () -> request(settings, signer, nonces.next(), question.method(), question.form()),
                reply -> heard(question, reply));
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

    private void heard(Question question, VenueLink.Reply reply) {
        limit.heed(reply);
        switch (reply) {
            case VenueLink.Reply.Failed(String reason) -> question.listener().silent(reason);
            case VenueLink.Reply.Answered answered -> {
                int status = answered.status();
                if (status != 200) {
                    question.listener().silent(question.method() + " was answered with status " + status);
                    return;
                }
                KrakenMessage message;
                try {
                    message = question.kind().read(answered.body(), clock.instant(), symbols);
                } catch (JsonException e) {
                    question.listener().silent(question.method() + " was answered with " + e.getMessage());
                    return;
                }
                if (message instanceof KrakenMessage.Refused(var errors)) {
                    errors.stream()
                            .map(KrakenErrors::pause)
                            .filter(Duration::isPositive)
                            .forEach(queue::pause);
                }
                question.listener().said(message);
            }
        }
    }
}
