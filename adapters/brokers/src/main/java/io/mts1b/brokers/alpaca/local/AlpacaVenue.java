package io.mts1b.brokers.alpaca.local;

import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.Require;
import io.mts1b.platform.http.Header;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.ratelimit.RateLimiter;
import io.mts1b.platform.security.ConstantTime;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.symbology.Symbology;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Alpaca on a {@link LocalMarket}. It looks at the key of each request and of the stream, and counts requests; a replacement
 * is another order, with names of its own, and its stream sends bytes. Confined to the thread of the market.
 */
public final class AlpacaVenue implements LocalVenue {

    /** Where the stream is. */
    public static final String STREAM = "/stream";

    private static final int LONGEST = 1 << 16;
    private static final String TRADE_UPDATES = "trade_updates";
    private static final String BY_ID = "v2/orders/";

    private final Account account;
    private final InstantSource clock;
    private final AlpacaOrders orders;
    private final AlpacaAnswers answers;
    private final Map<Peer, Listener> peers = new LinkedHashMap<>();

    /** What one peer has said. */
    private static final class Listener {

        private boolean known;
        private boolean listens;
    }

    /**
     * The account and its key.
     *
     * @param key the public half of the key
     * @param secret its private half
     * @param permissions what the account may do: {@code trade}, {@code transfer}
     * @param requests how many may be asked
     * @param remembers how far back fills are told
     */
    public record Account(
            String key, Secret secret, List<String> permissions, RateLimiter requests, Duration remembers) {

        /** What trading needs, and no more. */
        public static final List<String> TRADES = List.of("trade");

        /** Validates, and copies. */
        public Account {
            permissions = List.copyOf(permissions);
            for (String permission : permissions) {
                Require.that(
                        permission.equals("transfer") || TRADES.contains(permission),
                        "permission must be trade or transfer, was '" + permission + "'");
            }
        }

        boolean may(String permission) {
            return permissions.contains(permission);
        }

        private boolean isOf(String id, String half) {
            return ConstantTime.equal(key, id) && ConstantTime.equal(secret.reveal(), half);
        }
    }

    /**
     * Makes a venue.
     *
     * @param market what it tells of; its listener from now on is this venue
     * @param account whose
     * @param symbology what instruments are called
     * @param clock the time
     */
    public AlpacaVenue(LocalMarket market, Account account, Symbology symbology, InstantSource clock) {
        AlpacaWords words = new AlpacaWords(symbology);
        this.account = account;
        this.clock = clock;
        this.orders = new AlpacaOrders(market, words, clock, this::tell);
        this.answers = new AlpacaAnswers(market, orders, account, words, clock);
    }

    /** What the orders and fills of the market are called here; for tests, which compare. */
    AlpacaOrders orders() {
        return orders;
    }

    @Override
    public void request(Request request, Asker asker) {
        Map<String, String> headers = request.headers();
        boolean known = account.isOf(
                headers.getOrDefault("APCA-API-KEY-ID", ""), headers.getOrDefault("APCA-API-SECRET-KEY", ""));
        if (!known) {
            asker.hear(AlpacaWords.error(401, 40_110_000, "request is not authorized"));
        } else if (account.requests().tryAcquire(1) instanceof RateLimiter.Grant.Denied) {
            asker.hear(busy());
        } else {
            try {
                answer(request, asker);
            } catch (JsonException | IllegalArgumentException | DateTimeException e) {
                asker.hear(AlpacaWords.unprocessable(String.valueOf(e.getMessage())));
            }
        }
    }

    private void answer(Request request, Asker asker) {
        int mark = request.target().indexOf('?');
        Map<String, String> query =
                Request.form(mark < 0 ? "" : request.target().substring(mark + 1));
        String path = request.path().substring(1);
        boolean reads = request.method().equals("GET");
        if (reads) {
            asker.hear(answers.answer(path, query));
        } else if (!account.may("trade")) {
            asker.hear(AlpacaWords.forbidden("account is not allowed to trade"));
        } else {
            obey(request, path, asker);
        }
    }

    private void obey(Request request, String path, Asker asker) {
        String id = path.startsWith(BY_ID) ? path.substring(BY_ID.length()) : "";
        switch (request.method() + (id.isEmpty() ? " " + path : "")) {
            case "POST v2/orders" -> orders.create(body(request), asker);
            case "PATCH" -> orders.replace(id, body(request), asker);
            case "DELETE" -> orders.cancel(id, asker);
            default -> asker.hear(AlpacaWords.notFound("endpoint"));
        }
    }

    private static JsonNode body(Request request) {
        return JsonNode.read(request.body().getBytes(StandardCharsets.UTF_8), LONGEST);
    }

    /** It says until when, as Alpaca does. */
    @Override
    public Reply busy() {
        Reply refused = AlpacaWords.error(429, 42_910_000, "rate limit exceeded");
        String reset = Long.toString(clock.instant().getEpochSecond() + 1);
        return new Reply(
                refused.status(),
                refused.type(),
                List.of(new Header("X-RateLimit-Remaining", "0"), new Header("X-RateLimit-Reset", reset)),
                refused.body());
    }

    @Override
    public boolean tellsBytes() {
        return true;
    }

    @Override
    public boolean opened(String path, Peer peer) {
        if (!path.equals(STREAM)) {
            return false;
        }
        peers.put(peer, new Listener());
        return true;
    }

    @Override
    public void heard(Peer peer, String message) {
        Listener listener = peers.get(peer);
        if (listener == null) {
            return; // It has hung up.
        }
        try {
            JsonNode root = JsonNode.read(message.getBytes(StandardCharsets.UTF_8), LONGEST);
            switch (root.get("action").text()) {
                case "auth" -> authenticate(peer, listener, root);
                case "listen" -> listen(peer, listener, root.get("data"));
                default -> say(peer, "listening", new Fields().text("error", "unknown action"));
            }
        } catch (JsonException e) {
            say(peer, "listening", new Fields().text("error", "malformed message"));
        }
    }

    private void authenticate(Peer peer, Listener listener, JsonNode root) {
        listener.known = account.isOf(root.get("key").text(), root.get("secret").text());
        say(
                peer,
                "authorization",
                new Fields()
                        .text("status", listener.known ? "authorized" : "unauthorized")
                        .text("action", "authenticate"));
    }

    private void listen(Peer peer, Listener listener, JsonNode data) {
        if (!listener.known) {
            say(
                    peer,
                    "authorization",
                    new Fields().text("status", "unauthorized").text("action", "listen"));
            return;
        }
        Optional<JsonNode> wanted = data.get("streams").elements().stream()
                .filter(stream -> stream.text().equals(TRADE_UPDATES))
                .findFirst();
        listener.listens = wanted.isPresent();
        List<String> streams = listener.listens ? List.of(Fields.quoted(TRADE_UPDATES)) : List.of();
        say(peer, "listening", new Fields().array("streams", streams));
    }

    private static String frame(String stream, Fields data) {
        return new Fields().text("stream", stream).object("data", data).toString();
    }

    private static void say(Peer peer, String stream, Fields data) {
        peer.answer(frame(stream, data));
    }

    private void tell(Fields event) {
        String message = frame(TRADE_UPDATES, event);
        List.copyOf(peers.entrySet()).stream()
                .filter(peer -> peer.getValue().listens)
                .forEach(peer -> peer.getKey().tell(message));
    }

    @Override
    public void closed(Peer peer) {
        peers.remove(peer);
    }
}
