package io.mts1b.brokers.ibkr.local;

import io.mts1b.brokers.ibkr.IbkrWarning;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.Require;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.ratelimit.RateLimiter;
import io.mts1b.platform.symbology.Symbology;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gateway of Interactive Brokers on a {@link LocalMarket} of shares for dollars. It wants a session with the brokerage, which ends when {@link #endSession} says so, wants
 * accounts asked for before anything else of them, asks before orders, and counts requests. While there is no session the market
 * goes on, and nothing is told of it. Confined to the thread of the market.
 */
public final class IbkrVenue implements LocalVenue {

    /** Where the stream is. */
    public static final String STREAM = "/v1/api/ws";

    private static final String PREFIX = "/v1/api/";
    private static final int LONGEST = 1 << 16;
    private static final String PORTFOLIO = "portfolio/";
    private static final String BROKERAGE = "iserver/";

    private final Account account;
    private final InstantSource clock;
    private final IbkrGate gate;
    private final IbkrRest rest;
    private final IbkrOrders orders;
    private final IbkrNews news;
    private boolean accountsAsked;
    private boolean portfoliosAsked;

    /**
     * The account.
     *
     * @param number its number, such as {@code DU1234567}
     * @param paper whether it says that it is on paper
     * @param asks the warnings that are asked about, as far as they are served: no market data, for any order; risks of market
     *     orders; kinds of stop orders; limits more than 3 % from the best bid
     * @param requests how many may be asked
     * @param remembers how far back fills are told, at most seven days
     */
    public record Account(
            String number, boolean paper, Set<IbkrWarning> asks, RateLimiter requests, Duration remembers) {

        /** Validates, and copies. */
        public Account {
            Require.token("number", number, 20);
            EnumSet<IbkrWarning> copy = EnumSet.noneOf(IbkrWarning.class);
            copy.addAll(asks);
            asks = Collections.unmodifiableSet(copy);
        }
    }

    /**
     * Makes a gateway at which somebody has signed in, and which is in the session.
     *
     * @param market what it tells of; its listener from now on is this venue
     * @param account whose
     * @param symbology what instruments are called
     * @param clock the time
     */
    public IbkrVenue(LocalMarket market, Account account, Symbology symbology, InstantSource clock) {
        IbkrWords words = new IbkrWords(market, symbology, account.number());
        this.account = account;
        this.clock = clock;
        this.gate = new IbkrGate(account.paper());
        this.rest = new IbkrRest(market, account, words, clock);
        this.orders = new IbkrOrders(market, words, account.asks());
        this.news = new IbkrNews(market, words, gate, clock);
    }

    /** The session with the brokerage ends, as it does each night. */
    public void endSession() {
        gate.end();
        news.status();
    }

    /**
     * Another program of the same user takes the session, or gives it back.
     *
     * @param other whether it has it
     */
    public void compete(boolean other) {
        gate.compete(other);
        news.status();
    }

    /**
     * A person signs in at the gateway, or out.
     *
     * @param person whether somebody is signed in now
     */
    public void sign(boolean person) {
        gate.sign(person);
        news.status();
    }

    /** Tells who listens that the gateway is alive; the real one does so every ten seconds. */
    public void beat() {
        news.beat();
    }

    @Override
    public void request(Request request, Asker asker) {
        String path = request.path();
        try {
            if (!path.startsWith(PREFIX)) {
                asker.hear(IbkrRest.unknown());
            } else if (!gate.isSignedIn()) {
                asker.hear(new Reply(401, "text/plain", "Access Denied"));
            } else if (account.requests().tryAcquire(1) instanceof RateLimiter.Grant.Denied) {
                asker.hear(busy());
            } else {
                answer(request, path.substring(PREFIX.length()), asker);
            }
        } catch (JsonException | IllegalArgumentException | ArithmeticException e) {
            asker.hear(IbkrRest.error(400, String.valueOf(e.getMessage())));
        }
    }

    private void answer(Request request, String path, Asker asker) {
        if (path.startsWith(BROKERAGE)) {
            brokerage(request, path.substring(BROKERAGE.length()), asker);
        } else if (path.startsWith(PORTFOLIO)) {
            asker.hear(portfolio(path.substring(PORTFOLIO.length())));
        } else {
            asker.hear(
                    switch (path) {
                        case "tickle" -> tickle();
                        case "sso/validate" -> validated();
                        case "trsrv/stocks" -> rest.stocks(query(request));
                        default -> IbkrRest.unknown();
                    });
        }
    }

    private static Map<String, String> query(Request request) {
        int mark = request.target().indexOf('?');
        return Request.form(mark < 0 ? "" : request.target().substring(mark + 1));
    }

    private Fields status() {
        return new Fields()
                .plain("authenticated", gate.isIn())
                .plain("competing", gate.competing())
                .plain("connected", true)
                .text("message", "")
                .text("MAC", "00:00:00:00:00:00");
    }

    private Reply tickle() {
        return IbkrRest.json(new Fields()
                .text("session", gate.session())
                .plain("ssoExpires", 600_000)
                .plain("collission", gate.competing())
                .plain("userId", 1)
                .object("iserver", new Fields().object("authStatus", status())));
    }

    private Reply validated() {
        return IbkrRest.json(new Fields()
                .plain("USER_ID", 1)
                .text("USER_NAME", "local")
                .plain("RESULT", true)
                .plain("EXPIRES", 600_000)
                .plain("lastAccessed", clock.instant().toEpochMilli()));
    }

    /** Whatever is not about the session itself wants one. */
    private void brokerage(Request request, String path, Asker asker) {
        switch (path) {
            case "auth/status" -> asker.hear(IbkrRest.json(status()));
            case "reauthenticate" -> {
                asker.hear(IbkrRest.json(new Fields().text("message", "triggered")));
                begin();
            }
            default -> {
                if (!gate.isIn()) {
                    asker.hear(IbkrRest.error(503, "Service Unavailable"));
                } else if (path.equals("accounts")) {
                    accountsAsked = true;
                    asker.hear(accounts());
                } else if (path.startsWith("account") && !accountsAsked) {
                    asker.hear(IbkrRest.error(400, "Please query /accounts first"));
                } else {
                    served(request, path, asker);
                }
            }
        }
    }

    private void begin() {
        long before = gate.sessions();
        gate.begin();
        if (gate.sessions() > before) {
            accountsAsked = false;
            rest.begin();
            news.status();
        }
    }

    private Reply accounts() {
        return IbkrRest.json(new Fields()
                .array("accounts", List.of(Fields.quoted(account.number())))
                .text("selectedAccount", account.number())
                .plain("isFT", false)
                .plain("isPaper", gate.paper()));
    }

    private void served(Request request, String path, Asker asker) {
        String own = "account/" + account.number() + "/order";
        if (request.method().equals("GET")) {
            asker.hear(rest.brokerage(path, query(request)));
        } else if (path.equals(own + "s")) {
            orders.place(body(request), asker);
        } else if (path.startsWith("reply/")) {
            orders.reply(path.substring(6), body(request), asker);
        } else if (!path.startsWith(own + "/")) {
            asker.hear(IbkrRest.unknown());
        } else if (request.method().equals("DELETE")) {
            orders.cancel(account.number(), path.substring(own.length() + 1), asker);
        } else {
            orders.change(path.substring(own.length() + 1), body(request), asker);
        }
    }

    private static JsonNode body(Request request) {
        return JsonNode.read(request.body().getBytes(StandardCharsets.UTF_8), LONGEST);
    }

    private Reply portfolio(String path) {
        if (path.equals("accounts")) {
            portfoliosAsked = true;
            return Reply.json("["
                    + new Fields()
                            .text("id", account.number())
                            .text("accountId", account.number())
                            .text("currency", "USD")
                    + "]");
        }
        String own = account.number() + "/";
        if (!portfoliosAsked) {
            return IbkrRest.error(400, "Please query /portfolio/accounts first");
        }
        return path.startsWith(own) ? rest.portfolio(path.substring(own.length())) : IbkrRest.unknown();
    }

    @Override
    public Reply busy() {
        return IbkrRest.error(429, "Too Many Requests");
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
