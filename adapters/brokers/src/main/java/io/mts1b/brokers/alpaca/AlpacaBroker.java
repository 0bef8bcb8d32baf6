package io.mts1b.brokers.alpaca;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.ReportsBalances;
import io.mts1b.brokers.ReportsPositions;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.wire.OrderNames;
import io.mts1b.brokers.wire.RequestLimit;
import io.mts1b.brokers.wire.RestCommands;
import io.mts1b.brokers.wire.RestQuestions;
import io.mts1b.brokers.wire.VenueLine;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.brokers.wire.Verdict;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.ratelimit.RateLimiter;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.symbology.Symbology;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Alpaca: shares and crypto assets; commands and questions over REST, news over the stream {@code trade_updates}.
 *
 * <p>A machine that is told what happens by its {@link VenueLink} and decides nothing. The line is up from the moment the
 * stream says that it tells of orders until it is lost. The stream has no numbers and tells nothing again: whoever listens
 * compares everything whenever the line comes up.
 *
 * <p>A replacement is another order at Alpaca, with names of its own, and the old one stands as replaced. That it was done is
 * the stream's word, not the answer's. One order of ours is told with the names of the last, whichever it is asked by.
 *
 * <p>Confined to the thread of its link.
 */
public final class AlpacaBroker
        implements SubmitsOrders,
                CancelsOrders,
                ReplacesOrders,
                FindsOrders,
                ListsOpenOrders,
                ListsFills,
                ReportsPositions,
                ReportsBalances,
                VenueLink.User {

    private static final Duration PENALTY = Duration.ofSeconds(1);
    private static final String STREAM = "trade_updates";
    private static final String TAKEN_BEFORE = "client_order_id must be unique";

    private final AlpacaSettings settings;
    private final Symbology symbology;
    private final VenueLink link;
    private final VenueLine line;
    private final OrderNames names = new OrderNames();
    private final AlpacaChains chains = new AlpacaChains();
    private final AlpacaRequests requests;
    private final AlpacaCommands commands;
    private final AlpacaInquiries inquiries;
    private final AlpacaNews news;
    private final RestCommands sender;

    /**
     * What a broker needs of the process it runs in.
     *
     * @param secret the private half of the key
     * @param symbology what instruments are called
     * @param clock the time
     * @param limit of requests, as Alpaca counts them
     */
    public record Surroundings(Secret secret, Symbology symbology, InstantSource clock, RateLimiter limit) {}

    /**
     * Makes a broker, which does nothing until it is opened.
     *
     * @param settings which account
     * @param surroundings what it needs of the process
     * @param link what it needs of the world
     * @param listener who is told what happens
     */
    public AlpacaBroker(AlpacaSettings settings, Surroundings surroundings, VenueLink link, VenueListener listener) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.symbology = surroundings.symbology();
        this.link = Objects.requireNonNull(link, "link");
        this.line = new VenueLine(link, surroundings.clock(), Objects.requireNonNull(listener, "listener"));
        this.requests = new AlpacaRequests(settings, surroundings.secret());
        this.commands = new AlpacaCommands(new AlpacaSymbols(symbology));
        RequestLimit limit = new RequestLimit(surroundings.limit(), PENALTY, surroundings.clock());
        this.sender = new RestCommands(line, link, limit);
        RestQuestions<AlpacaMessage> questions = new RestQuestions<>(link, limit);
        this.inquiries =
                new AlpacaInquiries(new AlpacaInquiries.Parts(questions, requests, names, chains), symbology, line);
        this.news = new AlpacaNews(names, chains, line);
    }

    @Override
    public BrokerId broker() {
        return settings.broker();
    }

    @Override
    public void open() {
        link.open();
    }

    /** The account is looked at each time, for it may let funds out meanwhile. */
    @Override
    public void opened() {
        long opened = line.opened();
        line.enter(opened, () -> look(opened));
    }

    private void look(long opened) {
        inquiries.ask(
                AlpacaKind.ACCOUNT,
                "v2/account",
                Map.of(),
                said -> {
                    if (line.isCurrent(opened)) {
                        begin(opened, said);
                    }
                },
                reason -> {
                    if (line.isCurrent(opened)) {
                        line.notAnswered(reason);
                    }
                });
    }

    private void begin(long opened, AlpacaMessage said) {
        if (!(said instanceof AlpacaMessage.Account account)) {
            line.notLetIn(said instanceof AlpacaMessage.Refused(String error) ? error : "not an answer");
            return;
        }
        try {
            settings.check(account);
        } catch (IllegalArgumentException e) {
            line.refuse(String.valueOf(e.getMessage()));
            return;
        }
        if (link.send(requests.authentication())) {
            line.mustComeUp(opened, settings.patience());
        } else {
            link.reset();
        }
    }

    @Override
    public void lost(String reason) {
        news.forget();
        line.lost(reason);
    }

    @Override
    public void heard(String frame) {
        AlpacaMessage message;
        try {
            message = AlpacaKind.WS.read(frame.getBytes(StandardCharsets.UTF_8), symbology);
        } catch (JsonException e) {
            line.unreadable(String.valueOf(e.getMessage()));
            return;
        }
        switch (message) {
            case AlpacaMessage.Authorization(boolean good) -> {
                if (!good) {
                    line.refuses("the stream does not know the key");
                } else if (!link.send(AlpacaRequests.subscription())) {
                    line.giveUp("the stream takes no message");
                }
            }
            case AlpacaMessage.Listening(List<String> streams) -> {
                if (streams.contains(STREAM)) {
                    line.comesUp();
                } else {
                    line.refuses("the stream does not tell of orders");
                }
            }
            case AlpacaMessage.News told -> {
                if (line.isUp()) {
                    news.hear(told);
                }
            }
            // The reader knows one other message of the stream, by which it refuses what we asked of it.
            default -> line.refuses("the stream refuses: " + message);
        }
    }

    @Override
    public void submit(ApprovedOrder approved) {
        Order order = approved.order();
        Require.that(
                order.broker().equals(settings.broker()),
                "order must be for " + settings.broker() + ", was for " + order.broker());
        ClientOrderId ours = ClientOrderId.of(order.orderId(), 0);
        OrderName name = OrderName.of(ours);
        RestCommands.Outcome<AlpacaOrder> outcome = new RestCommands.Outcome<>() {
            @Override
            public void done(AlpacaOrder made) {
                news.accepted(made, line.now());
            }

            @Override
            public void refused(String reason) {
                if (reason.contains(TAKEN_BEFORE)) {
                    takenBefore(ours);
                } else {
                    line.tell(new OrderReport.Rejected(name, line.now(), reason));
                }
            }
        };
        sender.send(
                name,
                () -> requests.post("v2/orders", commands.create(order)),
                (status, body) -> order(status, body, ours),
                outcome);
    }

    /** Asking twice does no more than asking once: what was taken under that name is the order. */
    private void takenBefore(ClientOrderId name) {
        Consumer<String> doubt = reason ->
                line.tell(new OrderReport.Unanswered(OrderName.of(name), line.now(), VenueMessage.reason(reason)));
        inquiries.lookUp(
                name,
                found -> found.ifPresentOrElse(
                        order -> news.accepted(order, line.now()), () -> doubt.accept("taken before, and not found")),
                doubt);
    }

    /** Reads the order that a command has made. */
    private Verdict<AlpacaOrder> order(int status, byte[] body, ClientOrderId name) {
        AlpacaMessage said = AlpacaKind.ORDER.read(body, symbology);
        if (said instanceof AlpacaMessage.Orders(List<AlpacaOrder> orders) && status / 100 == 2) {
            AlpacaOrder made = orders.getFirst();
            return name.value().equals(made.order().name().ours())
                    ? new Verdict.Done<>(made)
                    : new Verdict.Doubt<>("the venue tells of another order than " + name);
        }
        return Verdict.refusedOrDoubt(
                status, said instanceof AlpacaMessage.Refused(String error) ? error : "not an answer");
    }

    @Override
    public void cancel(SentOrder order) {
        RestCommands.Outcome<String> outcome = new RestCommands.Outcome<>() {
            @Override
            public void done(String said) {
                // Only asked for; the stream tells when it is off the book, and what had traded.
            }

            @Override
            public void refused(String reason) {
                line.tell(new OrderReport.CancelRejected(order.names(), line.now(), reason));
            }
        };
        identified(
                order,
                outcome::refused,
                id -> sender.send(order.names(), () -> requests.delete("v2/orders/" + id), this::canceling, outcome));
    }

    private Verdict<String> canceling(int status, byte[] body) {
        if (status / 100 == 2) {
            return new Verdict.Done<>("");
        }
        AlpacaMessage said = AlpacaKind.ORDER.read(body, symbology);
        return Verdict.refusedOrDoubt(
                status, said instanceof AlpacaMessage.Refused(String error) ? error : "not an answer");
    }

    @Override
    public void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
        Consumer<String> refused = reason -> line.tell(new OrderReport.ReplaceRejected(
                new OrderName(name.value(), order.state().venueOrderId()), line.now(), reason));
        identified(order, refused, id -> replace(order, id, new AlpacaNews.Replacement(name, quantity, type), refused));
    }

    private void replace(SentOrder order, String id, AlpacaNews.Replacement replacement, Consumer<String> refused) {
        Function<String, HttpRequest> request = body -> requests.patch("v2/orders/" + id, body);
        RestCommands.Outcome<AlpacaOrder> outcome = new RestCommands.Outcome<>() {
            @Override
            public void done(AlpacaOrder made) {
                news.learn(made); // Only asked for; the stream tells when it stands.
            }

            @Override
            public void refused(String reason) {
                news.expectNoMore(id, replacement);
                refused.accept(reason);
            }
        };
        sender.send(
                order.names(),
                () -> {
                    Quantity traded = traded(order, id);
                    HttpRequest made = request.apply(AlpacaCommands.replace(
                            order, replacement.name(), replacement.quantity(), replacement.type(), traded));
                    news.expect(id, replacement);
                    return made;
                },
                (status, body) -> order(status, body, replacement.name()),
                outcome);
    }

    private Quantity traded(SentOrder order, String id) {
        Quantity told = order.state().filled();
        @Nullable String ours = names.submitted(new OrderName(null, id));
        Quantity known = ours == null ? Quantity.ZERO : names.filled(ours);
        return known.compareTo(told) > 0 ? known : told;
    }

    /** Commands name an order by the venue's name, which a process that was started again may have to ask for. */
    private void identified(SentOrder order, Consumer<String> refused, Consumer<String> command) {
        Optional<String> id = Optional.ofNullable(names.venues(order.name().value()))
                .or(() -> Optional.ofNullable(order.state().venueOrderId()))
                .map(chains::last);
        if (!line.isUp()) {
            refused.accept("not sent: " + RestCommands.DOWN);
        } else if (id.isPresent()) {
            command.accept(id.get());
        } else {
            inquiries.lookUp(
                    order.name(),
                    found -> found.map(AlpacaOrder::id)
                            .ifPresentOrElse(command, () -> refused.accept("the venue knows no such order")),
                    reason -> refused.accept(VenueMessage.reason("not sent: " + reason)));
        }
    }

    @Override
    public void find(long request, SentOrder order) {
        inquiries.find(request, order);
    }

    @Override
    public void listOpenOrders(long request) {
        inquiries.listOpenOrders(request);
    }

    @Override
    public void listFills(long request, Instant from) {
        inquiries.listFills(request, from);
    }

    @Override
    public void listPositions(long request) {
        inquiries.listPositions(request);
    }

    @Override
    public void listBalances(long request) {
        inquiries.listBalances(request);
    }
}
