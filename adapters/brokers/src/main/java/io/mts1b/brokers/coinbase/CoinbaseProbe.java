package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.setup.Probe;
import io.mts1b.brokers.setup.VenueVisit;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.json.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks whether an account at Coinbase Advanced can be traded, and sends no order. */
public final class CoinbaseProbe implements Probe {

    private final CoinbaseSettings settings;
    private final URI stream;
    private final CoinbaseBroker.Surroundings surroundings;
    private final VenueVisit visit;
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
        this.visit = new VenueVisit(clients);
        this.requests = new CoinbaseRequests(
                settings.api(), surroundings.signer(), surroundings.clock(), surroundings.random());
        this.pair = pair;
    }

    private JsonNode open(String path, Map<String, String> query) {
        return JsonNode.read(visit.body(requests.open(path, query)), CoinbaseKind.LONGEST);
    }

    private CoinbaseMessage ask(CoinbaseKind kind, String path, Map<String, String> query) {
        return kind.read(visit.body(requests.get(path, query)), surroundings.symbology());
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
        return VenueVisit.amounts(amounts);
    }

    @Override
    public String book() {
        String product = new CoinbaseRows(surroundings.symbology().dialect("COINBASE")).name(pair);
        JsonNode book =
                open("market/product_book", Map.of("product_id", product)).get("pricebook");
        Decimal bid = best(book.get("bids"));
        Decimal ask = best(book.get("asks"));
        return VenueVisit.book(pair, bid, ask);
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
        return VenueVisit.skew(before, told, told, after);
    }

    @Override
    public String stream() {
        return visit.stream(stream, settings.patience(), new VenueVisit.Talk() {
            @Override
            public void opened(Consumer<String> send) {
                send.accept(requests.subscription("user"));
            }

            @Override
            public void heard(String text, Consumer<String> send, Consumer<String> found) {
                CoinbaseMessage message =
                        CoinbaseKind.WS.read(text.getBytes(StandardCharsets.UTF_8), surroundings.symbology());
                if (message instanceof CoinbaseMessage.News news && news.snapshot()) {
                    found.accept("up, " + news.orders().size() + " orders are open");
                } else if (message instanceof CoinbaseMessage.Refused(List<String> errors)) {
                    throw new IllegalArgumentException("the venue says " + String.join(", ", errors));
                }
            }
        });
    }
}
