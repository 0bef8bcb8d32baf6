package io.mts1b.brokers.coinbase.local;

import io.mts1b.brokers.coinbase.CoinbaseSigner;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.foundation.Require;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.ratelimit.RateLimiter;
import io.mts1b.platform.security.ConstantTime;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.symbology.Symbology;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Coinbase Advanced's spot market on a {@link LocalMarket}. It looks at each token: its key, its signature, its two minutes,
 * what it is for, and that it is not used twice; at permissions, and it counts requests. Confined to the thread of the market.
 */
public final class CoinbaseVenue implements LocalVenue {

    /** Where the stream is. */
    public static final String STREAM = "/";

    private static final String PREFIX = "/api/v3/brokerage/";
    private static final List<String> OPEN = List.of("time", "market/product_book");
    private static final int LONGEST = 1 << 16;
    private static final int TOKEN_PARTS = 3;
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(2);

    private final Account account;
    private final InstantSource clock;
    private final CoinbaseSigner signer;
    private final CoinbaseRest rest;
    private final CoinbaseOrders orders;
    private final CoinbaseNews news;

    /** When each token began; those that have ended need not be known. */
    private final Map<String, Instant> used = new LinkedHashMap<>();

    /**
     * The account and its key.
     *
     * @param keyName what Coinbase calls the key
     * @param secret the private key: Ed25519, whose signatures are the same whenever they are made
     * @param permissions what it may do: {@code view}, {@code trade}, {@code transfer}
     * @param requests how many may be asked
     * @param remembers how far back fills are told
     */
    public record Account(
            String keyName, Secret secret, List<String> permissions, RateLimiter requests, Duration remembers) {

        /** What a key needs to trade, and no more. */
        public static final List<String> TRADES = List.of("view", "trade");

        /** Validates, and copies. */
        public Account {
            permissions = List.copyOf(permissions);
            for (String permission : permissions) {
                Require.that(
                        permission.equals("transfer") || TRADES.contains(permission),
                        "permission must be view, trade or transfer, was '" + permission + "'");
            }
        }

        boolean may(String permission) {
            return permissions.contains(permission);
        }
    }

    /**
     * Makes a venue.
     *
     * @param market what it tells of; its listener from now on is this venue
     * @param account whose
     * @param symbology what instruments are called
     * @param clock the time
     * @throws IllegalArgumentException if the key is none that this venue can check
     */
    public CoinbaseVenue(LocalMarket market, Account account, Symbology symbology, InstantSource clock) {
        CoinbaseWords words = new CoinbaseWords(symbology);
        this.account = account;
        this.clock = clock;
        this.signer = new CoinbaseSigner(account.keyName(), account.secret());
        String nonce = "0".repeat(32);
        Require.that(
                signer.subscription(nonce, Instant.EPOCH).equals(signer.subscription(nonce, Instant.EPOCH)),
                "the key of a local venue must be Ed25519, is not");
        this.rest = new CoinbaseRest(market, account, words, clock);
        this.orders = new CoinbaseOrders(market, words);
        this.news = new CoinbaseNews(market, words, token -> isGood(token, ""), clock);
    }

    @Override
    public void request(Request request, Asker asker) {
        String path = request.path();
        try {
            if (!path.startsWith(PREFIX)) {
                asker.hear(CoinbaseRest.unknown());
                return;
            }
            answer(request, path.substring(PREFIX.length()), asker);
        } catch (JsonException | IllegalArgumentException | DateTimeException e) {
            asker.hear(CoinbaseRest.error(400, "INVALID_ARGUMENT", String.valueOf(e.getMessage())));
        }
    }

    private void answer(Request request, String path, Asker asker) {
        int mark = request.target().indexOf('?');
        Map<String, String> query =
                Request.form(mark < 0 ? "" : request.target().substring(mark + 1));
        boolean reads = request.method().equals("GET");
        if (reads && OPEN.contains(path)) {
            asker.hear(rest.open(path, query));
            return;
        }
        String header = request.headers().getOrDefault("Authorization", "");
        String wanted = request.method() + " " + request.headers().getOrDefault("Host", "") + request.path();
        if (!header.startsWith("Bearer ") || !isGood(header.substring(7), wanted)) {
            asker.hear(new Reply(401, "text/plain", "Unauthorized"));
        } else if (!path.equals("key_permissions") && !account.may(reads ? "view" : "trade")) {
            asker.hear(CoinbaseRest.error(403, "PERMISSION_DENIED", "the key must be allowed more"));
        } else if (account.requests().tryAcquire(1) instanceof RateLimiter.Grant.Denied) {
            asker.hear(busy());
        } else if (reads) {
            asker.hear(rest.closed(path, query));
        } else {
            orders.obey(path, JsonNode.read(request.body().getBytes(StandardCharsets.UTF_8), LONGEST), asker);
        }
    }

    /** Signs the same again: who made another token has another key, or made it for something else. */
    private boolean isGood(String token, String wanted) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != TOKEN_PARTS) {
            return false;
        }
        Instant now = clock.instant();
        String expected;
        String nonce;
        Instant from;
        try {
            nonce = part(parts[0]).get("nonce").text();
            from = Instant.ofEpochSecond(part(parts[1]).get("nbf").whole());
            int space = wanted.indexOf(' ');
            int slash = wanted.indexOf('/');
            expected = wanted.isEmpty()
                    ? signer.subscription(nonce, from)
                    : signer.request(
                            wanted.substring(0, space),
                            wanted.substring(space + 1, slash),
                            wanted.substring(slash),
                            nonce,
                            from);
        } catch (JsonException | IllegalArgumentException | DateTimeException e) {
            return false;
        }
        boolean inTime = !now.isBefore(from) && now.isBefore(from.plus(TOKEN_LIFE));
        if (!inTime || !ConstantTime.equal(expected, token)) {
            return false;
        }
        used.values().removeIf(began -> !now.isBefore(began.plus(TOKEN_LIFE)));
        return used.putIfAbsent(nonce, from) == null;
    }

    private static JsonNode part(String text) {
        return JsonNode.read(Base64.getUrlDecoder().decode(text), LONGEST);
    }

    @Override
    public Reply busy() {
        return CoinbaseRest.error(429, "RESOURCE_EXHAUSTED", "too many requests");
    }

    /** Tells who listens that the venue is alive; Coinbase does so every second. */
    public void beat() {
        news.beat();
    }

    @Override
    public boolean opened(String path, Peer peer) {
        if (!path.equals(STREAM)) {
            return false;
        }
        news.opened(peer);
        return true;
    }

    @Override
    public void heard(Peer peer, String message) {
        news.heard(peer, message);
    }

    @Override
    public void closed(Peer peer) {
        news.closed(peer);
    }
}
