package io.mts1b.brokers.alpaca;

import io.mts1b.brokers.setup.Probe;
import io.mts1b.brokers.setup.VenueVisit;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.http.HttpResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Looks whether an account at Alpaca can be traded, and sends no order. */
public final class AlpacaProbe implements Probe {

    private static final int TOO_MANY = 429;

    private final AlpacaSettings settings;
    private final URI stream;
    private final AlpacaBroker.Surroundings surroundings;
    private final VenueVisit visit;
    private final AlpacaRequests requests;
    private final InstrumentId instrument;

    /**
     * Makes a probe.
     *
     * @param settings which account
     * @param stream where the private stream is
     * @param surroundings what a broker needs of the process
     * @param clients the process's
     * @param instrument whose book is looked at
     */
    public AlpacaProbe(
            AlpacaSettings settings,
            URI stream,
            AlpacaBroker.Surroundings surroundings,
            HttpClients clients,
            InstrumentId instrument) {
        this.settings = settings;
        this.stream = stream;
        this.surroundings = surroundings;
        this.visit = new VenueVisit(clients);
        this.requests = new AlpacaRequests(settings, surroundings.secret());
        this.instrument = instrument;
    }

    private AlpacaMessage ask(AlpacaKind kind, HttpRequest request) {
        AlpacaMessage said = kind.read(visit.body(request), surroundings.symbology());
        if (said instanceof AlpacaMessage.Refused(String error)) {
            throw new IllegalArgumentException("the venue says " + error);
        }
        return said;
    }

    private AlpacaMessage.Account askAccount() {
        return (AlpacaMessage.Account) ask(AlpacaKind.ACCOUNT, requests.get("v2/account", Map.of()));
    }

    /** Everything there wants a key, so that who is told that it is none has reached it. */
    @Override
    public String reachable() {
        HttpResponse response = visit.ask(requests.get("v2/clock", Map.of()));
        Require.that(
                response.status() < 500 && response.status() != TOO_MANY,
                "the venue must answer, its answer has status " + response.status());
        return "it answers with status " + response.status();
    }

    @Override
    public String authenticated() {
        AlpacaMessage.Account account = askAccount();
        settings.check(account);
        Require.that(
                account.active() && !account.tradingBlocked(),
                "account of key '" + settings.keyId() + "' must be active and able to trade, is not");
        return "key '" + settings.keyId() + "' opens an account that can trade; transfers out of it are "
                + (account.transfersBlocked()
                        ? "blocked"
                        : "not blocked, and whether this key can make them is not told");
    }

    @Override
    public String account() {
        AlpacaMessage.Account account = askAccount();
        AlpacaMessage.Positions held =
                (AlpacaMessage.Positions) ask(AlpacaKind.POSITIONS, requests.get("v2/positions", Map.of()));
        return VenueVisit.amounts(new TreeMap<>(Map.of(account.currency(), account.cash()))) + ", "
                + held.quantities().size() + " positions";
    }

    @Override
    public String book() {
        AlpacaSymbols symbols = new AlpacaSymbols(surroundings.symbology());
        String symbol = symbols.write(instrument);
        String path = AlpacaSymbols.isShare(instrument) ? "v2/stocks/quotes/latest" : "v1beta3/crypto/us/latest/quotes";
        AlpacaMessage.Quotes told =
                (AlpacaMessage.Quotes) ask(AlpacaKind.QUOTES, requests.data(path, Map.of("symbols", symbol)));
        AlpacaMessage.Quote quote = Require.present(
                told.quotes().get(symbol), "the venue must tell the quote of " + instrument + ", does not");
        Require.that(
                quote.bid().signum() > 0 && quote.ask().signum() > 0,
                "the book of " + instrument + " must have both sides, has not");
        return VenueVisit.book(instrument, quote.bid(), quote.ask());
    }

    @Override
    public String skew() {
        Instant before = surroundings.clock().instant();
        AlpacaMessage.Clock told = (AlpacaMessage.Clock) ask(AlpacaKind.CLOCK, requests.get("v2/clock", Map.of()));
        return VenueVisit.skew(
                before, told.at(), told.at(), surroundings.clock().instant());
    }

    @Override
    public String stream() {
        return visit.stream(stream, settings.patience(), new VenueVisit.Talk() {
            @Override
            public void opened(Consumer<String> send) {
                send.accept(requests.authentication());
            }

            @Override
            public void heard(String text, Consumer<String> send, Consumer<String> found) {
                AlpacaMessage message =
                        AlpacaKind.WS.read(text.getBytes(StandardCharsets.UTF_8), surroundings.symbology());
                switch (message) {
                    case AlpacaMessage.Authorization(boolean good) -> {
                        Require.that(good, "the stream must know the key, does not");
                        send.accept(AlpacaRequests.subscription());
                    }
                    case AlpacaMessage.Listening(var streams) -> {
                        Require.that(streams.contains("trade_updates"), "the stream must tell of orders, does not");
                        found.accept("up, it tells of " + String.join(", ", streams));
                    }
                    case AlpacaMessage.Refused(String error) ->
                        throw new IllegalArgumentException("the venue says " + error);
                    default -> {} // Orders go on.
                }
            }
        });
    }
}
