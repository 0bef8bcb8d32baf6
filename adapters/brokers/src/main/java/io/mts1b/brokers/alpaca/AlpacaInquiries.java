package io.mts1b.brokers.alpaca;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.wire.OrderNames;
import io.mts1b.brokers.wire.RestQuestions;
import io.mts1b.brokers.wire.VenueLine;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.platform.symbology.Symbology;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The port's questions, in as many of Alpaca's as each takes. An answer is whole, or it is none. */
final class AlpacaInquiries {

    private static final String ORDERS = "v2/orders";
    private static final int ORDERS_OF_PAGE = 500;
    private static final int FILLS_OF_PAGE = 100;
    private static final String NOT_FOUND = "40410000";

    private final RestQuestions<AlpacaMessage> questions;
    private final AlpacaRequests requests;
    private final Symbology symbology;
    private final OrderNames names;
    private final AlpacaChains chains;
    private final VenueLine line;

    /** What it works with. */
    record Parts(
            RestQuestions<AlpacaMessage> questions, AlpacaRequests requests, OrderNames names, AlpacaChains chains) {}

    AlpacaInquiries(Parts parts, Symbology symbology, VenueLine line) {
        this.questions = parts.questions();
        this.requests = parts.requests();
        this.names = parts.names();
        this.chains = parts.chains();
        this.symbology = symbology;
        this.line = line;
    }

    private RestQuestions.Question<AlpacaMessage> question(AlpacaKind kind, String path, Map<String, String> query) {
        return RestQuestions.Question.of(
                kind.toString(), () -> requests.get(path, query), body -> kind.read(body, symbology));
    }

    /** Asks what is answered in one page. */
    void ask(
            AlpacaKind kind,
            String path,
            Map<String, String> query,
            Consumer<AlpacaMessage> told,
            Consumer<String> silent) {
        RestQuestions.Reading<AlpacaMessage> reading = said -> {
            told.accept(said);
            return null;
        };
        questions.pages(question(kind, path, query), reading, () -> {}, silent);
    }

    private static IllegalArgumentException unexpected(AlpacaMessage said) {
        return new IllegalArgumentException(
                said instanceof AlpacaMessage.Refused(String error) ? error : "not an answer");
    }

    private void none(long request, String reason) {
        line.tell(new VenueAnswer.NoAnswer(request, line.now(), VenueMessage.reason(reason)));
    }

    private void learn(AlpacaOrder order) {
        names.learn(order.order().name());
        chains.hear(order);
    }

    void listBalances(long request) {
        ask(
                AlpacaKind.ACCOUNT,
                "v2/account",
                Map.of(),
                said -> {
                    if (!(said instanceof AlpacaMessage.Account account)) {
                        throw unexpected(said);
                    }
                    TreeMap<Currency, Decimal> amounts = new TreeMap<>(Map.of(account.currency(), account.cash()));
                    line.tell(new VenueAnswer.Balances(request, line.now(), amounts));
                },
                reason -> none(request, reason));
    }

    void listPositions(long request) {
        ask(
                AlpacaKind.POSITIONS,
                "v2/positions",
                Map.of(),
                said -> {
                    if (!(said instanceof AlpacaMessage.Positions positions)) {
                        throw unexpected(said);
                    }
                    line.tell(new VenueAnswer.Positions(request, line.now(), positions.quantities()));
                },
                reason -> none(request, reason));
    }

    /** A page begins where the last order of the one before came, for several may have come at once. */
    void listOpenOrders(long request) {
        Map<String, AlpacaOrder> open = new LinkedHashMap<>();
        RestQuestions.Question<AlpacaMessage> question = new RestQuestions.Question<>(
                AlpacaKind.ORDERS.toString(),
                after -> {
                    Map<String, String> query = new LinkedHashMap<>();
                    query.put("status", "open");
                    query.put("direction", "asc");
                    query.put("nested", "false");
                    query.put("limit", Integer.toString(ORDERS_OF_PAGE));
                    if (after != null) {
                        query.put("after", after);
                    }
                    return requests.get(ORDERS, query);
                },
                body -> AlpacaKind.ORDERS.read(body, symbology));
        RestQuestions.Reading<AlpacaMessage> reading = said -> {
            if (!(said instanceof AlpacaMessage.Orders page)) {
                throw unexpected(said);
            }
            page.orders().forEach(this::learn);
            page.orders().stream()
                    .filter(order -> order.order().standing() == Standing.WORKING)
                    .forEach(order -> open.put(order.id(), order));
            return page.orders().size() < ORDERS_OF_PAGE
                    ? null
                    : page.orders()
                            .getLast()
                            .submittedAt()
                            .minus(1, ChronoUnit.MILLIS)
                            .toString();
        };
        Consumer<String> silent = reason -> none(request, reason);
        questions.pages(question, reading, () -> openOrders(request, open, silent), silent);
    }

    /** One that is to replace another does not until that is gone. */
    private void openOrders(long request, Map<String, AlpacaOrder> open, Consumer<String> silent) {
        Set<String> ids = Set.copyOf(open.keySet());
        List<AlpacaOrder> inForce = open.values().stream()
                .filter(order -> order.replaces() == null || !ids.contains(order.replaces()))
                .toList();
        whole(
                inForce,
                0,
                new ArrayList<>(),
                orders -> line.tell(new VenueAnswer.OpenOrders(request, line.now(), orders)),
                silent);
    }

