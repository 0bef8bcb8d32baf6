package io.mts1b.brokers.coinbase;

import io.mts1b.platform.http.HttpRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Writes requests, each with a token of its own. */
final class CoinbaseRequests {

    private static final String PREFIX = "/api/v3/brokerage/";

    private final URI api;
    private final CoinbaseSigner signer;
    private final InstantSource clock;
    private final RandomGenerator random;

    CoinbaseRequests(URI api, CoinbaseSigner signer, InstantSource clock, RandomGenerator random) {
        this.api = api;
        this.signer = signer;
        this.clock = clock;
        this.random = random;
    }

    private String nonce() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    /** A request that needs no key. */
    HttpRequest open(String path, Map<String, String> query) {
        return once(HttpRequest.Method.GET, path, query);
    }

    /** Not repeated by the client: its token would be old by then. */
    private HttpRequest once(HttpRequest.Method method, String path, Map<String, String> query) {
        StringBuilder target = new StringBuilder(PREFIX).append(path);
        char sign = '?';
        for (Map.Entry<String, String> one : query.entrySet()) {
            // A name that stands for a list is repeated for each of its values.
            for (String value : one.getValue().split(",", -1)) {
                target.append(sign)
                        .append(one.getKey())
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                sign = '&';
            }
        }
        return new HttpRequest(method, URI.create(api + target.toString()), List.of(), new byte[0], false, 1);
    }

    HttpRequest get(String path, Map<String, String> query) {
        return signed(once(HttpRequest.Method.GET, path, query));
    }

    HttpRequest post(String path, String body) {
        return signed(once(HttpRequest.Method.POST, path, Map.of()))
                .withBody("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest signed(HttpRequest request) {
        URI uri = request.uri();
        String token =
                signer.request(request.method().name(), uri.getAuthority(), uri.getRawPath(), nonce(), clock.instant());
        return request.withHeader("Authorization", "Bearer " + token);
    }

    /** Asks a stream to tell of a channel. */
    String subscription(String channel) {
        return "{\"type\":\"subscribe\",\"channel\":\"" + channel + "\",\"jwt\":\""
                + signer.subscription(nonce(), clock.instant()) + "\"}";
    }
}
