package io.mts1b.brokers.kraken;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Probe;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.http.HttpClient;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.http.HttpResponse;
import io.mts1b.platform.http.MessageStream;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.retry.Backoff;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Looks whether an account at Kraken can be traded, and sends no order: is the venue reachable, does it take the key, may the
 * key trade and not withdraw, does the account answer, is there a book, do the clocks agree, does the private stream come up.
 */
public final class KrakenProbe implements Probe {

    private static final Duration SKEW = Duration.ofSeconds(1);
    private static final String STREAM = "stream";
    private static final String TRADES = "modify-trades";

    private final KrakenSettings settings;
    private final URI stream;
    private final KrakenBroker.Surroundings surroundings;
    private final HttpClients clients;
    private final HttpClient client;
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
        this.clients = clients;
        this.client = clients.client(Backoff.STANDARD);
        this.pair = pair;
    }

    private JsonNode open(String target) {
        HttpRequest request =
                HttpRequest.of(HttpRequest.Method.GET, URI.create(settings.api() + "/0/public/" + target));
        JsonNode root = JsonNode.read(body(request), MessageKind.LONGEST);
        List<String> errors =
                root.get("error").elements().stream().map(JsonNode::text).toList();
        Require.that(errors.isEmpty(), "the venue says " + String.join(", ", errors));
        return root.get("result");
    }

    private byte[] body(HttpRequest request) {
        HttpResponse response = client.send(request);
        Require.that(response.status() == 200, "the answer must have status 200, has " + response.status());
        return response.body();
    }

    private KrakenMessage ask(String method, MessageKind kind) {
        KrakenMessage message = kind.read(
                body(KrakenQuestions.request(
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
        return balances.amounts().isEmpty()
                ? "nothing in it"
                : balances.amounts().entrySet().stream()
                        .map(one -> one.getValue() + " " + one.getKey())
                        .collect(Collectors.joining(", "));
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
        Require.that(
                bid.decimal().compareTo(ask.decimal()) < 0,
                "the bid must be below the ask, was " + bid.decimal() + " and " + ask.decimal());
        return pair + " " + bid.decimal() + " / " + ask.decimal();
    }

    /** The venue tells whole seconds, so that all that is known is between which two bounds the clocks differ. */
    @Override
    public String skew() {
        Instant before = surroundings.clock().instant();
        Instant told = Instant.ofEpochSecond(open("Time").get("unixtime").whole());
        Instant after = surroundings.clock().instant();
        Duration least = Duration.between(after, told).truncatedTo(ChronoUnit.MILLIS);
        Duration most = Duration.between(before, told.plusSeconds(1)).truncatedTo(ChronoUnit.MILLIS);
        Require.that(
                least.compareTo(SKEW) <= 0 && most.compareTo(SKEW.negated()) >= 0,
                "the clocks must be within " + SKEW + " of each other, the venue's is " + least + " to " + most
                        + " ahead");
        return "the venue's clock is " + least + " to " + most + " ahead";
    }

    @Override
    public String stream() {
        if (!(ask("GetWebSocketsToken", MessageKind.WS_TOKEN) instanceof KrakenMessage.Token token)) {
            throw new IllegalArgumentException("the venue must give a token, does not");
        }
        CompletableFuture<Check> told = new CompletableFuture<>();
        String subscription = KrakenCommands.subscribe(new KrakenCommands.Envelope(token.token(), 1));
        try (MessageStream _ = clients.stream(stream, List.of(), Backoff.STANDARD, new Hearing(subscription, told))) {
            Check check = told.completeOnTimeout(
                            new Check(STREAM, false, "no snapshot came within " + settings.patience()),
                            settings.patience().toMillis(),
                            TimeUnit.MILLISECONDS)
                    .join();
            Require.that(check.passed(), check.detail());
            return check.detail();
        }
    }

    /** Subscribes, and hears the first snapshot. */
    private final class Hearing implements MessageStream.Listener {

        private final String subscription;
        private final CompletableFuture<Check> told;

        private Hearing(String subscription, CompletableFuture<Check> told) {
            this.subscription = subscription;
            this.told = told;
        }

        private void end(boolean passed, String detail) {
            told.complete(new Check(STREAM, passed, VenueMessage.reason(detail)));
        }

        @Override
        public void opened(MessageStream opened) {
            opened.send(subscription);
        }

        @Override
        public void message(String text) {
            try {
                KrakenMessage message = MessageKind.WS.read(
                        text.getBytes(StandardCharsets.UTF_8),
                        surroundings.clock().instant(),
                        surroundings.symbols());
                if (message instanceof KrakenMessage.News news && news.snapshot()) {
                    end(true, "up, " + news.names().size() + " orders are open");
                } else if (message instanceof KrakenMessage.Answer answer && answer.error() != null) {
                    end(false, "the venue says " + answer.error());
                }
            } catch (JsonException e) {
                end(false, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void lost(String reason, Duration delay) {
            end(false, "the stream was lost: " + reason);
        }
    }
}