    private void whole(
            List<AlpacaOrder> orders,
            int next,
            List<VenueOrder> whole,
            Consumer<List<VenueOrder>> told,
            Consumer<String> silent) {
        for (int i = next; i < orders.size(); i++) {
            AlpacaOrder order = orders.get(i);
            if (chains.missing(order) != null) {
                int at = i;
                before(order, () -> whole(orders, at, whole, told, silent), silent);
                return;
            }
            whole.add(chains.whole(order));
        }
        told.accept(whole);
    }

    /** Asks for the orders before one, until all are known. */
    private void before(AlpacaOrder order, Runnable known, Consumer<String> silent) {
        String missing = chains.missing(order);
        if (missing == null) {
            known.run();
            return;
        }
        one(
                "v2/orders/" + missing,
                Map.of(),
                found -> {
                    if (found.isEmpty() || !found.get().id().equals(missing)) {
                        throw new IllegalArgumentException(
                                "order " + missing + " is replaced by " + order.id() + " and not told");
                    }
                    chains.keep(found.get());
                    before(order, known, silent);
                },
                silent);
    }

    /** Asks for one order; empty if the venue knows none. */
    private void one(
            String path, Map<String, String> query, Consumer<Optional<AlpacaOrder>> told, Consumer<String> silent) {
        ask(
                AlpacaKind.ORDER,
                path,
                query,
                said -> {
                    if (said instanceof AlpacaMessage.Refused(String error) && error.startsWith(NOT_FOUND)) {
                        told.accept(Optional.empty());
                    } else if (said instanceof AlpacaMessage.Orders(List<AlpacaOrder> found)) {
                        learn(found.getFirst());
                        told.accept(Optional.of(found.getFirst()));
                    } else {
                        throw unexpected(said);
                    }
                },
                silent);
    }

    void find(long request, SentOrder order) {
        Consumer<String> silent = reason -> none(request, reason);
        lookUp(
                order.name(),
                found -> {
                    if (found.isEmpty()) {
                        line.tell(new VenueAnswer.NotFound(request, line.now()));
                        return;
                    }
                    before(
                            found.get(),
                            () -> line.tell(new VenueAnswer.Found(request, line.now(), chains.whole(found.get()))),
                            silent);
                },
                silent);
    }

    /** Finds the order of a name, or the last that has replaced it. */
    void lookUp(ClientOrderId name, Consumer<Optional<AlpacaOrder>> told, Consumer<String> silent) {
        one(
                "v2/orders:by_client_order_id",
                Map.of("client_order_id", name.value()),
                found -> {
                    if (found.isPresent()
                            && !name.value().equals(found.get().order().name().ours())) {
                        throw new IllegalArgumentException("the venue tells of another order than " + name);
                    }
                    follow(found, told, silent);
                },
                silent);
    }

    private void follow(Optional<AlpacaOrder> found, Consumer<Optional<AlpacaOrder>> told, Consumer<String> silent) {
        String next = found.map(AlpacaOrder::replacedBy).orElse(null);
        if (next == null) {
            told.accept(found);
        } else {
            one(
                    "v2/orders/" + next,
                    Map.of(),
                    one -> {
                        if (one.isEmpty() || !next.equals(one.get().id())) {
                            throw new IllegalArgumentException("order " + next + " replaces another and is not told");
                        }
                        follow(one, told, silent);
                    },
                    silent);
        }
    }

    void listFills(long request, Instant from) {
        Map<FillId, VenueFill> fills = new LinkedHashMap<>();
        // Whether the first moment counts is not said.
        String after = from.minus(Duration.ofSeconds(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        RestQuestions.Question<AlpacaMessage> question = new RestQuestions.Question<>(
                AlpacaKind.FILLS.toString(),
                token -> requests.get("v2/account/activities/FILL", page(after, token)),
                body -> AlpacaKind.FILLS.read(body, symbology));
        RestQuestions.Reading<AlpacaMessage> reading = said -> {
            if (!(said instanceof AlpacaMessage.Fills page)) {
                throw unexpected(said);
            }
            page.fills().forEach(fill -> fills.put(fill.fillId(), fill));
            return page.fills().size() < FILLS_OF_PAGE ? null : page.last();
        };
        Instant first = from.truncatedTo(ChronoUnit.MILLIS);
        Runnable done = () -> line.tell(new VenueAnswer.Fills(
                request,
                line.now(),
                from,
                fills.values().stream()
                        .filter(fill -> !fill.at().isBefore(first))
                        .sorted(Comparator.comparing(VenueFill::at)) // Within a moment as the venue has them.
                        .map(names::named)
                        .collect(Collectors.toUnmodifiableList())));
        questions.pages(question, reading, done, reason -> none(request, reason));
    }

    private static Map<String, String> page(String after, @Nullable String token) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("after", after);
        query.put("direction", "asc");
        query.put("page_size", Integer.toString(FILLS_OF_PAGE));
        if (token != null) {
            query.put("page_token", token);
        }
        return query;
    }
}
