package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Probe;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks whether an account at Coinbase Advanced can be traded, and sends no order. */
public final class CoinbaseProbe implements Probe {

    private static final Duration SKEW = Duration.ofSeconds(1);

    private final CoinbaseSettings settings;
    private final URI stream;
    private final CoinbaseBroker.Surroundings surroundings;
    private final HttpClients clients;
    private final HttpClient client;
    private final CoinbaseRequests requests;
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
    public CoinbaseProbe(
            CoinbaseSettings settings,
            URI stream,
            CoinbaseBroker.Surroundings surroundings,
            HttpClients clients,
            InstrumentId pair) {
        this.settings = settings;
        this.stream = stream;
        this.surroundings = surroundings;
        this.clients = clients;
        this.client = clients.client(Backoff.STANDARD);
        this.requests = new CoinbaseRequests(
                settings.api(), surroundings.signer(), surroundings.clock(), surroundings.random());
        this.pair = pair;
    }

    private byte[] body(HttpRequest request) {
        HttpResponse response = client.send(request);
        Require.that(response.status() == 200, "the answer must have status 200, has " + response.status());
        return response.body();
    }

    private JsonNode open(String path, Map<String, String> query) {
        return JsonNode.read(body(requests.open(path, query)), CoinbaseKind.LONGEST);
    }

    private CoinbaseMessage ask(CoinbaseKind kind, String path, Map<String, String> query) {
        return kind.read(body(requests.get(path, query)), surroundings.symbology());
    }

    @Override
    public String reachable() {
        return "its time is " + open("time", Map.of()).get("iso").text(Instant::parse);
    }

    @Override
    public String authenticated() {
        if (!(ask(CoinbaseKind.KEY_PERMISSIONS, "key_permissions", Map.of()) instanceof CoinbaseMessage.KeyInfo key)) {
            throw new IllegalArgumentException("the venue must tell of the key, does not");
        }
        settings.check(key);
        Require.that(
                key.view() && key.trade(),
                "key '" + settings.keyName() + "' must be allowed to view and trade, may not");
        return "key '" + settings.keyName() + "' may view, trade" + (key.transfer() ? ", transfer" : "");
    }

    @Override
    public String account() {
        SortedMap<Currency, Decimal> amounts = new TreeMap<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            Map<String, String> query = cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor);
            if (!(ask(CoinbaseKind.ACCOUNTS, "accounts", query) instanceof CoinbaseMessage.Balances page)) {
                throw new IllegalArgumentException("the venue must tell balances, does not");
            }
            page.amounts().forEach((currency, amount) -> amounts.merge(currency, amount, Decimal::plus));
            Require.that(!cursor.equals(page.next()), "the next page must not begin where this one did, does");
            cursor = page.next();
        }
        return amounts.isEmpty()
                ? "nothing in it"
                : amounts.entrySet().stream()
                        .map(one -> one.getValue() + " " + one.getKey())
                        .collect(Collectors.joining(", "));
    }

    @Override
    public String book() {
        String product = new CoinbaseRows(surroundings.symbology().dialect("COINBASE")).name(pair);
        JsonNode book =
                open("market/product_book", Map.of("product_id", product)).get("pricebook");
        Decimal bid = best(book.get("bids"));
        Decimal ask = best(book.get("asks"));
        Require.that(bid.compareTo(ask) < 0, "the bid must be below the ask, was " + bid + " and " + ask);
        return pair + " " + bid + " / " + ask;
    }

    private Decimal best(JsonNode side) {
        List<JsonNode> levels = side.elements();
        Require.that(!levels.isEmpty(), "the book of " + pair + " must have both sides, has not");
        return levels.getFirst().get("price").decimal();
    }

    @Override
    public String skew() {
        Instant before = surroundings.clock().instant();
        Instant told = open("time", Map.of()).get("iso").text(Instant::parse);
        Instant after = surroundings.clock().instant();
        Duration least = Duration.between(after, told).truncatedTo(ChronoUnit.MILLIS);
        Duration most = Duration.between(before, told).truncatedTo(ChronoUnit.MILLIS);
        String found = "the venue's is " + least + " to " + most + " ahead";
        Require.that(
                least.compareTo(SKEW) <= 0 && most.compareTo(SKEW.negated()) >= 0,
                "the clocks must be within " + SKEW + " of each other, " + found);
        return found;
    }

    @Override
    public String stream() {
        CompletableFuture<Check> told = new CompletableFuture<>();
        try (MessageStream _ = clients.stream(stream, List.of(), Backoff.STANDARD, new Hearing(told))) {
            Check check = told.completeOnTimeout(
                            new Check("stream", false, "no snapshot came within " + settings.patience()),
                            settings.patience().toMillis(),
                            TimeUnit.MILLISECONDS)
                    .join();
            Require.that(check.passed(), check.detail());
            return check.detail();
        }
    }

    /** Subscribes, and hears the first snapshot. */
    private final class Hearing implements MessageStream.Listener {

        private final CompletableFuture<Check> told;

        private Hearing(CompletableFuture<Check> told) {
            this.told = told;
        }

        private void end(boolean passed, String detail) {
            told.complete(new Check("stream", passed, VenueMessage.reason(detail)));
        }

        @Override
        public void opened(MessageStream opened) {
            opened.send(requests.subscription("user"));
        }

        @Override
        public void message(String text) {
            try {
                CoinbaseMessage message =
                        CoinbaseKind.WS.read(text.getBytes(StandardCharsets.UTF_8), surroundings.symbology());
                if (message instanceof CoinbaseMessage.News news && news.snapshot()) {
                    end(true, "up, " + news.orders().size() + " orders are open");
                } else if (message instanceof CoinbaseMessage.Refused(List<String> errors)) {
                    end(false, "the venue says " + String.join(", ", errors));
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
