package io.mts1b.brokers.ibkr.local;

import io.mts1b.brokers.ibkr.IbkrWarning;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Commands, after all checks: asks what it has to ask, answers, and then does what it said. */
final class IbkrOrders {

    /** Limits further from the market than this are asked about. */
    private static final Decimal NEAR = Decimal.parse("0.03");

    private static final String WANTED = "must be one that is served here";

    private final LocalMarket market;
    private final IbkrWords words;
    private final Set<IbkrWarning> asks;

    /** Names are taken once, for ever. */
    private final Set<String> names = new LinkedHashSet<>();

    private final Map<String, Question> questions = new LinkedHashMap<>();
    private long asked;

    /** What is asked yet, and what is done when all of it is confirmed. */
    private record Question(List<IbkrWarning> warnings, Consumer<Asker> done) {}

    IbkrOrders(LocalMarket market, IbkrWords words, Set<IbkrWarning> asks) {
        this.market = market;
        this.words = words;
        this.asks = asks;
    }

    void place(JsonNode body, Asker asker) {
        List<JsonNode> orders = body.get("orders").elements();
        if (orders.size() != 1) {
            throw body.get("orders").refuse("must hold one order");
        }
        JsonNode row = orders.getFirst();
        LocalOrder.Ticket ticket = ticket(row);
        ask(warnings(ticket.instrument(), ticket.type()), last -> admit(ticket, last), asker);
    }

    private void admit(LocalOrder.Ticket ticket, Asker asker) {
        if (names.contains(ticket.name())) {
            asker.hear(IbkrRest.error(400, "Local order ID=" + ticket.name() + " is already registered."));
            return;
        }
        LocalOrder order;
        try {
            order = market.admit(ticket);
        } catch (RefusedException e) {
            asker.hear(IbkrRest.error(400, String.valueOf(e.getMessage())));
            return;
        }
        if (!ticket.name().isEmpty()) {
            names.add(ticket.name());
        }
        asker.hear(taken(order));
        market.work(order);
    }

    private static Reply taken(LocalOrder order) {
        return Reply.json("["
                + new Fields()
                        .text("order_id", IbkrWords.order(order))
                        .text("order_status", IbkrWords.status(order))
                        .text("encrypt_message", "1")
                + "]");
    }

    private List<IbkrWarning> warnings(InstrumentId instrument, OrderType type) {
        List<IbkrWarning> warnings = new ArrayList<>();
        warnings.add(IbkrWarning.NO_MARKET_DATA);
        if (type instanceof OrderType.Market) {
            warnings.add(IbkrWarning.MARKET_ORDER_RISK);
        }
        if (type.stopPrice().isPresent()) {
            warnings.add(IbkrWarning.STOP_ORDER_KINDS);
        }
        if (type.limitPrice().filter(limit -> isFar(instrument, limit)).isPresent()) {
            warnings.add(IbkrWarning.PRICE_LIMIT);
        }
        warnings.retainAll(asks);
        return warnings;
    }

    private boolean isFar(InstrumentId instrument, Price limit) {
        if (!market.instruments().contains(instrument)) {
            return false;
        }
        return market.depth(instrument, true, 1).stream()
                .map(best -> best.price().value())
                .anyMatch(best -> {
                    Decimal distance = limit.value().minus(best);
                    Decimal absolute = distance.signum() < 0 ? distance.negated() : distance;
                    return absolute.compareTo(best.times(NEAR)) > 0;
                });
    }

    private void ask(List<IbkrWarning> warnings, Consumer<Asker> done, Asker asker) {
        if (warnings.isEmpty()) {
            done.accept(asker);
            return;
        }
        String id = String.format(Locale.ROOT, "10ca1000-0000-4000-8000-%012d", ++asked);
        questions.put(id, new Question(warnings, done));
        IbkrWarning first = warnings.getFirst();
        asker.hear(Reply.json("["
                + new Fields()
                        .text("id", id)
                        .array("message", List.of(Fields.quoted("Are you sure? It is about " + first + ".")))
                        .plain("isSuppressed", false)
                        .array("messageIds", List.of(Fields.quoted(first.id())))
                + "]"));
    }

