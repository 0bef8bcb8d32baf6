package io.mts1b.brokers.ibkr;

import io.mts1b.brokers.setup.Probe;
import io.mts1b.brokers.setup.VenueVisit;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.http.HttpResponse;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.retry.Waiter;
import io.mts1b.platform.security.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks whether an account at Interactive Brokers can be traded, and sends no order. */
public final class IbkrProbe implements Probe {

    /** Prices come some time after they were asked for first. */
    private static final int TRIES = 10;

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final String BID = "84";
    private static final String ASK = "86";

    private final IbkrSettings settings;
    private final URI stream;
    private final IbkrBroker.Surroundings surroundings;
    private final VenueVisit visit;
    private final Waiter waiter;
    private final IbkrRequests requests;
    private final InstrumentId share;
    private Instant before = Instant.EPOCH;
    private @Nullable HttpResponse tickled;
    private @Nullable Seen seen;

    /** What was found when the session was looked at. */
    private record Seen(String account, Secret session, Instant accessed, Instant after) {}

    /**
     * Makes a probe.
     *
     * @param settings which account
     * @param stream where the stream is
     * @param surroundings what a broker needs of the process
     * @param clients the process's
     * @param waiter lets time pass until prices come
     * @param share whose book is looked at
     */
    public IbkrProbe(
            IbkrSettings settings,
            URI stream,
            IbkrBroker.Surroundings surroundings,
            HttpClients clients,
            Waiter waiter,
            InstrumentId share) {
        this.settings = settings;
        this.stream = stream;
        this.surroundings = surroundings;
        this.visit = new VenueVisit(clients);
        this.waiter = waiter;
        this.requests = new IbkrRequests(settings.api());
        this.share = share;
    }

    private <T extends IbkrMessage> T ask(Class<T> wanted, IbkrKind kind, HttpRequest request) {
        IbkrMessage said = kind.read(visit.body(request), surroundings.symbology());
        Require.that(
                wanted.isInstance(said),
                said instanceof IbkrMessage.Refused(String error) ? "the venue says " + error : kind + " is not told");
        return wanted.cast(said);
    }

    private <T extends IbkrMessage> T get(Class<T> wanted, IbkrKind kind, String path, Map<String, String> query) {
        return ask(wanted, kind, requests.get(path, query));
    }

    private Seen seen() {
        return Require.present(seen, "there is no session with the brokerage");
    }

    @Override
    public String reachable() {
        before = surroundings.clock().instant();
        HttpResponse answer = visit.ask(requests.post("tickle", new Fields()));
        Require.that(
                answer.status() == 200 || answer.status() == 401,
                "the gateway must answer with status 200 or 401, was " + answer.status());
        tickled = answer;
        return "the gateway answers";
    }

    @Override
    public String authenticated() {
        HttpResponse answer = Require.present(tickled, "the gateway must have answered");
        Require.that(answer.status() == 200, "somebody must be signed in at the gateway, nobody is");
        IbkrMessage said = IbkrKind.TICKLE.read(answer.body(), surroundings.symbology());
        Require.that(
                said instanceof IbkrMessage.Status status && status.authenticated() && !status.competing(),
                "the gateway must be in the session with the brokerage, "
                        + (said instanceof IbkrMessage.Status status && status.competing()
                                ? "another program of the user is"
                                : "is not"));
        IbkrMessage.SignedIn user = get(IbkrMessage.SignedIn.class, IbkrKind.VALIDATE, "sso/validate", Map.of());
        Instant after = surroundings.clock().instant();
        String account = settings.choose(accounts());
        Secret session =
                Require.present(((IbkrMessage.Status) said).session(), "the gateway must name its session, does not");
        seen = new Seen(account, session, user.accessed(), after);
        return "user '" + user.user() + "', account " + account;
    }

    private IbkrMessage.Accounts accounts() {
        return get(IbkrMessage.Accounts.class, IbkrKind.ACCOUNTS, "iserver/accounts", Map.of());
    }

    @Override
    public String account() {
        String account = seen().account();
        IbkrMessage.Accounts all = get(IbkrMessage.Accounts.class, IbkrKind.PORTFOLIOS, "portfolio/accounts", Map.of());
        Require.that(
                all.numbers().contains(account), "account " + account + " must be one that may be looked at, is not");
        String path = "portfolio/" + account + "/";
        String cash = VenueVisit.amounts(get(IbkrMessage.Balances.class, IbkrKind.LEDGER, path + "ledger", Map.of())
                .amounts());
        int held = get(IbkrMessage.Positions.class, IbkrKind.POSITIONS, path + "positions/0", Map.of())
                .quantities()
                .size();
        return cash + ", positions in " + held + " shares on the first page";
    }

    @Override
    public String book() {
        IbkrRows rows = new IbkrRows(surroundings.symbology().dialect("IBKR"));
        List<Long> found = IbkrContracts.those(
                get(IbkrMessage.Listings.class, IbkrKind.STOCKS, "trsrv/stocks", Map.of("symbols", rows.symbol(share)))
                        .listings(),
                rows.symbol(share),
                IbkrRows.exchange(share));
        Require.that(found.size() == 1, "the venue must have one contract on " + share + ", has " + found);
        if (seen == null) {
            accounts(); // Nothing is told of a market before.
        }
        HttpRequest prices = requests.get(
                "iserver/marketdata/snapshot",
                Map.of("conids", found.getFirst().toString(), "fields", BID + "," + ASK));
        for (int i = 0; i < TRIES; i++) {
            List<JsonNode> told =
                    JsonNode.read(visit.body(prices), IbkrKind.LONGEST).elements();
            if (told.size() == 1
                    && told.getFirst().find(BID).isPresent()
                    && told.getFirst().find(ASK).isPresent()) {
                Decimal bid = told.getFirst().get(BID).decimal();
                return VenueVisit.book(share, bid, told.getFirst().get(ASK).decimal());
            }
            await();
        }
        throw new IllegalArgumentException("prices of " + share + " must come, do not");
    }

    private void await() {
        try {
            waiter.await(AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("interrupted while prices were waited for", e);
        }
    }

    @Override
    public String skew() {
        Seen looked = seen();
        return VenueVisit.skew(before, looked.accessed(), looked.accessed(), looked.after());
    }

    @Override
    public String stream() {
        Secret session = seen().session();
        return visit.stream(stream, settings.patience(), new VenueVisit.Talk() {
            @Override
            public void opened(Consumer<String> send) {
                send.accept(new Fields().text("session", session.reveal()).toString());
            }

            @Override
            public void heard(String text, Consumer<String> send, Consumer<String> found) {
                IbkrMessage message = IbkrKind.WS.read(text.getBytes(StandardCharsets.UTF_8), surroundings.symbology());
                switch (message) {
                    case IbkrMessage.Status status ->
                        Require.that(status.authenticated(), "the stream must know the session, does not");
                    case IbkrMessage.Refused(String error) ->
                        throw new IllegalArgumentException("the venue says " + error);
                    case IbkrMessage.Told(String what) when what.equals("system") -> send.accept("tic");
                    case IbkrMessage.Told(String what) when what.equals("tic") -> found.accept("up, it answers");
                    default -> {}
                }
            }
        });
    }
}
