package io.mts1b.brokers.alpaca;

import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.wire.Wire;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.json.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders, and words that several messages share. */
final class AlpacaRows {

    private final AlpacaSymbols symbols;

    AlpacaRows(AlpacaSymbols symbols) {
        this.symbols = symbols;
    }

    InstrumentId instrument(JsonNode row) {
        return symbols.read(row);
    }

    AlpacaOrder order(JsonNode row) {
        return Wire.guard(row, () -> read(row));
    }

    private AlpacaOrder read(JsonNode row) {
        JsonNode status = row.get("status");
        Quantity filled = Wire.quantity(row.get("filled_qty"));
        Standing standing = standing(status);
        Optional<JsonNode> quantity = row.find("qty");
        if (quantity.isEmpty() && standing == Standing.WORKING) {
            throw row.refuse("must count its quantity, an order for an amount of money is none of ours");
        }
        VenueOrder order = new VenueOrder(
                Wire.name(row.find("client_order_id"), Wire.id(row.get("id"))),
                instrument(row),
                buys(row.get("side")),
                quantity.map(Wire::quantity).orElse(filled),
                type(row),
                standing,
                filled,
                Wire.average(filled, row.find("filled_avg_price")));
        return new AlpacaOrder(
                order,
                Wire.time(row.find("submitted_at").orElseGet(() -> row.get("created_at"))),
                row.find("replaces").map(Wire::id).orElse(null),
                row.find("replaced_by").map(Wire::id).orElse(null));
    }

    private static @Nullable OrderType type(JsonNode row) {
        JsonNode orderClass = row.find("order_class").orElse(null);
        boolean simple = switch (orderClass == null ? "" : orderClass.text()) {
            case "", "simple" -> true;
            case "bracket", "oco", "oto" -> false;
            default -> throw row.get("order_class").refuse("must be simple, bracket, oco or oto");
        };
        JsonNode word = row.find("type").orElseGet(() -> row.get("order_type"));
        OrderType type = switch (word.text()) {
            case "market" -> new OrderType.Market();
            case "limit" -> new OrderType.Limit(Wire.price(row.get("limit_price")));
            case "stop" -> new OrderType.Stop(Wire.price(row.get("stop_price")));
            case "stop_limit" ->
                new OrderType.StopLimit(Wire.price(row.get("stop_price")), Wire.price(row.get("limit_price")));
            case "trailing_stop" -> null;
            default -> throw word.refuse("must be an order type that Alpaca documents");
        };
        // With others at its side it does more than its type says.
        return simple ? type : null;
    }

    static boolean buys(JsonNode side) {
        return switch (side.text()) {
            case "buy" -> true;
            case "sell", "sell_short" -> false;
            default -> throw side.refuse("must be buy, sell or sell_short");
        };
    }

    static Standing standing(JsonNode status) {
        return switch (status.text()) {
            case "new",
                    "partially_filled",
                    "done_for_day",
                    "accepted",
                    "pending_new",
                    "accepted_for_bidding",
                    "pending_cancel",
                    "pending_replace",
                    "stopped",
                    "suspended",
                    "calculated",
                    "held",
                    "pending_review" -> Standing.WORKING;
            case "filled" -> Standing.FILLED;
            case "canceled", "replaced" -> Standing.CANCELED;
            case "expired" -> Standing.EXPIRED;
            case "rejected" -> Standing.REJECTED;
            default -> throw status.refuse("must be a status that Alpaca documents");
        };
    }

    /**
     * The identity of a fill: how much its order had traded with it, which only grows. The stream and the history both tell
     * that, and the names they give to a fill are not said to be the same.
     */
    static FillId fill(String order, Quantity traded) {
        return new FillId(order + "/" + traded);
    }

    /** The stream and the history do not round alike, but the millisecond is the same. */
    static Instant time(JsonNode text) {
        return Wire.time(text).truncatedTo(ChronoUnit.MILLIS);
    }
}
