package io.mts1b.brokers.ibkr;

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
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.ibkr.IbkrMessage.Placed;
import io.mts1b.brokers.wire.OrderNames;
import io.mts1b.brokers.wire.RequestLimit;
import io.mts1b.brokers.wire.RestCommands;
import io.mts1b.brokers.wire.VenueLine;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import io.mts1b.platform.ratelimit.RateLimiter;
import io.mts1b.platform.symbology.Symbology;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Shares listed in the United States at Interactive Brokers, over the gateway of its Client Portal: commands and questions over
 * REST, news over the topics {@code sor} and {@code str} of the stream.
 *
 * <p>A machine that is told what happens by its {@link VenueLink} and decides nothing. The line is up when the session with the
 * brokerage is, and the stream has answered after orders and trades were subscribed to; it is down when either is lost, and what
 * then still comes of fills is told. The messages of the stream are not numbered: what an order has traded by one topic and
 * not by the other is asked for, what both have lost is found by who compares everything.
 *
 * <p>Confined to the thread of its link.
 */
public final class IbkrBroker
        implements SubmitsOrders,
                CancelsOrders,
                ReplacesOrders,
                FindsOrders,
                ListsOpenOrders,
                ListsFills,
                ReportsPositions,
                ReportsBalances,
                VenueLink.User {

    private static final int KEPT = 100_000;

    private final IbkrSettings settings;
    private final Surroundings surroundings;
    private final VenueLink link;
    private final VenueLine line;
    private final OrderNames names = new OrderNames();
    private final IbkrRequests requests;
    private final IbkrContracts contracts;
    private final IbkrDialogue dialogue;
    private final IbkrInquiries inquiries;
    private final IbkrLine session;
    private final LateFills fills;

    /** What the venue calls orders that others have sent. */
    private final Set<String> foreign = new LinkedHashSet<>();

    /**
     * How many requests the gateway takes of each kind.
     *
     * @param all but the following
     * @param orders lists of orders
     * @param trades lists of trades
     * @param penalty how long the gateway is left alone, for whatever it is asked, when it says that there were too many
     */
    public record Pacing(RateLimiter all, RateLimiter orders, RateLimiter trades, Duration penalty) {

        /**
         * Less than Interactive Brokers documents, for requests arrive closer than they are sent: it takes ten a second in all,
         * and of each list one in five seconds. An address that asks more it does not answer for ten minutes, and one that does
         * so again perhaps never.
         *
         * @param clock the time
         * @return limits that keep to it
         */
        public static Pacing documented(InstantSource clock) {
            RateLimit slow = new RateLimit(1, Duration.ofSeconds(5));
            return new Pacing(
                    new LocalRateLimiter(List.of(new RateLimit(7, Duration.ofSeconds(1))), clock),
                    new LocalRateLimiter(List.of(slow), clock),
                    new LocalRateLimiter(List.of(slow), clock),
                    Duration.ofMinutes(10));
        }

        /** The limit of one kind; one too many of it stops all kinds, for the venue stops the address. */
        RequestLimit limit(RateLimiter kind, InstantSource clock) {
            return new RequestLimit(kind, List.of(all, orders, trades), penalty, clock);
        }
    }

    /**
     * What a broker needs of the process it runs in.
     *
     * @param symbology what instruments are called
     * @param clock the time
     * @param pacing of requests, as the gateway counts them
     */
    public record Surroundings(Symbology symbology, InstantSource clock, Pacing pacing) {}

    /**
     * Makes a broker, which does nothing until it is opened.
     *
     * @param settings which account
     * @param surroundings what it needs of the process
     * @param link what it needs of the world
     * @param listener who is told what happens
     */
    public IbkrBroker(IbkrSettings settings, Surroundings surroundings, VenueLink link, VenueListener listener) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.surroundings = Objects.requireNonNull(surroundings, "surroundings");
        this.link = Objects.requireNonNull(link, "link");
        this.line = new VenueLine(link, surroundings.clock(), Objects.requireNonNull(listener, "listener"));
        this.requests = new IbkrRequests(settings.api());
        Pacing pacing = surroundings.pacing();
        RequestLimit limit = pacing.limit(pacing.all(), surroundings.clock());
        IbkrQuestions questions = new IbkrQuestions(requests, surroundings, link, limit);
        IbkrRows rows = new IbkrRows(surroundings.symbology().dialect("IBKR"));
        this.contracts = new IbkrContracts(questions, rows);
        this.session = new IbkrLine(settings, questions, link, line, this::of);
        this.dialogue = new IbkrDialogue(
                settings, surroundings, requests, questions, new RestCommands(line, link, limit), session::look);
        this.inquiries = new IbkrInquiries(questions, names, line, dialogue::isAsking);
        this.fills = new LateFills(inquiries, names, link, line);
    }

    private void of(String account) {
        inquiries.of(account);
    }

    @Override
    public BrokerId broker() {
        return settings.broker();
    }

    @Override
    public void open() {
        link.open();
    }

    @Override
    public void opened() {
        session.opened();
    }

    @Override
    public void lost(String reason) {
        fills.forget();
        session.lost(reason);
    }

    @Override
    public void heard(String frame) {
        IbkrMessage message;
        try {
            message = IbkrKind.WS.read(frame.getBytes(StandardCharsets.UTF_8), surroundings.symbology());
        } catch (JsonException e) {
            line.unreadable(String.valueOf(e.getMessage()));
            return;
        }
        switch (message) {
            case IbkrMessage.News(var changes) ->
                changes.stream()
                        .filter(change -> change.account().equals(session.account()))
                        .forEach(change -> changed(change.what()));
            case IbkrMessage.Fills(var all) ->
                all.stream()
                        .filter(fill -> fill.account().equals(session.account()))
                        .forEach(fill -> {
                            names.learn(fill.what().order());
                            fills.tell(fill.what());
                        });
            default -> session.heard(message);
        }
    }

    private void changed(IbkrMessage.Change change) {
        names.learn(change.name());
        if (!line.isUp()) {
            return; // Who listens compares everything when it is up.
        }
        String id = String.valueOf(change.name().venues());
        if (names.submitted(change.name()) == null && !foreign.contains(id)) {
            // Only the first message of an order says our name, and may be lost.
            inquiries.named(id, change, this::known, line::unreadable);
        } else {
            apply(change);
        }
    }

    private void known(IbkrMessage.Change change) {
        if (names.submitted(change.name()) == null) {
            foreign.add(String.valueOf(change.name().venues()));
            if (foreign.size() > KEPT) {
                foreign.remove(foreign.iterator().next());
            }
        }
        if (line.isUp()) {
            apply(change);
        }
    }

    private void apply(IbkrMessage.Change change) {
        Standing standing = change.standing();
        if (standing != null) {
            stands(change, standing);
        }
        String submitted = names.submitted(change.name());
        Quantity filled = change.filled();
        if (submitted != null && filled != null) {
            fills.hear(submitted, filled);
        }
    }

    private void stands(IbkrMessage.Change change, Standing standing) {
        OrderName name = names.named(change.name());
        switch (standing) {
            case WORKING -> accepted(change.name());
            case FILLED -> {} // Its fills say so.
            case CANCELED, EXPIRED -> {
                if (names.ends(change.name())) {
                    tell(new OrderReport.Canceled(
                            name, now(), change.filled(), reason(change, "canceled at the venue")));
                }
            }
            case REJECTED -> {
                // One whose question is open is told so, too.
                if (!dialogue.isAsking(String.valueOf(names.submitted(change.name()))) && names.ends(change.name())) {
                    tell(new OrderReport.Rejected(name, now(), reason(change, "the venue says Inactive")));
                }
            }
        }
    }

    private static String reason(IbkrMessage.Change change, String otherwise) {
        return change.reason().isBlank() ? otherwise : VenueMessage.reason(change.reason());
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
        String ours = ClientOrderId.of(order.orderId(), 0).value();
        OrderName name = new OrderName(ours, null);
        RestCommands.Outcome<Placed> outcome = new RestCommands.Outcome<>() {
            @Override
            public void done(Placed placed) {
                OrderName both = new OrderName(ours, placed.venues());
                names.learn(both);
                if (placed.standing() == Standing.REJECTED) {
                    stands(new IbkrMessage.Change(both, Standing.REJECTED, null, ""), Standing.REJECTED);
                } else {
                    accepted(both);
                }
            }

            @Override
            public void refused(String reason) {
                if (isTaken(reason)) {
                    alreadyTaken(approved, reason);
                } else {
                    tell(new OrderReport.Rejected(name, now(), reason));
                }
            }
        };
        withContract(
                order,
                outcome,
                conid -> dialogue.send(
                        new IbkrDialogue.Command(ours, name, IbkrKind.PLACE, outcome),
                        () -> requests.place(session.account(), order, conid)));
    }

    /** A name is taken once: somebody has sent this order before, and it is what it is. */
    private static boolean isTaken(String reason) {
        return reason.toLowerCase(Locale.ROOT).contains("already registered");
    }

    private void alreadyTaken(ApprovedOrder approved, String refusal) {
        SentOrder sent = new SentOrder(
                OrderState.created(approved.order()),
                ClientOrderId.of(approved.order().orderId(), 0));
        Consumer<String> doubt =
                reason -> tell(new OrderReport.Unanswered(sent.names(), now(), VenueMessage.reason(reason)));
        inquiries.lookUp(sent, found -> accepted(found.name()), () -> doubt.accept(refusal), doubt);
    }

    private void withContract(Order order, RestCommands.Outcome<?> outcome, LongConsumer command) {
        if (line.isUp()) {
            Consumer<Long> inTime = inTime(outcome, command::accept);
            contracts.find(
                    order.instrument(),
                    inTime::accept,
                    reason -> outcome.refused(VenueMessage.reason("not sent: " + reason)));
        } else {
            outcome.refused("not sent: " + RestCommands.DOWN);
        }
    }

    /** While the gateway is left alone the market moves on: what was meant for then is not sent after it. */
    private <T> Consumer<T> inTime(RestCommands.Outcome<?> outcome, Consumer<T> command) {
        Instant latest = now().plus(settings.patience());
        return found -> {
            if (now().isAfter(latest)) {
                outcome.refused("not sent: what it takes was told later than after " + settings.patience());
            } else {
                command.accept(found);
            }
        };
    }

    @Override
    public void cancel(SentOrder order) {
        RestCommands.Outcome<Placed> outcome = new RestCommands.Outcome<>() {
            @Override
            public void done(Placed placed) {
                // Only asked for; the stream tells when it is off the book.
            }

            @Override
            public void refused(String reason) {
                tell(new OrderReport.CancelRejected(order.names(), now(), reason));
            }
        };
        identified(
                order,
                outcome,
                id -> dialogue.send(
                        new IbkrDialogue.Command("", order.names(), IbkrKind.CANCEL, outcome),
                        () -> requests.cancel(session.account(), id)));
    }

    @Override
    public void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
        RestCommands.Outcome<Placed> outcome = new RestCommands.Outcome<>() {
            @Override
            public void done(Placed placed) {
                names.rename(IbkrRequests.name(order), name.value());
                tell(new OrderReport.Replaced(new OrderName(name.value(), placed.venues()), now(), quantity, type));
            }

            @Override
            public void refused(String reason) {
                OrderName as = new OrderName(name.value(), order.state().venueOrderId());
                tell(new OrderReport.ReplaceRejected(as, now(), reason));
            }
        };
        if (quantity.compareTo(names.filled(IbkrRequests.name(order))) <= 0) {
            outcome.refused("not sent: quantity must be more than has traded, was " + quantity);
            return;
        }
        identified(
                order,
                outcome,
                inTime(
                        outcome,
                        id -> withContract(
                                order.state().order(),
                                outcome,
                                conid -> dialogue.send(
                                        new IbkrDialogue.Command("", order.names(), IbkrKind.PLACE, outcome),
                                        () -> requests.change(session.account(), id, order, conid, quantity, type)))));
    }

    /** Commands name an order by the venue's name, which a process that was started again may have to ask for. */
    private void identified(SentOrder order, RestCommands.Outcome<Placed> outcome, Consumer<String> command) {
        Optional<String> id = inquiries.id(order);
        if (!line.isUp()) {
            outcome.refused("not sent: " + RestCommands.DOWN);
        } else if (id.isPresent()) {
            command.accept(id.get());
        } else {
            inquiries.lookUp(
                    order,
                    found -> command.accept(String.valueOf(found.name().venues())),
                    () -> outcome.refused("the venue knows no such order"),
                    reason -> outcome.refused(VenueMessage.reason("not sent: " + reason)));
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

    private Instant now() {
        return line.now();
    }

    private void tell(VenueMessage message) {
        line.tell(message);
    }
}