    void reply(String id, JsonNode body, Asker asker) {
        Question question = questions.remove(id);
        if (question == null) {
            asker.hear(IbkrRest.error(400, "there is no question of that name"));
        } else if (body.get("confirmed").flag()) {
            List<IbkrWarning> left = question.warnings();
            ask(left.subList(1, left.size()), question.done(), asker);
        } else {
            asker.hear(IbkrRest.error(200, "the order was declined"));
        }
    }

    private LocalOrder.Ticket ticket(JsonNode row) {
        JsonNode conid = row.get("conid");
        InstrumentId instrument = words.instrument(conid.whole()).orElseThrow(() -> conid.refuse(WANTED));
        return new LocalOrder.Ticket(
                row.find("cOID").map(JsonNode::text).orElse(""),
                instrument,
                buys(row),
                new Quantity(row.get("quantity").decimal()),
                type(row),
                time(row.get("tif")));
    }

    private static boolean buys(JsonNode row) {
        JsonNode side = row.get("side");
        return switch (side.text()) {
            case "BUY" -> true;
            case "SELL" -> false;
            default -> throw side.refuse("must be BUY or SELL");
        };
    }

    private static TimeInForce time(JsonNode tif) {
        return switch (tif.text()) {
            case "GTC" -> TimeInForce.GTC;
            case "DAY" -> TimeInForce.DAY;
            case "IOC" -> TimeInForce.IOC;
            default -> throw tif.refuse(WANTED);
        };
    }

    private static OrderType type(JsonNode row) {
        JsonNode type = row.get("orderType");
        return switch (type.text()) {
            case "MKT" -> new OrderType.Market();
            case "LMT" -> new OrderType.Limit(price(row, "price"));
            case "STP" -> new OrderType.Stop(price(row, "price"));
            case "STOP_LIMIT" -> new OrderType.StopLimit(price(row, "auxPrice"), price(row, "price"));
            default -> throw type.refuse(WANTED);
        };
    }

    private static Price price(JsonNode row, String name) {
        return new Price(row.get(name).decimal());
    }

    private static Reply unknown(String id) {
        return IbkrRest.error(400, "OrderID " + id + " doesn't exist");
    }

    private Optional<LocalOrder> working(String id) {
        return words.order(id).filter(LocalOrder::isWorking);
    }

    void change(String id, JsonNode body, Asker asker) {
        Optional<LocalOrder> found = working(id);
        if (found.isEmpty()) {
            asker.hear(unknown(id));
            return;
        }
        LocalOrder order = found.get();
        Quantity quantity = new Quantity(body.get("quantity").decimal());
        OrderType type = type(body);
        ask(warnings(order.ticket().instrument(), type), last -> amend(order, quantity, type, last), asker);
    }

    private void amend(LocalOrder order, Quantity quantity, OrderType type, Asker asker) {
        if (!order.isWorking() || quantity.compareTo(order.filled()) <= 0) {
            asker.hear(IbkrRest.error(400, "the order cannot be changed so"));
            return;
        }
        try {
            market.check(order, quantity, type);
        } catch (RefusedException | IllegalArgumentException e) {
            asker.hear(IbkrRest.error(400, String.valueOf(e.getMessage())));
            return;
        }
        asker.hear(taken(order));
        market.amend(order, quantity, type);
    }

    void cancel(String account, String id, Asker asker) {
        Optional<LocalOrder> found = working(id);
        if (found.isEmpty()) {
            asker.hear(unknown(id));
            return;
        }
        asker.hear(Reply.json(new Fields()
                .text("msg", "Request was submitted")
                .plain("order_id", id)
                .plain("conid", words.conid(found.get().ticket().instrument()))
                .text("account", account)
                .toString()));
        market.cancel(found.get());
    }
}
