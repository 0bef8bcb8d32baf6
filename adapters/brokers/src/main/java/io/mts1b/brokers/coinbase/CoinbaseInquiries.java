package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.wire.OrderNames;
import io.mts1b.brokers.wire.RestQuestions;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.platform.symbology.Symbology;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The port's questions, in as many of Coinbase's as each takes. An answer is whole, or it is none. */
final class CoinbaseInquiries {

    private static final String ORDERS = "orders/historical/batch";
    private static final String FILLS = "orders/historical/fills";
    private static final String PAGE = "250";

    /** Coinbase lets no other status stand beside {@code OPEN}. */
    private static final String ON_THE_WAY = "PENDING,QUEUED,CANCEL_QUEUED,EDIT_QUEUED";

    /** By so much the clocks may differ, at most. */
    private static final Duration CLOCKS = Duration.ofHours(1);

    private final RestQuestions<CoinbaseMessage> questions;
    private final CoinbaseRequests requests;
    private final Symbology symbology;
    private final OrderNames names;
    private final InstantSource clock;
    private final VenueListener listener;

    CoinbaseInquiries(
            RestQuestions<CoinbaseMessage> questions,
            CoinbaseRequests requests,
            CoinbaseBroker.Surroundings surroundings,
            OrderNames names,
            VenueListener listener) {
        this.questions = questions;
        this.requests = requests;
        this.symbology = surroundings.symbology();
        this.names = names;
        this.clock = surroundings.clock();
        this.listener = listener;
    }

    /** What is asked for, without the place where a page begins. */
    private record Pages(CoinbaseKind kind, String path, Map<String, String> query) {}

    private void pages(
            Pages pages, RestQuestions.Reading<CoinbaseMessage> reading, Runnable done, Consumer<String> silent) {
        RestQuestions.Question<CoinbaseMessage> question = new RestQuestions.Question<>(
                pages.kind().toString(),
                cursor -> {
                    Map<String, String> query = new LinkedHashMap<>(pages.query());
                    if (cursor != null) {
                        query.put("cursor", cursor);
                    }
                    return requests.get(pages.path(), query);
                },
                body -> pages.kind().read(body, symbology));
        questions.pages(question, reading, done, silent);
    }

    private static IllegalArgumentException unexpected(CoinbaseMessage said) {
        return new IllegalArgumentException(
                said instanceof CoinbaseMessage.Refused(List<String> errors)
                        ? String.join(", ", errors)
                        : "not an answer");
    }

    private void none(long request, String reason) {
        listener.onMessage(new VenueAnswer.NoAnswer(request, clock.instant(), VenueMessage.reason(reason)));
    }

    private void orders(
            Map<String, String> query, Consumer<List<VenueOrder>> each, Runnable done, Consumer<String> silent) {
        Map<String, String> whole = new LinkedHashMap<>(query);
        whole.put("limit", PAGE);
        RestQuestions.Reading<CoinbaseMessage> reading = said -> {
            if (!(said instanceof CoinbaseMessage.Orders page)) {
                throw unexpected(said);
            }
            each.accept(page.orders());
            return page.next();
        };
        pages(new Pages(CoinbaseKind.ORDERS, ORDERS, whole), reading, done, silent);
    }

    void listOpenOrders(long request) {
        Map<String, VenueOrder> open = new LinkedHashMap<>();
        Consumer<List<VenueOrder>> each = page -> page.stream()
                .filter(order -> order.standing() == VenueOrder.Standing.WORKING)
                .forEach(order -> open.put(String.valueOf(order.name().venues()), names.named(order)));
        Consumer<String> silent = reason -> none(request, reason);
        Runnable told = () ->
                listener.onMessage(new VenueAnswer.OpenOrders(request, clock.instant(), List.copyOf(open.values())));
        // What comes to the book between the two is on it in the second.
        orders(
                Map.of("order_status", ON_THE_WAY),
                each,
                () -> orders(Map.of("order_status", "OPEN"), each, told, silent),
                silent);
    }

