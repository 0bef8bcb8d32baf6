package io.mts1b.brokers.kraken;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.kraken.KrakenMessage.Answer;
import io.mts1b.brokers.kraken.KrakenMessage.Part;
import io.mts1b.brokers.wire.Wire;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Messages of the spot market's private stream, WebSocket API v2. */
final class SpotStream {

    private static final Set<String> METHODS = new TreeSet<>(Set.of(
            "add_order",
            "amend_order",
            "batch_add",
            "batch_cancel",
            "cancel_all",
            "cancel_all_orders_after",
            "cancel_order",
            "edit_order",
            "subscribe",
            "unsubscribe"));

    private final KrakenSymbols symbols;

    SpotStream(KrakenSymbols symbols) {
        this.symbols = symbols;
    }

    KrakenMessage read(JsonNode root) {
        Optional<JsonNode> method = root.find("method");
        return method.isPresent() ? answer(root, method.get()) : channel(root, root.get("channel"));
    }

    private static KrakenMessage answer(JsonNode root, JsonNode method) {
        String name = method.text();
        if (name.equals("pong")) {
            return new KrakenMessage.Alive(name);
        }
        if (!METHODS.contains(name)) {
            throw method.refuse("must be a method of the private stream");
        }
        if (root.find("params").isPresent()) {
            throw root.get("params").refuse("must be absent: with params it is a request of ours, not an answer");
        }
        boolean success = root.get("success").flag();
        String error = success ? null : root.get("error").text();
        Optional<JsonNode> result = root.find("result");
        return new Answer(
                name,
                root.find("req_id").map(JsonNode::whole).orElse(null),
                error,
                result.map(one -> parts(name, one)).orElse(List.of()),
                root.find("time_out").map(SpotStream::sent).orElse(null));
    }

    /** Kraken's documentation shows some of these times without their zone; all its times are UTC. */
    private static Instant sent(JsonNode text) {
        return text.text(
                time -> DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC).parse(time, Instant::from));
    }

    private static List<Part> parts(String method, JsonNode result) {
        if (method.equals("batch_add")) {
            return batch(result).stream().map(SpotStream::part).toList();
        }
        boolean names =
                result.find("order_id").isPresent() || result.find("cl_ord_id").isPresent();
        return names ? List.of(new Part(name(result), null)) : List.of();
    }

    /** An array, as documented, or an object with one in it, as recorded. */
    private static List<JsonNode> batch(JsonNode result) {
        try {
            return result.get("orders").elements();
        } catch (JsonException e) {
            return result.elements();
        }
    }

    private static Part part(JsonNode row) {
        boolean success = row.find("success").map(JsonNode::flag).orElse(true);
        return new Part(name(row), success ? null : row.get("error").text());
    }

    private static OrderName name(JsonNode row) {
        return Wire.guard(
                row,
                () -> Wire.name(
                        row.find("cl_ord_id"),
                        row.find("order_id").map(JsonNode::text).orElse(null)));
    }

    private KrakenMessage channel(JsonNode root, JsonNode channel) {
        return switch (channel.text()) {
            case "executions" -> executions(root);
            case "heartbeat", "status" -> new KrakenMessage.Alive(channel.text());
            default -> throw channel.refuse("must be a channel of the private stream");
        };
    }

    private KrakenMessage.News executions(JsonNode root) {
        boolean snapshot = switch (root.get("type").text()) {
            case "snapshot" -> true;
            case "update" -> false;
            default -> throw root.get("type").refuse("must be snapshot or update");
        };
        List<VenueMessage> messages = new ArrayList<>();
        List<OrderName> names = new ArrayList<>();
        List<OrderName> amended = new ArrayList<>();
        for (JsonNode row : root.get("data").elements()) {
            OrderName name = name(row);
            names.add(name);
            String event = row.get("exec_type").text();
            if (event.equals("amended") || event.equals("restated")) {
                amended.add(name);
            } else {
                OrderReport report = Wire.guard(row, () -> report(event, name, row));
                if (report != null && !snapshot) {
                    messages.add(report);
                }
            }
        }
        long sequence = root.get("sequence").whole();
        return new KrakenMessage.News(messages, names, snapshot ? List.of() : amended, sequence, snapshot);
    }

    /** Returns null for what is no news to anybody: the trades that filled an order have been told one by one. */
    private @Nullable OrderReport report(String event, OrderName name, JsonNode row) {
        Instant at = Wire.time(row.get("timestamp"));
        return switch (event) {
            case "pending_new", "filled", "iceberg_refill", "status" -> null;
            case "new" -> new OrderReport.Accepted(name, at);
            // An order that has traded stands in a snapshot with its last event, not with the trade.
            case "trade" -> row.find("exec_id").isPresent() ? new OrderReport.Traded(fill(name, row)) : null;
            case "canceled" -> new OrderReport.Canceled(name, at, filled(row), reason(row));
            case "expired" -> new OrderReport.Expired(name, at, filled(row));
            default -> throw row.get("exec_type").refuse("must be an event that Kraken documents");
        };
    }

    private static @Nullable Quantity filled(JsonNode row) {
        return row.find("cum_qty").map(Wire::quantity).orElse(null);
    }

    private static String reason(JsonNode row) {
        String reason = row.find("reason").map(JsonNode::text).orElse("");
        return VenueMessage.reason(reason.isEmpty() ? "canceled by the venue" : reason);
    }

    private VenueFill fill(OrderName name, JsonNode row) {
        InstrumentId instrument = symbols.symbol(row.get("symbol"));
        return new VenueFill(
                new FillId(row.get("exec_id").text()),
                name,
                instrument,
                Rows.buys(row.get("side")),
                Wire.quantity(row.get("last_qty")),
                Wire.price(row.get("last_price")),
                fee(row.get("fees"), instrument),
                row.find("liquidity_ind").map(SpotStream::liquidity).orElse(Liquidity.UNKNOWN),
                Rows.fillTime(row.get("timestamp")));
    }

    private static Liquidity liquidity(JsonNode word) {
        return switch (word.text()) {
            case "m" -> Liquidity.MAKER;
            case "t" -> Liquidity.TAKER;
            default -> throw word.refuse("must be m or t");
        };
    }

    private static Money fee(JsonNode fees, InstrumentId instrument) {
        Currency currency = null;
        Decimal sum = Decimal.ZERO;
        for (JsonNode fee : fees.elements()) {
            Currency one = KrakenSymbols.currency(fee.get("asset"));
            if (currency != null && !currency.equals(one)) {
                throw fees.refuse("must be in one currency");
            }
            currency = one;
            sum = sum.plus(fee.get("qty").decimal());
        }
        return new Money(sum, currency == null ? KrakenSymbols.quote(instrument) : currency);
    }
}
