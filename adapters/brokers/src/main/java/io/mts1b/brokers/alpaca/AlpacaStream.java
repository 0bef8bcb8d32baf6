package io.mts1b.brokers.alpaca;

import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.alpaca.AlpacaMessage.Event;
import io.mts1b.brokers.wire.Wire;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.platform.json.JsonNode;
import java.time.Instant;

/** Messages of the account's stream. */
final class AlpacaStream {

    private final AlpacaRows rows;

    AlpacaStream(AlpacaRows rows) {
        this.rows = rows;
    }

    AlpacaMessage read(JsonNode root) {
        JsonNode stream = root.get("stream");
        JsonNode data = root.get("data");
        return switch (stream.text()) {
            case "authorization" -> authorization(data);
            case "listening" ->
                data.find("error").isPresent()
                        ? new AlpacaMessage.Refused(data.get("error").text())
                        : new AlpacaMessage.Listening(data.get("streams").elements().stream()
                                .map(JsonNode::text)
                                .toList());
            case "trade_updates" -> Wire.guard(data, () -> news(data));
            default -> throw stream.refuse("must be authorization, listening or trade_updates");
        };
    }

    private static AlpacaMessage authorization(JsonNode data) {
        JsonNode status = data.get("status");
        return switch (status.text()) {
            case "authorized" -> new AlpacaMessage.Authorization(true);
            case "unauthorized" -> new AlpacaMessage.Authorization(false);
            default -> throw status.refuse("must be authorized or unauthorized");
        };
    }

    private AlpacaMessage.News news(JsonNode data) {
        Event event = event(data.get("event"));
        JsonNode row = data.get("order");
        AlpacaOrder order = rows.order(row);
        Instant at = AlpacaRows.time(data.find("timestamp")
                .or(() -> data.find("at"))
                .or(() -> row.find("updated_at"))
                .orElseGet(() -> row.get("submitted_at")));
        return new AlpacaMessage.News(event, order, event == Event.TRADED ? fill(data, order, at) : null, at);
    }

    private static Event event(JsonNode event) {
        return switch (event.text()) {
            case "accepted", "new" -> Event.ACCEPTED;
            case "pending_new",
                    "held",
                    "stopped",
                    "suspended",
                    "calculated",
                    "done_for_day",
                    "pending_cancel",
                    "pending_replace" -> Event.UNDER_WAY;
            case "fill", "partial_fill" -> Event.TRADED;
            case "canceled" -> Event.CANCELED;
            case "expired" -> Event.EXPIRED;
            case "rejected" -> Event.REJECTED;
            case "replaced" -> Event.REPLACED;
            case "order_replace_rejected" -> Event.REPLACE_REJECTED;
            case "order_cancel_rejected" -> Event.CANCEL_REJECTED;
            case "trade_bust", "trade_correct" ->
                throw event.refuse("must not take back what has traded, which is not read");
            default -> throw event.refuse("must be an event that Alpaca documents");
        };
    }

    private static VenueFill fill(JsonNode data, AlpacaOrder said, Instant at) {
        VenueOrder order = said.order();
        return new VenueFill(
                AlpacaRows.fill(said.id(), order.filled()),
                order.name(),
                order.instrument(),
                order.buys(),
                Wire.quantity(data.get("qty")),
                Wire.price(data.get("price")),
                new Money(Decimal.ZERO, Currency.USD),
                Liquidity.UNKNOWN,
                at);
    }
}