    void listBalances(long request) {
        SortedMap<Currency, Decimal> amounts = new TreeMap<>();
        RestQuestions.Reading<CoinbaseMessage> reading = said -> {
            if (!(said instanceof CoinbaseMessage.Balances page)) {
                throw unexpected(said);
            }
            page.amounts().forEach((currency, amount) -> amounts.merge(currency, amount, Decimal::plus));
            return page.next();
        };
        pages(
                new Pages(CoinbaseKind.ACCOUNTS, "accounts", Map.of("limit", PAGE)),
                reading,
                () -> listener.onMessage(new VenueAnswer.Balances(request, clock.instant(), amounts)),
                reason -> none(request, reason));
    }

    void find(long request, SentOrder order) {
        Consumer<String> silent = reason -> none(request, reason);
        Consumer<Optional<VenueOrder>> told = found -> listener.onMessage(
                found.isPresent()
                        ? new VenueAnswer.Found(request, clock.instant(), names.named(found.get()))
                        : new VenueAnswer.NotFound(request, clock.instant()));
        Optional<String> id = id(order);
        if (id.isEmpty()) {
            lookUp(order, told, silent);
            return;
        }
        RestQuestions.Reading<CoinbaseMessage> reading = said -> {
            if (said instanceof CoinbaseMessage.Refused(List<String> errors)
                    && errors.stream().allMatch(error -> error.startsWith("NOT_FOUND"))) {
                told.accept(Optional.empty());
                return null;
            }
            if (said instanceof CoinbaseMessage.Orders found
                    && id.get().equals(found.orders().getFirst().name().venues())) {
                told.accept(Optional.of(found.orders().getFirst()));
                return null;
            }
            throw unexpected(said);
        };
        pages(new Pages(CoinbaseKind.ORDER, "orders/historical/" + id.get(), Map.of()), reading, () -> {}, silent);
    }

    /** What the venue calls an order, if it has told. */
    Optional<String> id(SentOrder order) {
        return Optional.ofNullable(order.state().venueOrderId())
                .or(() -> Optional.ofNullable(names.venues(CoinbaseCommands.name(order))));
    }

    /** Coinbase finds no order by our name, so all are looked at since before it was made. */
    void lookUp(SentOrder order, Consumer<Optional<VenueOrder>> told, Consumer<String> silent) {
        String name = CoinbaseCommands.name(order);
        Map<String, VenueOrder> found = new LinkedHashMap<>();
        Consumer<List<VenueOrder>> each = page -> page.stream()
                .filter(one -> name.equals(one.name().ours()))
                .forEach(one -> found.put(String.valueOf(one.name().venues()), one));
        Instant since = order.state().order().createdAt().minus(CLOCKS);
        orders(
                Map.of("start_date", since.toString()),
                each,
                () -> {
                    found.values().forEach(one -> names.learn(one.name()));
                    told.accept(found.values().stream().findFirst());
                },
                silent);
    }

    /** Fills of one order, by time; their names are those of the venue. */
    void fillsOf(String order, Consumer<List<VenueFill>> told, Consumer<String> silent) {
        fills(Map.of("order_ids", order), fill -> order.equals(fill.order().venues()), told, silent);
    }

    void listFills(long request, Instant from) {
        fills(
                Map.of("start_sequence_timestamp", from.toString()),
                fill -> !fill.at().isBefore(from),
                fills -> listener.onMessage(new VenueAnswer.Fills(
                        request,
                        clock.instant(),
                        from,
                        fills.stream().map(names::named).toList())),
                reason -> none(request, reason));
    }

    private void fills(
            Map<String, String> query,
            Predicate<VenueFill> wanted,
            Consumer<List<VenueFill>> told,
            Consumer<String> silent) {
        Map<String, String> whole = new LinkedHashMap<>(query);
        whole.put("limit", PAGE);
        Map<FillId, VenueFill> fills = new LinkedHashMap<>();
        RestQuestions.Reading<CoinbaseMessage> reading = said -> {
            if (!(said instanceof CoinbaseMessage.Fills page)) {
                throw unexpected(said);
            }
            page.fills().forEach(fill -> fills.put(fill.fillId(), fill));
            return page.next();
        };
        Runnable done = () -> told.accept(fills.values().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(VenueFill::at).thenComparing(VenueFill::fillId))
                .toList());
        pages(new Pages(CoinbaseKind.FILLS, FILLS, whole), reading, done, silent);
    }
}
