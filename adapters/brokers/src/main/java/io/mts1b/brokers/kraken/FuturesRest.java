package io.mts1b.brokers.kraken;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.kraken.KrakenMessage.Answer;
import io.mts1b.brokers.kraken.KrakenMessage.Part;
import io.mts1b.brokers.wire.Wire;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.platform.json.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Answers of the futures market's REST interface. */
final class FuturesRest {

    /** An order that traded at once is told as placed, or by how much of it traded. */
    private static final Set<String> SENT = new TreeSet<>(Set.of("placed", "partiallyFilled", "filled"));

    private final KrakenSymbols symbols;

    FuturesRest(KrakenSymbols symbols) {
        this.symbols = symbols;
    }

    KrakenMessage read(MessageKind kind, JsonNode root) {
        boolean failed = root.find("result")
                .map(JsonNode::text)
                .filter(result -> !result.equals("success"))
                .isPresent();
        if (failed) {
            return new KrakenMessage.Refused(List.of(root.get("error").text()));
        }
        return switch (kind) {
            case FUTURES_SEND_ORDER -> command("send_order", root, root.get("sendStatus"), SENT);
            case FUTURES_CANCEL_ORDER -> command("cancel_order", root, root.get("cancelStatus"), Set.of("cancelled"));
            case FUTURES_OPEN_ORDERS -> openOrders(root.get("openOrders"));
            case FUTURES_ORDER_EVENTS -> new KrakenMessage.Orders(events(root.get("orderEvents")), null);
            default -> throw new IllegalStateException(kind + " is no answer of this interface");
        };
    }

    /** What was refused need not name the order: one that was not placed, or that is not known, may have no name. */
    private Answer command(String method, JsonNode root, JsonNode told, Set<String> done) {
        String status = told.get("status").text();
        String error = done.contains(status) ? null : status;
        List<VenueOrder> happened = told.find("orderEvents").map(this::events).orElse(List.of());
        Optional<OrderName> name = Wire.guard(
                told,
                () -> told.find("order_id")
                        .map(id -> Wire.name(told.find("cliOrdId").or(() -> told.find("cli_ord_id")), id.text()))
                        .or(() -> happened.stream().map(VenueOrder::name).findFirst()));
        if (name.isEmpty() && error == null) {
            throw told.refuse("must name the order");
        }
        List<Part> parts = name.map(one -> new Part(one, error)).stream().toList();
        Instant at = root.find("serverTime").map(Wire::time).orElse(null);
        return new Answer(method, null, error, parts, at);
    }

    private KrakenMessage.Orders openOrders(JsonNode list) {
        List<VenueOrder> orders = new ArrayList<>();
        for (JsonNode row : list.elements()) {
            orders.add(Wire.guard(row, () -> openOrder(row)));
        }
        return new KrakenMessage.Orders(orders, null);
    }

    private VenueOrder openOrder(JsonNode row) {
        Quantity filled = Wire.quantity(row.get("filledSize"));
        JsonNode status = row.get("status");
        if (!status.text().equals("untouched") && !status.text().equals("partiallyFilled")) {
            throw status.refuse("must be untouched or partiallyFilled");
        }
        return new VenueOrder(
                Wire.name(row.find("cli_ord_id"), row.get("order_id").text()),
                symbols.future(row.get("symbol")),
                Rows.buys(row.get("side")),
                filled.plus(Wire.quantity(row.get("unfilledSize"))),
                type(row.get("orderType"), row),
                Standing.WORKING,
                filled,
                null);
    }

    /** Reads what happened to orders; all of it, for one event that is not known may be about anything. */
    private List<VenueOrder> events(JsonNode list) {
        List<VenueOrder> orders = new ArrayList<>();
        for (JsonNode event : list.elements()) {
            orders.add(Wire.guard(event, () -> event(event)));
        }
        return orders;
    }

    private VenueOrder event(JsonNode event) {
        JsonNode kind = event.get("type");
        return switch (kind.text()) {
            case "PLACE" -> order(whole(event), Standing.WORKING);
            case "CANCEL" -> order(whole(event), Standing.CANCELED);
            case "REJECT" -> order(whole(event), Standing.REJECTED);
            case "EDIT" -> order(event.get("new"), Standing.WORKING);
            case "EXECUTION" ->
                traded(order(event.get("orderPriorExecution"), Standing.WORKING), Wire.quantity(event.get("amount")));
            default -> throw kind.refuse("must be an event that Kraken documents");
        };
    }

    /** An order that waits for its price stands under a name of its own. */
    private static JsonNode whole(JsonNode event) {
        return event.find("order").or(() -> event.find("orderTrigger")).orElseGet(() -> event.get("order"));
    }

    /** The order is told as it stood before it traded. */
    private static VenueOrder traded(VenueOrder before, Quantity amount) {
        Quantity filled = before.filled().plus(amount);
        return new VenueOrder(
                before.name(),
                before.instrument(),
                before.buys(),
                before.ordered(),
                before.type(),
                filled.compareTo(before.ordered()) < 0 ? Standing.WORKING : Standing.FILLED,
                filled,
                null);
    }

    private VenueOrder order(JsonNode row, Standing standing) {
        Optional<JsonNode> id = row.find("orderId").or(() -> row.find("uid"));
        return new VenueOrder(
                Wire.name(
                        row.find("cliOrdId").or(() -> row.find("clientId")),
                        id.orElseGet(() -> row.get("orderId")).text()),
                symbols.future(row.get("symbol")),
                Rows.buys(row.get("side")),
                Wire.quantity(row.get("quantity")),
                type(row.get("type"), row),
                standing,
                row.find("filled").map(Wire::quantity).orElse(Quantity.ZERO),
                null);
    }

    private static @Nullable OrderType type(JsonNode type, JsonNode row) {
        Optional<Price> limit = Wire.priceUnlessZero(row.find("limitPrice"));
        Optional<Price> stop = Wire.priceUnlessZero(row.find("stopPrice").or(() -> row.find("triggerPrice")));
        return type(type, limit, stop);
    }

    /** Both interfaces of the futures market have these words, some in two spellings. */
    static @Nullable OrderType type(JsonNode type, Optional<Price> limit, Optional<Price> stop) {
        return switch (type.text()) {
            case "lmt", "limit", "post", "ioc", "fok" ->
                new OrderType.Limit(limit.orElseThrow(() -> type.refuse("must come with a limit price")));
            case "mkt", "market" -> new OrderType.Market();
            case "stp", "stop", "stop_loss" -> {
                Price trigger = stop.orElseThrow(() -> type.refuse("must come with a stop price"));
                yield limit.isPresent() ? new OrderType.StopLimit(trigger, limit.get()) : new OrderType.Stop(trigger);
            }
            case "take_profit", "trailing_stop" -> null;
            default -> throw type.refuse("must be an order type that Kraken documents");
        };
    }
}
