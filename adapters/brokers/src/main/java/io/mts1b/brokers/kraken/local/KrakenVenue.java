package io.mts1b.brokers.kraken.local;

import io.mts1b.brokers.kraken.KrakenSigner;
import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.Require;
import io.mts1b.platform.ratelimit.RateLimiter;
import io.mts1b.platform.security.ConstantTime;
import io.mts1b.platform.security.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Kraken's spot market on a {@link LocalMarket}. It looks at keys, signatures, nonces, permissions and tokens, counts
 * requests, and holds commands to their deadlines. Confined to the thread of the market.
 */
public final class KrakenVenue implements LocalVenue {

    /** Where the private stream is. */
    public static final String STREAM = "/v2";

    private static final String PRIVATE = "/0/private/";
    private static final String PUBLIC = "/0/public/";

    private final Account account;
    private final InstantSource clock;
    private final KrakenRest rest;
    private final KrakenStream stream;
    private final KrakenSigner signer;
    private long lastNonce;

    /**
     * The account and its key.
     *
     * @param keyId the public half
     * @param secret the private half
     * @param keyName what its owner calls the key
     * @param permissions what it may do, such as {@code query-funds} or {@code modify-trades}
     * @param requests how many may be asked
     * @param remembers how far back fills are told; older ones are counted, and not told
     */
    public record Account(
            String keyId,
            Secret secret,
            String keyName,
            List<String> permissions,
            RateLimiter requests,
            Duration remembers) {

        /** What a key needs to trade, and no more. */
        public static final List<String> TRADES =
                List.of("query-funds", "query-open-trades", "query-closed-trades", "modify-trades", "close-trades");

        /** Validates, and copies. */
        public Account {
            Require.visible("keyId", keyId, 256);
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * Makes a venue.
     *
     * @param market what it tells of; its listener from now on is this venue
     * @param account whose
     * @param symbols what instruments are called
     * @param clock the time
     */
    public KrakenVenue(LocalMarket market, Account account, KrakenSymbols symbols, InstantSource clock) {
        this.account = account;
        this.clock = clock;
        this.signer = new KrakenSigner(account.secret());
        this.stream = new KrakenStream(market, new KrakenWords(symbols), symbols, clock);
        this.rest = new KrakenRest(market, account, stream, new KrakenWords(symbols), symbols, clock);
    }

    @Override
    public void request(Request request, Asker asker) {
        asker.hear(answered(request));
    }

    private Reply answered(Request request) {
        String path = request.path();
        try {
            if (path.startsWith(PUBLIC) && request.method().equals("GET")) {
                int query = request.target().indexOf('?');
                Map<String, String> form =
                        Request.form(query < 0 ? "" : request.target().substring(query + 1));
                return Reply.json(rest.open(path.substring(PUBLIC.length()), form));
            }
            if (path.startsWith(PRIVATE) && request.method().equals("POST")) {
                return Reply.json(closed(request, path));
            }
        } catch (IllegalArgumentException e) {
            return Reply.json(KrakenRest.error("EGeneral:Invalid arguments"));
        }
        return new Reply(404, "application/json", KrakenRest.error("EGeneral:Unknown method"));
    }

    /** In the order in which Kraken looks: the key, its signature, its nonce, what it may do, and how often it asks. */
    private String closed(Request request, String path) {
        Map<String, String> headers = request.headers();
        if (!account.keyId().equals(headers.get("API-Key"))) {
            return KrakenRest.error("EAPI:Invalid key");
        }
        Map<String, String> form = Request.form(request.body());
        String nonce = form.getOrDefault("nonce", "");
        if (!nonce.matches("[0-9]{1,18}")) {
            return KrakenRest.error("EAPI:Invalid nonce");
        }
        String expected = signer.sign(path, nonce, request.body());
        if (!ConstantTime.equal(expected, headers.getOrDefault("API-Sign", ""))) {
            return KrakenRest.error("EAPI:Invalid signature");
        }
        if (Long.parseLong(nonce) <= lastNonce) {
            return KrakenRest.error("EAPI:Invalid nonce");
        }
        lastNonce = Long.parseLong(nonce);
        String method = path.substring(PRIVATE.length());
        if (!rest.mayAsk(method)) {
            return KrakenRest.error("EGeneral:Permission denied");
        }
        int weight = method.equals("TradesHistory") || method.equals("ClosedOrders") ? 2 : 1;
        if (account.requests().tryAcquire(weight) instanceof RateLimiter.Grant.Denied) {
            return busy().body();
        }
        return rest.closed(method, form);
    }

    @Override
    public Reply busy() {
        return Reply.json(KrakenRest.error("EAPI:Rate limit exceeded"));
    }

    @Override
    public boolean opened(String path, Peer peer) {
        if (!path.equals(STREAM)) {
            return false;
        }
        peer.tell(new Fields()
                .text("channel", "status")
                .text("type", "update")
                .array(
                        "data",
                        List.of(new Fields()
                                .text("version", "2.0.0")
                                .text("system", "online")
                                .text("api_version", "v2")
                                .text("timestamp", clock.instant())))
                .toString());
        return true;
    }

    @Override
    public void heard(Peer peer, String message) {
        stream.heard(peer, message);
    }

    @Override
    public void closed(Peer peer) {
        stream.closed(peer);
    }
}
