package io.mts1b.brokers.kraken;

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
import io.mts1b.brokers.wire.OrderNames;
import io.mts1b.brokers.wire.RestCommands;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Kraken's spot market: commands and news over the private stream, questions over REST.
 *
 * <p>A machine that is told what happens by its {@link VenueLink} and decides nothing. The line is up from the first
 * snapshot of the stream until it is lost, or a message of it is missing: then it is opened anew, and whoever listens
 * compares everything. A command carries a deadline after which Kraken does not take it, and is unanswered when twice that
 * has passed.
 *
 * <p>It does not report positions: what a spot account holds are balances, and one of bitcoin is of no one pair.
 *
 * <p>Confined to the thread of its link.
 */
public final class KrakenBroker
        implements SubmitsOrders,
                CancelsOrders,
                ReplacesOrders,
                FindsOrders,
                ListsOpenOrders,
                ListsFills,
                ReportsBalances,
                VenueLink.User {

    private final KrakenSettings settings;
    private final Surroundings surroundings;
    private final VenueLink link;
    private final VenueLine line;
    private final KrakenCommands commands;
    private final KrakenInquiries inquiries;
    private final KrakenQuestions questions;
    private final OrderNames names = new OrderNames();
    private final Map<Long, Command> pending = new LinkedHashMap<>();
    private KrakenCommands.@Nullable Envelope envelope;
    private boolean keyIsChecked;
    private long requests;

    /**
     * What a broker needs of the process it runs in.
     *
     * @param signer of the key
     * @param nonces of the key
     * @param symbols what the venue calls instruments
     * @param clock the time
     * @param trading the limit of orders, as Kraken counts them for the account's tier
     * @param asking the limit of questions, likewise
     */
    public record Surroundings(
            KrakenSigner signer,
            Nonces nonces,
            KrakenSymbols symbols,
            InstantSource clock,
            RateLimiter trading,
            RateLimiter asking) {}

    /** A command that is not answered. */
    private sealed interface Command {

        OrderName order();

        record Submit(OrderName order) implements Command {}

        record Cancel(OrderName order) implements Command {}

        record Replace(OrderName order, String submitted, OrderName as, Quantity quantity, OrderType type)
                implements Command {}
    }

    /**
     * Makes a broker, which does nothing until it is opened.
     *
     * @param settings which account
     * @param surroundings what it needs of the process
     * @param link what it needs of the world
     * @param listener who is told what happens
     */
    public KrakenBroker(KrakenSettings settings, Surroundings surroundings, VenueLink link, VenueListener listener) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.surroundings = Objects.requireNonNull(surroundings, "surroundings");
        this.link = Objects.requireNonNull(link, "link");
        this.line = new VenueLine(link, surroundings.clock(), Objects.requireNonNull(listener, "listener"));
        this.commands = new KrakenCommands(surroundings.symbols());
        this.questions = new KrakenQuestions(
                settings,
                surroundings.signer(),
                surroundings.symbols(),
                surroundings.nonces(),
                surroundings.clock(),
                surroundings.asking(),
                link);
        this.inquiries = new KrakenInquiries(questions, names, surroundings.clock(), listener);
    }

    @Override
    public BrokerId broker() {
        return settings.broker();
    }

    @Override
    public void open() {
        link.open();
    }

    /** The key is looked at once, and each connection has a token of its own. */
    @Override
    public void opened() {
        long opened = line.opened();
        line.enter(opened, () -> enter(opened));
    }

    private void enter(long opened) {
        if (keyIsChecked) {
            subscribe(opened);
            return;
        }
        begin(opened, "GetApiKeyInfo", MessageKind.KEY_INFO, said -> {
            if (!(said instanceof KrakenMessage.KeyInfo key)) {
                return false;
            }
            try {
                KeyPolicy.check(key, settings.keysThatMayWithdraw());
            } catch (IllegalArgumentException e) {
                line.refuse(String.valueOf(e.getMessage()));
                return true;
            }
            keyIsChecked = true;
            subscribe(opened);
            return true;
        });
    }

    private void subscribe(long opened) {
        begin(opened, "GetWebSocketsToken", MessageKind.WS_TOKEN, said -> {
            if (!(said instanceof KrakenMessage.Token token)) {
                return false;
            }
            envelope = new KrakenCommands.Envelope(token.token(), ++requests);
            line.mustComeUp(opened, settings.patience());
            if (!link.send(KrakenCommands.subscribe(envelope))) {
                link.reset();
            }
            return true;
        });
    }

    /** A step of a beginning: takes what the venue said, and tells whether that was an answer. */
    private interface Step {

        boolean takes(KrakenMessage said);
    }

    private void begin(long opened, String method, MessageKind kind, Step step) {
        questions.ask(new KrakenQuestions.Question(method, Map.of(), 1, kind, new KrakenQuestions.Listener() {
            @Override
            public void said(KrakenMessage message) {
                if (!line.isCurrent(opened)) {
                    return;
                }
                if (message instanceof KrakenMessage.Refused(List<String> errors)) {
                    keptOut(errors);
                } else if (!step.takes(message)) {
                    line.doesNotComeUp(method + " was answered with something else");
                }
            }

            @Override
            public void silent(String reason) {
                if (line.isCurrent(opened)) {
                    line.notAnswered(reason);
                }
            }
        }));
    }

    private void keptOut(List<String> errors) {
        String reason = "the venue says " + String.join(", ", errors);
        if (errors.stream().anyMatch(KrakenErrors::refusesKey)) {
            line.notLetIn(reason);
        } else {
            line.doesNotComeUp(reason);
        }
    }

    @Override
    public void lost(String reason) {
        envelope = null;
        line.lost(reason);
        List<Command> unanswered = List.copyOf(pending.values());
        pending.clear();
        unanswered.forEach(command -> unanswered(command, "the line was lost"));
    }

    @Override
    public void heard(String frame) {
        KrakenMessage message;
        try {
            message = MessageKind.WS.read(frame.getBytes(StandardCharsets.UTF_8), now(), surroundings.symbols());
        } catch (JsonException e) {
            line.unreadable(String.valueOf(e.getMessage()));
            return;
        }
        switch (message) {
            case KrakenMessage.Answer answer -> answered(answer);
            case KrakenMessage.News news -> news(news);
            default -> {} // A sign of life; the reader knows nothing else of this kind.
        }
    }

    private void news(KrakenMessage.News news) {
        long number = Objects.requireNonNull(news.sequence(), "the stream of the spot market is numbered");
        if (news.snapshot()) {
            line.countFrom(number);
            news.names().forEach(names::learn);
            line.comesUp();
            return;
        }
        if (!line.isNext(number)) {
            return;
        }
        news.names().forEach(names::learn);
        for (VenueMessage told : news.messages()) {
            if (!(told instanceof OrderReport report)) {
                tell(told);
            } else if (!(report instanceof OrderReport.Accepted accepted) || names.accepts(accepted.order())) {
                tell(names.named(report));
            }
        }
        for (OrderName amended : news.amended()) {
            if (!names.expectsAmendment(amended)) {
                line.unreadable("order " + amended + " was changed, and not by us");
            }
        }
    }

    private void answered(KrakenMessage.Answer answer) {
        answer.parts().forEach(part -> names.learn(part.order()));
        Long request = answer.request();
        boolean ofSubscription = envelope != null && request != null && envelope.request() == request;
        if (ofSubscription && answer.error() != null) {
            keptOut(List.of(answer.error()));
            return;
        }
        Command command = request == null ? null : pending.remove(request);
        if (command == null) {
            return; // Too late: it was told as unanswered, and has been asked about.
        }
        String error = answer.error();
        Instant at = answer.at() == null ? now() : answer.at();
        if (error == null) {
            done(command, answer, at);
        } else if (KrakenErrors.leavesDoubt(error)) {
            unanswered(command, error);
        } else {
            if (command instanceof Command.Replace replace) {
                names.expectsAmendment(new OrderName(replace.submitted(), null)); // It will not be told as changed.
            }
            refused(command, at, error);
        }
    }

    private void done(Command command, KrakenMessage.Answer answer, Instant at) {
        switch (command) {
            case Command.Submit(OrderName order) -> {
                OrderName name = named(order, answer);
                if (names.accepts(name)) {
                    tell(new OrderReport.Accepted(name, at));
                }
            }
            case Command.Cancel
                    _ -> {} // Only asked for; the stream tells when it is off the book, and what had traded.
            case Command.Replace replace -> {
                names.rename(replace.submitted(), String.valueOf(replace.as().ours()));
                tell(new OrderReport.Replaced(named(replace.as(), answer), at, replace.quantity(), replace.type()));
            }
        }
    }

    /** Adds the venue's name, where the answer says it. */
    private static OrderName named(OrderName ours, KrakenMessage.Answer answer) {
        return answer.parts().isEmpty()
                ? ours
                : new OrderName(ours.ours(), answer.parts().getFirst().order().venues());
    }

    private void refused(Command command, Instant at, String error) {
        String reason = VenueMessage.reason(error);
        switch (command) {
            case Command.Submit(OrderName order) -> tell(new OrderReport.Rejected(order, at, reason));
            case Command.Cancel(OrderName order) -> tell(new OrderReport.CancelRejected(order, at, reason));
            case Command.Replace replace -> tell(new OrderReport.ReplaceRejected(replace.as(), at, reason));
        }
    }

    private void unanswered(Command command, String reason) {
        tell(new OrderReport.Unanswered(command.order(), now(), VenueMessage.reason(reason)));
    }

    @Override
    public void submit(ApprovedOrder approved) {
        Order order = approved.order();
        Require.that(
                order.broker().equals(settings.broker()),
                "order must be for " + settings.broker() + ", was for " + order.broker());
        Command command = new Command.Submit(OrderName.of(ClientOrderId.of(order.orderId(), 0)));
        send(command, 1, in -> commands.add(in, order, deadline()));
    }

    /** Kraken counts a cancellation by the age of the order, and takes it even over the limit. */
    @Override
    public void cancel(SentOrder order) {
        Command command = new Command.Cancel(order.names());
        send(command, 0, in -> commands.cancel(in, order));
    }

    @Override
    public void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
        OrderName as = new OrderName(name.value(), order.state().venueOrderId());
        String submitted = KrakenCommands.name(order);
        Command command = new Command.Replace(order.names(), submitted, as, quantity, type);
        // Kraken would take what is left off the book, which is no replacement.
        Quantity known = names.filled(submitted);
        Quantity filled = known.compareTo(order.state().filled()) > 0
                ? known
                : order.state().filled();
        boolean sent = send(command, 4, in -> {
            Require.that(
                    quantity.compareTo(filled) > 0,
                    "quantity must be more than has traded, which is " + filled + ", was " + quantity);
            return commands.amend(in, order, quantity, type, deadline());
        });
        if (sent) {
            names.expectAmendment(submitted);
        }
    }

    /** Writes a frame, or says why it cannot be. */
    private interface Frame {

        String write(KrakenCommands.Envelope envelope);
    }

    /** What certainly was not sent is refused. */
    private boolean send(Command command, int weight, Frame frame) {
        long request = ++requests;
        try {
            transmit(request, weight, frame);
        } catch (IllegalArgumentException e) {
            refused(command, now(), "not sent: " + e.getMessage());
            return false;
        }
        pending.put(request, command);
        link.after(settings.patience(), () -> {
            Command late = pending.remove(request);
            if (late != null) {
                unanswered(late, "no answer within " + settings.patience());
            }
        });
        return true;
    }

    /** Sends a command, or throws and has not sent it. */
    private void transmit(long request, int weight, Frame frame) {
        KrakenCommands.Envelope open = Require.present(line.isUp() ? envelope : null, RestCommands.DOWN);
        String text = frame.write(new KrakenCommands.Envelope(open.token(), request));
        if (weight > 0 && surroundings.trading().tryAcquire(weight) instanceof RateLimiter.Grant.Denied denied) {
            throw new IllegalArgumentException("the limit of orders is reached for " + denied.delay());
        }
        Require.that(link.send(text), "the line does not take it");
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

    private Instant deadline() {
        return now().plus(settings.deadline());
    }

    private Instant now() {
        return line.now();
    }

    private void tell(VenueMessage message) {
        line.tell(message);
    }
}
