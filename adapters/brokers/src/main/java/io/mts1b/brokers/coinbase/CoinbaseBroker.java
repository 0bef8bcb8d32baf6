package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.ReportsBalances;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.coinbase.CoinbaseMessage.Part;
import io.mts1b.brokers.wire.OrderNames;
import io.mts1b.brokers.wire.RequestLimit;
import io.mts1b.brokers.wire.RestCommands;
import io.mts1b.brokers.wire.RestQuestions;
import io.mts1b.brokers.wire.VenueLine;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.ratelimit.RateLimiter;
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
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Coinbase Advanced's spot market: commands and questions over REST, news over the channel {@code user} of the stream.
 *
 * <p>A machine that is told what happens by its {@link VenueLink} and decides nothing. The line is up from the first snapshot
 * of the stream until it is lost, or a message of it is missing: then it is opened anew, and whoever listens compares
 * everything. The stream tells how much of an order has traded in all; the fills are asked for, and told as they are found.
 *
 * <p>A command cannot be taken any more when its token has ended, two minutes after it was signed. It does not report
 * positions: what a spot account holds are balances, and one of bitcoin is of no one pair.
 *
 * <p>Confined to the thread of its link.
 */
public final class CoinbaseBroker
        implements SubmitsOrders,
                CancelsOrders,
                ReplacesOrders,
                FindsOrders,
                ListsOpenOrders,
                ListsFills,
                ReportsBalances,
                VenueLink.User {

    private static final Duration PENALTY = Duration.ofSeconds(1);

    private final CoinbaseSettings settings;
    private final Surroundings surroundings;
    private final VenueLink link;
    private final VenueLine line;
    private final OrderNames names = new OrderNames();
    private final CoinbaseRequests requests;
    private final CoinbaseCommands commands;
    private final RestQuestions<CoinbaseMessage> questions;
    private final RestCommands sender;
    private final CoinbaseInquiries inquiries;
    private final MissingFills fills;

    /**
     * What a broker needs of the process it runs in.
     *
     * @param signer of the key
     * @param symbology what instruments are called
     * @param clock the time
     * @param random makes each token another
     * @param limit of requests, as Coinbase counts them
     */
    public record Surroundings(
            CoinbaseSigner signer,
            Symbology symbology,
            InstantSource clock,
            RandomGenerator random,
            RateLimiter limit) {}

    /**
     * Makes a broker, which does nothing until it is opened.
     *
     * @param settings which account
     * @param surroundings what it needs of the process
     * @param link what it needs of the world
     * @param listener who is told what happens
     */
    public CoinbaseBroker(
            CoinbaseSettings settings, Surroundings surroundings, VenueLink link, VenueListener listener) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.surroundings = Objects.requireNonNull(surroundings, "surroundings");
        this.link = Objects.requireNonNull(link, "link");
        this.line = new VenueLine(link, surroundings.clock(), Objects.requireNonNull(listener, "listener"));
        this.requests = new CoinbaseRequests(
                settings.api(), surroundings.signer(), surroundings.clock(), surroundings.random());
        this.commands =
                new CoinbaseCommands(new CoinbaseRows(surroundings.symbology().dialect("COINBASE")));
        RequestLimit limit = new RequestLimit(surroundings.limit(), PENALTY, surroundings.clock());
        this.questions = new RestQuestions<>(link, limit);
        this.sender = new RestCommands(line, link, limit);
        this.inquiries = new CoinbaseInquiries(questions, requests, surroundings, names, listener);
        this.fills = new MissingFills(inquiries, names, link, surroundings.clock(), listener);
    }

    @Override
    public BrokerId broker() {
        return settings.broker();
    }

    @Override
    public void open() {
        link.open();
    }

    /** The key is looked at each time, for it may be allowed more meanwhile. */
    @Override
    public void opened() {
        long opened = line.opened();
        line.enter(opened, () -> look(opened));
    }

    private void look(long opened) {
        RestQuestions.Question<CoinbaseMessage> question = RestQuestions.Question.of(
                "key-permissions",
                () -> requests.get("key_permissions", Map.of()),
                body -> CoinbaseKind.KEY_PERMISSIONS.read(body, surroundings.symbology()));
        questions.ask(question, new RestQuestions.Listener<>() {
            @Override
            public void said(CoinbaseMessage message) {
                if (line.isCurrent(opened)) {
                    begin(opened, message);
                }
            }

            @Override
            public void silent(String reason) {
                if (line.isCurrent(opened)) {
                    line.notAnswered(reason);
                }
            }
        });
    }

    private void begin(long opened, CoinbaseMessage message) {
        if (!(message instanceof CoinbaseMessage.KeyInfo key)) {
            line.notLetIn(
                    message instanceof CoinbaseMessage.Refused(List<String> errors)
                            ? String.join(", ", errors)
                            : "not an answer");
            return;
        }
        try {
            settings.check(key);
        } catch (IllegalArgumentException e) {
            line.refuse(String.valueOf(e.getMessage()));
            return;
        }
        // Without a sign of life a silent stream would be closed by the venue.
        if (link.send(requests.subscription("heartbeats")) && link.send(requests.subscription("user"))) {
            line.mustComeUp(opened, settings.patience());
        } else {
            link.reset();
        }
    }

    @Override
    public void lost(String reason) {
        fills.forget();
        line.lost(reason);
    }

    @Override
    public void heard(String frame) {
        CoinbaseMessage message;
        try {
            message = CoinbaseKind.WS.read(frame.getBytes(StandardCharsets.UTF_8), surroundings.symbology());
        } catch (JsonException e) {
            line.unreadable(String.valueOf(e.getMessage()));
            return;
        }
        switch (message) {
            case CoinbaseMessage.News news -> news(news);
            case CoinbaseMessage.Alive alive -> line.isNext(alive.sequence());
            // The reader knows one other message of the stream, by which it refuses what we asked of it.
            default -> line.giveUp("the stream refuses: " + message);
        }
    }

    private void news(CoinbaseMessage.News news) {
        if (news.snapshot() && !line.isUp()) {
            line.countFrom(news.sequence());
            news.orders().forEach(order -> names.learn(order.name()));
            line.comesUp();
        } else if (line.isNext(news.sequence())) {
            news.orders().forEach(order -> names.learn(order.name()));
            if (!news.snapshot()) {
                news.orders().forEach(this::stands);
            }
        }
    }

    private void stands(VenueOrder order) {
        OrderName name = names.named(order.name());
        switch (order.standing()) {
            case WORKING -> accepted(order.name());
            case FILLED -> {} // Its fills say so.
            case CANCELED -> {
                if (names.ends(order.name())) {
                    tell(new OrderReport.Canceled(name, now(), order.filled(), "canceled at the venue"));
                }
            }
            case EXPIRED -> {
                if (names.ends(order.name())) {
                    tell(new OrderReport.Expired(name, now(), order.filled()));
                }
            }
            case REJECTED -> {
                if (names.ends(order.name())) {
                    tell(new OrderReport.Rejected(name, now(), "the venue says FAILED"));
                }
            }
        }
        fills.hear(order);
    }

    private void accepted(OrderName name) {
        if (names.accepts(name)) {
            tell(new OrderReport.Accepted(names.named(name), now()));
        }
    }

    @Override
    public void submit(ApprovedOrder approved) {
        Order order = approved.order();
        Require.that(
                order.broker().equals(settings.broker()),
                "order must be for " + settings.broker() + ", was for " + order.broker());
        OrderName name = OrderName.of(ClientOrderId.of(order.orderId(), 0));
        post(name, CoinbaseKind.CREATE_ORDER, "orders", () -> commands.create(order), new RestCommands.Outcome<>() {
            @Override
            public void done(Part part) {
                OrderName both = new OrderName(
                        name.ours(),
                        Objects.requireNonNull(part.order(), "made").venues());
                names.learn(both);
                accepted(both);
            }

            @Override
            public void refused(String reason) {
                tell(new OrderReport.Rejected(name, now(), reason));
            }
        });
    }

    @Override
    public void cancel(SentOrder order) {
        RestCommands.Outcome<Part> outcome = new RestCommands.Outcome<>() {
            @Override
            public void done(Part part) {
                // Only asked for; the stream tells when it is off the book, and what had traded.
            }

            @Override
            public void refused(String reason) {
                if (!reason.startsWith("DUPLICATE_CANCEL_REQUEST")) { // The first one is on its way.
                    tell(new OrderReport.CancelRejected(order.names(), now(), reason));
                }
            }
        };
        identified(
                order,
                outcome,
                id -> post(
                        order.names(),
                        CoinbaseKind.CANCEL_ORDERS,
                        "orders/batch_cancel",
                        () -> CoinbaseCommands.cancel(id),
                        outcome));
    }

    @Override
    public void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
        RestCommands.Outcome<Part> outcome = new RestCommands.Outcome<>() {
            @Override
            public void done(Part part) {
                String submitted = CoinbaseCommands.name(order);
                names.rename(submitted, name.value());
                OrderName as = new OrderName(name.value(), inquiries.id(order).orElse(null));
                tell(new OrderReport.Replaced(as, now(), quantity, type));
            }

            @Override
            public void refused(String reason) {
                OrderName as = new OrderName(name.value(), order.state().venueOrderId());
                tell(new OrderReport.ReplaceRejected(as, now(), reason));
            }
        };
        identified(
                order,
                outcome,
                id -> post(
                        order.names(),
                        CoinbaseKind.EDIT_ORDER,
                        "orders/edit",
                        () -> CoinbaseCommands.edit(id, order, quantity, type),
                        outcome));
    }

    /** Commands name an order by the venue's name, which a process that was started again may have to ask for. */
    private void identified(SentOrder order, RestCommands.Outcome<Part> outcome, Consumer<String> command) {
        Optional<String> id = inquiries.id(order);
        if (!line.isUp()) {
            outcome.refused("not sent: " + RestCommands.DOWN);
        } else if (id.isPresent()) {
            command.accept(id.get());
        } else {
            inquiries.lookUp(
                    order,
                    found -> found.map(one -> one.name().venues())
                            .ifPresentOrElse(command, () -> outcome.refused("the venue knows no such order")),
                    reason -> outcome.refused(VenueMessage.reason("not sent: " + reason)));
        }
    }

    private void post(
            OrderName name, CoinbaseKind kind, String path, Supplier<String> body, RestCommands.Outcome<Part> outcome) {
        sender.send(
                name,
                () -> requests.post(path, body.get()),
                (status, answer) -> CoinbaseVerdict.of(kind.read(answer, surroundings.symbology()), status),
                outcome);
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
    public void listBalances(long request) {
        inquiries.listBalances(request);
    }

    private Instant now() {
        return line.now();
    }

    private void tell(VenueMessage message) {
        line.tell(message);
    }
}
