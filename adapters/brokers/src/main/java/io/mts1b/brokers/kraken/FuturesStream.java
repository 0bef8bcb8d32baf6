package io.mts1b.brokers.kraken;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.wire.Wire;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.platform.json.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages of the futures market's private feeds. */
final class FuturesStream {

    private static final String EDIT_FAILED = "order_for_edit_not_found";

    private final KrakenSymbols symbols;
    private final Instant received;

    FuturesStream(KrakenSymbols symbols, Instant received) {
        this.symbols = symbols;
        this.received = received;
    }

    KrakenMessage read(JsonNode root) {
        JsonNode feed = root.get("feed");
        return switch (feed.text()) {
            case "fills_snapshot", "fills" ->
                fills(root.get("fills"), feed.text().equals("fills_snapshot"));
            case "open_orders_snapshot" -> openOrders(root.get("orders"));
            case "open_orders" -> openOrder(root);
            case "heartbeat" -> new KrakenMessage.Alive(feed.text());
            default -> throw feed.refuse("must be a private feed");
        };
    }

    private KrakenMessage fills(JsonNode list, boolean snapshot) {
        List<VenueFill> fills = new ArrayList<>();
        for (JsonNode row : list.elements()) {
            fills.add(Wire.guard(row, () -> fill(row)));
        }
        if (snapshot) {
            return new KrakenMessage.Fills(fills, null);
        }
        List<VenueMessage> news = new ArrayList<>();
        fills.forEach(fill -> news.add(new OrderReport.Traded(fill)));
        return new KrakenMessage.News(news, fills.stream().map(VenueFill::order).toList(), List.of(), null, false);
    }

    private VenueFill fill(JsonNode row) {
        return new VenueFill(
                new FillId(row.get("fill_id").text()),
                Wire.name(row.find("cli_ord_id"), row.get("order_id").text()),
                symbols.future(row.get("instrument")),
                row.get("buy").flag(),
                Wire.quantity(row.get("qty")),
                Wire.price(row.get("price")),
                new Money(row.get("fee_paid").decimal(), KrakenSymbols.currency(row.get("fee_currency"))),
                liquidity(row.get("fill_type")),
                Instant.ofEpochMilli(row.get("time").whole()));
    }

    /** Liquidations and assignments are of neither side of the book. */
    private static Liquidity liquidity(JsonNode type) {
        return switch (type.text()) {
            case "maker" -> Liquidity.MAKER;
            case "taker", "takerAfterEdit" -> Liquidity.TAKER;
            case "liquidation", "assignee", "assignor", "unwindBankrupt", "unwindCounterparty" -> Liquidity.UNKNOWN;
            default -> throw type.refuse("must be a type of fill that Kraken documents");
        };
    }

    /** As on the spot market, it tells which orders there are; how they stand is asked for. */
    private KrakenMessage.News openOrders(JsonNode list) {
        List<OrderName> names = new ArrayList<>();
        for (JsonNode order : list.elements()) {
            check(order);
            names.add(name(order));
        }
        return new KrakenMessage.News(List.of(), names, List.of(), null, true);
    }

    private static OrderName name(JsonNode row) {
        return Wire.guard(
                row, () -> Wire.name(row.find("cli_ord_id"), row.get("order_id").text()));
    }

    private KrakenMessage.News openOrder(JsonNode root) {
        Optional<JsonNode> order = root.find("order");
        OrderName name = name(order.orElse(root));
        Instant at = order.map(
                        one -> Instant.ofEpochMilli(one.get("last_update_time").whole()))
                .orElse(received);
        if (order.isPresent()) {
            check(order.get());
        }
        Quantity filled = order.map(one -> Wire.quantity(one.get("filled"))).orElse(null);
        JsonNode reason = root.get("reason");
        OrderReport report = root.get("is_cancel").flag()
                ? ended(name, at, filled, reason)
                : Wire.guard(reason, () -> changed(name, at, reason));
        boolean edited = reason.text().equals("edited_by_user");
        return new KrakenMessage.News(
                report == null ? List.of() : List.of(report),
                List.of(name),
                edited ? List.of(name) : List.of(),
                null,
                false);
    }

    /** What stands there must be known, even where nothing of it is told. */
    private void check(JsonNode order) {
        symbols.future(order.get("instrument"));
        Wire.quantity(order.get("qty"));
        FuturesRest.type(
                order.get("type"),
                Wire.priceUnlessZero(order.find("limit_price")),
                Wire.priceUnlessZero(order.find("stop_price")));
        long direction = order.get("direction").whole();
        if (direction != 0 && direction != 1) {
            throw order.get("direction").refuse("must be 0 or 1");
        }
    }

    private static @Nullable OrderReport ended(OrderName name, Instant at, @Nullable Quantity filled, JsonNode reason) {
        return switch (reason.text()) {
            // The feed of fills tells it; and what an order becomes that its price has woken is told next.
            case "full_fill", "stop_order_triggered" -> null;
            case EDIT_FAILED -> new OrderReport.ReplaceRejected(name, at, reason.text());
            case "contract_expired" -> new OrderReport.Expired(name, at, filled);
            case "cancelled_by_user",
                    "cancelled_by_admin",
                    "dead_man_switch",
                    "insufficient_margin",
                    "not_enough_margin",
                    "market_inactive",
                    "liquidation",
                    "limit_order_from_stop",
                    "ioc_order_failed_because_it_would_not_be_executed",
                    "post_order_failed_because_it_would_filled",
                    "would_execute_self",
                    "would_not_reduce_position" -> new OrderReport.Canceled(name, at, filled, reason.text());
            default -> throw reason.refuse("must be a reason that Kraken documents");
        };
    }

    private static @Nullable OrderReport changed(OrderName name, Instant at, JsonNode reason) {
        return switch (reason.text()) {
            case "new_placed_order_by_user", "limit_order_from_stop" -> new OrderReport.Accepted(name, at);
            case "partial_fill", "edited_by_user", "stop_order_triggered" -> null;
            case EDIT_FAILED -> new OrderReport.ReplaceRejected(name, at, reason.text());
            default -> throw reason.refuse("must be a reason that Kraken documents");
        };
    }
}
