package io.mts1b.platform.messaging;

import io.mts1b.foundation.Quoted;
import io.mts1b.platform.http.HttpClient;
import io.mts1b.platform.http.HttpException;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.http.HttpResponse;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.retry.RetryAfter;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One POST of JSON to a service, whose secret is taken out of all that is told of it. Thread-safe. */
final class Posting {

    private static final int TOO_MANY = 429;
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);

    private final String service;
    private final HttpClient http;
    private final InstantSource clock;
    private final Redaction redaction;

    Posting(String service, HttpClient http, InstantSource clock, Secret... secrets) {
        this.service = service;
        this.http = http;
        this.clock = clock;
        Redaction known = Redaction.standard();
        for (Secret secret : secrets) {
            known = known.withKnown(secret);
        }
        this.redaction = known;
    }

    /** Sends, and returns any answer but those that say "too much" or "not now". */
    HttpResponse send(URI uri, @Nullable Secret bearer, Object body) {
        HttpRequest request = HttpRequest.of(HttpRequest.Method.POST, uri)
                .withBody("application/json; charset=utf-8", Json.bytes(body));
        HttpResponse response;
        try {
            response = http.send(
                    bearer == null ? request : request.withHeader("Authorization", "Bearer " + bearer.reveal()));
        } catch (HttpException e) {
            throw e.category() == HttpException.Category.REFUSED
                    ? giveUp("could not be asked: " + e.getMessage())
                    : tryAgain("gave no answer: " + e.getMessage());
        }
        if (response.status() >= 500) {
            throw tryAgain("answered " + response.status());
        }
        return response;
    }

    boolean isTooMuch(HttpResponse response) {
        return response.status() == TOO_MANY;
    }

    ChannelException tooMuch(HttpResponse response, Optional<Duration> said) {
        Duration after = said.or(
                        () -> response.header("Retry-After").flatMap(value -> RetryAfter.parse(value, clock.instant())))
                .orElse(USUAL_PAUSE);
        return ChannelException.tooMuch(service + " is sent too much, and wants to be left alone for " + after, after);
    }

    <T> T read(HttpResponse response, Class<T> type) {
        try {
            return Json.readNewer(response.body(), type);
        } catch (JsonException e) {
            throw tryAgain("answered " + response.status() + " with something else than JSON");
        }
    }

    ChannelException giveUp(String what) {
        return ChannelException.giveUp(told(what));
    }

    ChannelException tryAgain(String what) {
        return ChannelException.tryAgain(told(what));
    }

    private String told(String what) {
        return service + " " + redaction.redact(what);
    }

    /** What the service said: redacted before it is cut, for half a secret is not known to be one. */
    String quoted(@Nullable String text) {
        return text == null ? "nothing" : Quoted.of(redaction.redact(text));
    }
}
