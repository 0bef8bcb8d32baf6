package io.mts1b.brokers.coinbase.local;

import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.local.LocalVenue.Asker;
import io.mts1b.brokers.local.LocalVenue.Reply;
import io.mts1b.brokers.local.RefusedException;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.platform.json.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands over REST, after all checks. Answers first, and then does what it said. */
final class CoinbaseOrders {

    private static final String LIMIT_PRICE = "limit_price";

    private final LocalMarket market;
    private final CoinbaseWords words;

    /** Names are taken once, for ever. */
    private final Map<String, LocalOrder> names = new LinkedHashMap<>();

    CoinbaseOrders(LocalMarket market, CoinbaseWords words) {
        this.market = market;
        this.words = words;
    }

    void obey(String path, JsonNode body, Asker asker) {
        switch (path) {
            case "orders" -> create(body, asker);
            case "orders/edit" -> edit(body, asker);
            case "orders/batch_cancel" -> cancel(body, asker);
            default -> asker.hear(CoinbaseRest.unknown());
        }
    }

    private void create(JsonNode body, Asker asker) {
        String name = body.get("client_order_id").text();
        LocalOrder known = names.get(name);
        if (known != null) {
            asker.hear(created(known));
            return;
        }
        LocalOrder order;
        try {
            order = market.admit(ticket(name, body));
        } catch (RefusedException e) {
            asker.hear(Reply.json(new Fields()
                    .plain("success", false)
                    .object(
                            "error_response",
                            new Fields()
                                    .text("error", reason(e))
                                    .text("message", String.valueOf(e.getMessage()))
                                    .text("error_details", ""))
                    .toString()));
            return;
        }
        names.put(name, order);
        asker.hear(created(order));
        market.work(order);
    }

    private static String reason(RefusedException e) {
        return switch (e.reason()) {
            case INSTRUMENT -> "INVALID_PRODUCT_ID";
            case PRICE -> "INVALID_PRICE_PRECISION";
            case QUANTITY -> "INVALID_SIZE_PRECISION";
            case NAME -> "DUPLICATE_CLIENT_ORDER_ID";
            case FUNDS -> "INSUFFICIENT_FUND";
        };
    }

    private Reply created(LocalOrder order) {
        return Reply.json(new Fields()
                .plain("success", true)
                .object(
                        "success_response",
                        new Fields()
                                .text("order_id", CoinbaseWords.order(order))
                                .text("product_id", words.product(order.ticket().instrument()))
                                .text("side", CoinbaseWords.side(order))
                                .text("client_order_id", order.ticket().name()))
                .toString());
    }

    private LocalOrder.Ticket ticket(String name, JsonNode body) {
        JsonNode side = body.get("side");
        boolean buys = side.text().equals("BUY");
        if (!buys && !side.text().equals("SELL")) {
            throw side.refuse("must be BUY or SELL");
        }
        Map<String, JsonNode> kinds = body.get("order_configuration").members();
        if (kinds.size() != 1) {
            throw body.get("order_configuration").refuse("must have one member");
        }
        Map.Entry<String, JsonNode> kind = kinds.entrySet().iterator().next();
        JsonNode of = kind.getValue();
        TimeInForce time = kind.getKey().endsWith("_fok")
                ? TimeInForce.FOK
                : kind.getKey().endsWith("_ioc") ? TimeInForce.IOC : TimeInForce.GTC;
        OrderType type = switch (kind.getKey()) {
            case "market_market_ioc", "market_market_fok" -> new OrderType.Market();
            case "limit_limit_gtc", "limit_limit_fok", "sor_limit_ioc" -> new OrderType.Limit(price(of, LIMIT_PRICE));
            case "stop_limit_stop_limit_gtc" -> stop(of, buys);
            default -> throw body.get("order_configuration").refuse("must be one that is served here");
        };
        Quantity quantity = new Quantity(of.get("base_size").decimal());
        return new LocalOrder.Ticket(
                name, words.instrument(body.get("product_id").text()), buys, quantity, type, time);
    }

    private static OrderType stop(JsonNode of, boolean buys) {
        JsonNode direction = of.get("stop_direction");
        if (!direction.text().equals(buys ? "STOP_DIRECTION_STOP_UP" : "STOP_DIRECTION_STOP_DOWN")) {
            throw direction.refuse("must be that of a stop");
        }
        return new OrderType.StopLimit(price(of, "stop_price"), price(of, LIMIT_PRICE));
    }

    private static Price price(JsonNode of, String name) {
        return new Price(of.get(name).decimal());
    }

    private Optional<LocalOrder> working(JsonNode id) {
        return CoinbaseWords.number(id.text()).flatMap(market::order).filter(LocalOrder::isWorking);
    }

    private void edit(JsonNode body, Asker asker) {
        Optional<LocalOrder> found = working(body.get("order_id"));
        Quantity size = new Quantity(body.get("size").decimal());
        OrderType type = new OrderType.Limit(price(body, "price"));
        String failure = failure(found, size, type);
        if (!failure.isEmpty()) {
            asker.hear(Reply.json(new Fields()
                    .plain("success", false)
                    .array("errors", List.of(new Fields().text("edit_failure_reason", failure)))
                    .toString()));
            return;
        }
        asker.hear(Reply.json(
                new Fields().plain("success", true).array("errors", List.of()).toString()));
        market.amend(found.orElseThrow(), size, type);
    }

    private String failure(Optional<LocalOrder> found, Quantity size, OrderType type) {
        if (found.isEmpty()) {
            return "ORDER_NOT_FOUND";
        }
        LocalOrder order = found.get();
        if (!(order.type() instanceof OrderType.Limit) || order.ticket().time() != TimeInForce.GTC) {
            return "ONLY_LIMIT_ORDER_EDITS_SUPPORTED";
        }
        if (size.compareTo(order.filled()) <= 0) {
            return "CANNOT_EDIT_TO_BELOW_FILLED_SIZE";
        }
        try {
            market.check(order, size, type);
            return "";
        } catch (RefusedException e) {
            return reason(e);
        }
    }

    private void cancel(JsonNode body, Asker asker) {
        List<Fields> results = new ArrayList<>();
        List<LocalOrder> canceled = new ArrayList<>();
        for (JsonNode id : body.get("order_ids").elements()) {
            Optional<LocalOrder> order = working(id);
            order.filter(one -> !canceled.contains(one)).ifPresent(canceled::add);
            results.add(new Fields()
                    .plain("success", order.isPresent())
                    .text(
                            "failure_reason",
                            order.isPresent() ? "UNKNOWN_CANCEL_FAILURE_REASON" : "UNKNOWN_CANCEL_ORDER")
                    .text("order_id", id.text()));
        }
        asker.hear(Reply.json(new Fields().array("results", results).toString()));
        canceled.forEach(market::cancel);
    }
}
