package io.mts1b.brokers.alpaca.local;

import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.local.LocalVenue.Asker;
import io.mts1b.brokers.local.LocalVenue.Reply;
import io.mts1b.brokers.local.RefusedException;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.json.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders and what becomes of them, after all checks. Answers first, and then does what it said. */
final class AlpacaOrders implements LocalMarket.Listener {

    private final LocalMarket market;
    private final AlpacaWords words;
    private final InstantSource clock;
    private final Teller teller;

    /** Names are taken once, for ever. */
    private final Map<String, Revision> names = new LinkedHashMap<>();

    private final Map<String, Revision> revisions = new LinkedHashMap<>();
    private final Map<Long, Revision> current = new LinkedHashMap<>();
    private final List<Execution> executions = new ArrayList<>();

    /** What traded, of which order as Alpaca counts them, and how much that had traded with it. */
    record Execution(LocalFill fill, Revision revision, Quantity traded) {}

    /** Who tells of an event. */
    interface Teller {

        void tell(Fields event);
    }

    AlpacaOrders(LocalMarket market, AlpacaWords words, InstantSource clock, Teller teller) {
        this.market = market;
        this.words = words;
        this.clock = clock;
        this.teller = teller;
        market.tell(this);
    }

    List<Revision> all() {
        return List.copyOf(revisions.values());
    }

    List<Execution> executions() {
        return List.copyOf(executions);
    }

    Optional<Revision> byId(String id) {
        return Optional.ofNullable(revisions.get(id));
    }

    Optional<Revision> byName(String name) {
        return Optional.ofNullable(names.get(name));
    }

    private void add(Revision revision) {
        names.put(revision.name(), revision);
        revisions.put(revision.id(), revision);
    }

    void create(JsonNode body, Asker asker) {
        Optional<String> unserved = unserved(body);
        if (unserved.isPresent()) {
            asker.hear(AlpacaWords.unprocessable(unserved.get()));
            return;
        }
        String name = body.get("client_order_id").text();
        if (names.containsKey(name)) {
            asker.hear(AlpacaWords.unprocessable("client_order_id must be unique"));
            return;
        }
        LocalOrder order;
        try {
            LocalOrder.Ticket ticket = ticket(name, body);
            Optional<Reply> refused = lacks(ticket, body);
            if (refused.isPresent()) {
                asker.hear(refused.get());
                return;
            }
            order = market.admit(ticket);
        } catch (RefusedException e) {
            asker.hear(refusal(e, body));
            return;
        }
        Revision revision = Revision.first(order);
        add(revision);
        current.put(order.number(), revision);
        asker.hear(Reply.json(words.row(revision, "accepted", Quantity.ZERO).toString()));
        market.work(order);
    }

    /** What Alpaca serves and this venue does not. */
    private static Optional<String> unserved(JsonNode body) {
        if (body.find("notional").isPresent() || body.find("qty").isEmpty()) {
            return Optional.of("qty is required, notional is not served");
        }
        if (!body.find("order_class").map(JsonNode::text).orElse("simple").equals("simple")) {
            return Optional.of("order_class is not served");
        }
        if (body.find("extended_hours").map(JsonNode::flag).orElse(false)) {
            return Optional.of("extended_hours is not served");
        }
        return Optional.empty();
    }

    private static Reply refusal(RefusedException e, JsonNode body) {
        String message = String.valueOf(e.getMessage());
        return switch (e.reason()) {
            case INSTRUMENT ->
                AlpacaWords.unprocessable("asset \"" + body.get("symbol").text() + "\" not found");
            case PRICE, QUANTITY, NAME -> AlpacaWords.unprocessable(message);
            case FUNDS -> AlpacaWords.forbidden("insufficient buying power: " + message);
        };
    }

    private LocalOrder.Ticket ticket(String name, JsonNode body) {
        JsonNode side = body.get("side");
        boolean buys = side.text().equals("buy");
        if (!buys && !side.text().equals("sell")) {
            throw side.refuse("must be buy or sell");
        }
        InstrumentId instrument = words.instrument(body.get("symbol").text());
        return new LocalOrder.Ticket(
                name,
                instrument,
                buys,
                new Quantity(body.get("qty").decimal()),
                type(body.get("type"), body),
                time(body.get("time_in_force"), AlpacaWords.isShare(instrument)));
    }

    private static OrderType type(JsonNode type, JsonNode body) {
        return switch (type.text()) {
            case "market" -> new OrderType.Market();
            case "limit" -> new OrderType.Limit(price(body, "limit_price"));
            case "stop" -> new OrderType.Stop(price(body, "stop_price"));
            case "stop_limit" -> new OrderType.StopLimit(price(body, "stop_price"), price(body, "limit_price"));
            default -> throw type.refuse("must be one that is served here");
        };
    }

