package io.mts1b.brokers.alpaca;

import io.mts1b.brokers.wire.Fields;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.http.HttpRequest.Method;
import io.mts1b.platform.security.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes requests, with the key in their headers: Alpaca has no signature. */
final class AlpacaRequests {

    private final AlpacaSettings settings;
    private final Secret secret;

    AlpacaRequests(AlpacaSettings settings, Secret secret) {
        this.settings = settings;
        this.secret = secret;
    }

    HttpRequest get(String path, Map<String, String> query) {
        return request(Method.GET, settings.api(), path, query);
    }

    /** Asks for market data. */
    HttpRequest data(String path, Map<String, String> query) {
        return request(Method.GET, settings.data(), path, query);
    }

    HttpRequest post(String path, String body) {
        return withBody(request(Method.POST, settings.api(), path, Map.of()), body);
    }

    HttpRequest patch(String path, String body) {
        return withBody(request(Method.PATCH, settings.api(), path, Map.of()), body);
    }

    HttpRequest delete(String path) {
        return request(Method.DELETE, settings.api(), path, Map.of());
    }

    private static HttpRequest withBody(HttpRequest request, String body) {
        return request.withBody("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Not repeated by the client, which does not know what was done already. */
    private HttpRequest request(Method method, URI host, String path, Map<String, String> query) {
        String pairs = query.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI uri = URI.create(host + "/" + path + (pairs.isEmpty() ? "" : "?" + pairs));
        return new HttpRequest(method, uri, List.of(), new byte[0], false, 1)
                .withHeader("APCA-API-KEY-ID", settings.keyId())
                .withHeader("APCA-API-SECRET-KEY", secret.reveal());
    }

    /** Says who we are to the stream. */
    String authentication() {
        return new Fields()
                .text("action", "auth")
                .text("key", settings.keyId())
                .text("secret", secret.reveal())
                .toString();
    }

    /** Asks the stream to tell of orders. */
    static String subscription() {
        return new Fields()
                .text("action", "listen")
                .object("data", new Fields().array("streams", List.of(Fields.quoted("trade_updates"))))
                .toString();
    }
}
