package io.mts1b.brokers.kraken;

import io.mts1b.brokers.setup.Probe;
import io.mts1b.brokers.setup.VenueVisit;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.json.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Looks whether an account at Kraken can be traded, and sends no order: is the venue reachable, does it take the key, may the
 * key trade and not withdraw, does the account answer, is there a book, do the clocks agree, does the private stream come up.
 */
public final class KrakenProbe implements Probe {

    private static final String TRADES = "modify-trades";

    private final KrakenSettings settings;
    private final URI stream;
    private final KrakenBroker.Surroundings surroundings;
    private final VenueVisit visit;
    private final InstrumentId pair;

    /**
     * Makes a probe.
     *
     * @param settings which account
     * @param stream where the private stream is
     * @param surroundings what a broker needs of the process
     * @param clients the process's
     * @param pair whose book is looked at
     */
    public KrakenProbe(
            KrakenSettings settings,
            URI stream,
            KrakenBroker.Surroundings surroundings,
            HttpClients clients,
            InstrumentId pair) {
        this.settings = settings;
        this.stream = stream;
        this.surroundings = surroundings;
        this.visit = new VenueVisit(clients);
        this.pair = pair;
    }

    private JsonNode open(String target) {
        HttpRequest request =
                HttpRequest.of(HttpRequest.Method.GET, URI.create(settings.api() + "/0/public/" + target));
        JsonNode root = JsonNode.read(visit.body(request), MessageKind.LONGEST);
        List<String> errors =
                root.get("error").elements().stream().map(JsonNode::text).toList();
        Require.that(errors.isEmpty(), "the venue says " + String.join(", ", errors));
        return root.get("result");
    }

    private KrakenMessage ask(String method, MessageKind kind) {
        KrakenMessage message = kind.read(
                visit.body(KrakenQuestions.request(
                        settings, surroundings.signer(), surroundings.nonces().next(), method, Map.of())),
                surroundings.clock().instant(),
                surroundings.symbols());
        if (message instanceof KrakenMessage.Refused(List<String> errors)) {
            throw new IllegalArgumentException("the venue says " + String.join(", ", errors));
        }
        return message;
    }

    @Override
    public String reachable() {
        String status = open("SystemStatus").get("status").text();
        Require.that(status.equals("online"), "the venue must be online, says " + status);
        return status;
    }

    @Override
    public String authenticated() {
        if (!(ask("GetApiKeyInfo", MessageKind.KEY_INFO) instanceof KrakenMessage.KeyInfo key)) {
            throw new IllegalArgumentException("the venue must tell of the key, does not");
        }
        KeyPolicy.check(key, settings.keysThatMayWithdraw());
        Require.that(
                key.permissions().contains(TRADES),
                "key '" + key.name() + "' must be allowed " + TRADES + ", has " + key.permissions());
        return "key '" + key.name() + "' may " + String.join(", ", key.permissions());
    }

    @Override
    public String account() {
        if (!(ask("Balance", MessageKind.BALANCE) instanceof KrakenMessage.Balances balances)) {
            throw new IllegalArgumentException("the venue must tell balances, does not");
        }
        return VenueVisit.amounts(balances.amounts());
    }

    @Override
    public String book() {
        JsonNode result = open("Depth?count=1&pair=" + surroundings.symbols().restName(pair));
        JsonNode sides = result.members().values().iterator().next();
        List<JsonNode> bids = sides.get("bids").elements();
        List<JsonNode> asks = sides.get("asks").elements();
        Require.that(!bids.isEmpty() && !asks.isEmpty(), "the book of " + pair + " must have both sides, has not");
        JsonNode bid = bids.getFirst().elements().getFirst();
        JsonNode ask = asks.getFirst().elements().getFirst();
        return VenueVisit.book(pair, bid.decimal(), ask.decimal());
    }

    /** The venue tells whole seconds, so that all that is known is between which two bounds the clocks differ. */
    @Override
    public String skew() {
        Instant before = surroundings.clock().instant();
        Instant told = Instant.ofEpochSecond(open("Time").get("unixtime").whole());
        Instant after = surroundings.clock().instant();
        return VenueVisit.skew(before, told, told.plusSeconds(1), after);
    }

    @Override
    public String stream() {
        if (!(ask("GetWebSocketsToken", MessageKind.WS_TOKEN) instanceof KrakenMessage.Token token)) {
            throw new IllegalArgumentException("the venue must give a token, does not");
        }
        String subscription = KrakenCommands.subscribe(new KrakenCommands.Envelope(token.token(), 1));
        return visit.stream(stream, settings.patience(), new VenueVisit.Talk() {
            @Override
            public void opened(Consumer<String> send) {
                send.accept(subscription);
            }

            @Override
            public void heard(String text, Consumer<String> send, Consumer<String> found) {
                KrakenMessage message = MessageKind.WS.read(
                        text.getBytes(StandardCharsets.UTF_8),
                        surroundings.clock().instant(),
                        surroundings.symbols());
                if (message instanceof KrakenMessage.News news && news.snapshot()) {
                    found.accept("up, " + news.names().size() + " orders are open");
                } else if (message instanceof KrakenMessage.Answer answer) {
                    Require.that(answer.error() == null, "the venue says " + answer.error());
                }
            }
        });
    }
}
