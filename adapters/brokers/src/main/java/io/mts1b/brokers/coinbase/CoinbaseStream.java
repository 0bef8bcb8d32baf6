package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.wire.Wire;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.platform.json.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages of the account's stream. */
final class CoinbaseStream {

    private final CoinbaseRows rows;

    CoinbaseStream(CoinbaseRows rows) {
        this.rows = rows;
    }

    CoinbaseMessage read(JsonNode root) {
        if (root.find("type").map(JsonNode::text).orElse("").equals("error")) {
            return new CoinbaseMessage.Refused(List.of(root.get("message").text()));
        }
        JsonNode channel = root.get("channel");
        return switch (channel.text()) {
            case "user" -> user(root);
            case "heartbeats", "subscriptions" ->
                new CoinbaseMessage.Alive(
                        channel.text(), root.get("sequence_num").whole());
            default -> throw channel.refuse("must be a channel of the account");
        };
    }

    /** All events of a message are of one kind, or it would be neither. */
    private CoinbaseMessage.News user(JsonNode root) {
        List<VenueOrder> orders = new ArrayList<>();
        Boolean snapshot = null;
        for (JsonNode event : root.get("events").elements()) {
            boolean whole = switch (event.get("type").text()) {
                case "snapshot" -> true;
                case "update" -> false;
                default -> throw event.get("type").refuse("must be snapshot or update");
            };
            if (snapshot != null && snapshot != whole) {
                throw event.get("type").refuse("must be the same for all events");
            }
            snapshot = whole;
            for (JsonNode row : event.get("orders").elements()) {
                orders.add(Wire.guard(row, () -> order(row)));
            }
        }
        if (snapshot == null) {
            throw root.get("events").refuse("must hold an event");
        }
        return new CoinbaseMessage.News(orders, root.get("sequence_num").whole(), snapshot);
    }

    private VenueOrder order(JsonNode row) {
        Quantity filled = Wire.quantity(row.get("cumulative_quantity"));
        return new VenueOrder(
                Wire.name(row.find("client_order_id"), Wire.id(row.get("order_id"))),
                rows.pair(row.get("product_id")),
                CoinbaseRows.buys(row.get("order_side")),
                filled.plus(Wire.quantity(row.get("leaves_quantity"))),
                type(row),
                CoinbaseRows.standing(row.get("status")),
                filled,
                Wire.average(filled, row.find("avg_price")));
    }

    /** The stream writes words as people do, and tells prices only lately: without them the type is not told. */
    private static @Nullable OrderType type(JsonNode row) {
        Optional<Price> limit = price(row, "limit_price");
        Optional<Price> stop = price(row, "stop_price");
        JsonNode word = row.get("order_type");
        return switch (word.text().toUpperCase(Locale.ROOT).replace(' ', '_')) {
            case "MARKET" -> new OrderType.Market();
            case "LIMIT" -> limit.map(OrderType.Limit::new).orElse(null);
            case "STOP_LIMIT" ->
                limit.isPresent() && stop.isPresent() ? new OrderType.StopLimit(stop.get(), limit.get()) : null;
            case "BRACKET", "TWAP", "STOP", "SCALED", "LIQUIDATION", "ROLL_OPEN", "ROLL_CLOSE" -> null;
            default -> throw word.refuse("must be an order type that Coinbase documents");
        };
    }

    private static Optional<Price> price(JsonNode row, String name) {
        return Wire.priceUnlessZero(row.find(name).filter(price -> !price.text().isEmpty()));
    }
}