    private static Price price(JsonNode body, String name) {
        return new Price(body.get(name).decimal());
    }

    /** The day does not end here. */
    private static TimeInForce time(JsonNode word, boolean share) {
        return switch (word.text()) {
            case "gtc" -> TimeInForce.GTC;
            case "ioc" -> TimeInForce.IOC;
            case "day" -> share ? TimeInForce.DAY : refuseTime(word);
            case "fok" -> share ? TimeInForce.FOK : refuseTime(word);
            default -> refuseTime(word);
        };
    }

    private static TimeInForce refuseTime(JsonNode word) {
        throw word.refuse("must be one that is served here");
    }

    /** Who sells to close must have what he sells. */
    private Optional<Reply> lacks(LocalOrder.Ticket ticket, JsonNode body) {
        if (!AlpacaWords.isShare(ticket.instrument())
                || !body.find("position_intent").map(JsonNode::text).orElse("").equals("sell_to_close")) {
            return Optional.empty();
        }
        Decimal free = market.positions().getOrDefault(ticket.instrument(), Decimal.ZERO);
        for (LocalOrder other : market.orders()) {
            LocalOrder.Ticket its = other.ticket();
            if (other.isWorking() && !its.buys() && its.instrument().equals(ticket.instrument())) {
                free = free.minus(other.quantity().minus(other.filled()).value());
            }
        }
        return ticket.quantity().value().compareTo(free) <= 0
                ? Optional.empty()
                : Optional.of(AlpacaWords.forbidden("insufficient qty available for order (requested: "
                        + ticket.quantity() + ", available: " + free + ")"));
    }

    void replace(String id, JsonNode body, Asker asker) {
        Revision old = revisions.get(id);
        if (old == null || !old.isWorking()) {
            asker.hear(ended(old));
            return;
        }
        String name = body.get("client_order_id").text();
        if (names.containsKey(name)) {
            asker.hear(AlpacaWords.unprocessable("client_order_id must be unique"));
            return;
        }
        Quantity quantity = new Quantity(body.get("qty").decimal());
        OrderType type = changed(old.type(), body);
        Quantity all = old.order().filled().plus(quantity);
        try {
            market.check(old.order(), quantity, type);
        } catch (RefusedException e) {
            asker.hear(AlpacaWords.unprocessable(String.valueOf(e.getMessage())));
            return;
        }
        Revision next = old.next(name, quantity, clock.instant());
        add(next);
        asker.hear(Reply.json(words.row(next, "accepted", Quantity.ZERO).toString()));
        old.giveWay(next);
        current.put(old.order().number(), next);
        teller.tell(AlpacaWords.event("replaced", clock.instant(), words.row(old)));
        teller.tell(AlpacaWords.event("new", clock.instant(), words.row(next)));
        market.amend(old.order(), all, type);
    }

    private static OrderType changed(OrderType type, JsonNode body) {
        return switch (type) {
            case OrderType.Market market -> market;
            case OrderType.Limit _, OrderType.MarketableLimit _ -> new OrderType.Limit(price(body, "limit_price"));
            case OrderType.Stop _ -> new OrderType.Stop(price(body, "stop_price"));
            case OrderType.StopLimit _ ->
                new OrderType.StopLimit(price(body, "stop_price"), price(body, "limit_price"));
        };
    }

    void cancel(String id, Asker asker) {
        Revision revision = revisions.get(id);
        if (revision == null || !revision.isWorking()) {
            asker.hear(ended(revision));
            return;
        }
        asker.hear(new Reply(204, "application/json", ""));
        market.cancel(revision.order());
    }

    private static Reply ended(@Nullable Revision revision) {
        return revision == null
                ? AlpacaWords.notFound("order")
                : AlpacaWords.unprocessable("order is already in \"" + revision.status() + "\" state");
    }

    private Revision now(LocalOrder order) {
        return current.getOrDefault(order.number(), Revision.first(order));
    }

    @Override
    public void working(LocalOrder order) {
        teller.tell(AlpacaWords.event("new", order.opened(), words.row(now(order))));
    }

    @Override
    public void traded(LocalFill fill) {
        Revision revision = now(fill.order());
        Execution execution = new Execution(fill, revision, revision.traded());
        executions.add(execution);
        teller.tell(words.event(fill, revision, execution.traded()));
    }

    @Override
    public void ended(LocalOrder order, String reason) {
        teller.tell(AlpacaWords.event("canceled", clock.instant(), words.row(now(order))));
    }
}
