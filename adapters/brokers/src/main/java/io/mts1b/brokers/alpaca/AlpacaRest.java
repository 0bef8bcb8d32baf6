package io.mts1b.brokers.alpaca;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.wire.Wire;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Answers of the REST interface. */
final class AlpacaRest {

    private static final Money NO_FEE = new Money(Decimal.ZERO, Currency.USD);

    private final AlpacaRows rows;

    AlpacaRest(AlpacaRows rows) {
        this.rows = rows;
    }

    AlpacaMessage read(AlpacaKind kind, JsonNode root) {
        if (isError(root)) {
            return new AlpacaMessage.Refused(
                    root.get("code").whole() + ": " + root.get("message").text());
        }
        return switch (kind) {
            case ORDER -> new AlpacaMessage.Orders(List.of(rows.order(root)));
            case ORDERS ->
                new AlpacaMessage.Orders(
                        root.elements().stream().map(rows::order).toList());
            case FILLS -> fills(root);
            case POSITIONS -> positions(root);
            case ACCOUNT -> account(root);
            case CLOCK -> new AlpacaMessage.Clock(Wire.time(root.get("timestamp")));
            case QUOTES -> quotes(root);
            case WS -> throw new IllegalStateException("the stream is no answer of this interface");
        };
    }

    private static boolean isError(JsonNode root) {
        try {
            root.elements();
            return false; // Lists are no errors.
        } catch (JsonException e) {
            return root.find("code").isPresent() && root.find("message").isPresent();
        }
    }

    private AlpacaMessage.Fills fills(JsonNode root) {
        List<VenueFill> fills = new ArrayList<>();
        String last = null;
        for (JsonNode row : root.elements()) {
            fills.add(Wire.guard(row, () -> fill(row)));
            last = row.get("id").text();
        }
        return new AlpacaMessage.Fills(fills, last);
    }

    private VenueFill fill(JsonNode row) {
        if (!row.get("activity_type").text().equals("FILL")) {
            throw row.get("activity_type").refuse("must be FILL");
        }
        JsonNode type = row.get("type");
        if (!List.of("fill", "partial_fill").contains(type.text())) {
            throw type.refuse("must be fill or partial_fill: what corrects another is not read");
        }
        String order = Wire.id(row.get("order_id"));
        return fill(row, new OrderName(null, order), rows.instrument(row), Wire.quantity(row.get("cum_qty")));
    }

    private static VenueFill fill(JsonNode row, OrderName order, InstrumentId instrument, Quantity traded) {
        return new VenueFill(
                AlpacaRows.fill(String.valueOf(order.venues()), traded),
                order,
                instrument,
                AlpacaRows.buys(row.get("side")),
                Wire.quantity(row.get("qty")),
                Wire.price(row.get("price")),
                NO_FEE,
                Liquidity.UNKNOWN,
                AlpacaRows.time(row.get("transaction_time")));
    }

    /** Signs come from the side, whether or not the number has one, too. */
    private AlpacaMessage.Positions positions(JsonNode root) {
        SortedMap<InstrumentId, Decimal> quantities = new TreeMap<>();
        for (JsonNode row : root.elements()) {
            Decimal quantity = row.get("qty").decimal();
            JsonNode side = row.get("side");
            boolean isLong = switch (side.text()) {
                case "long" -> true;
                case "short" -> false;
                default -> throw side.refuse("must be long or short");
            };
            if (isLong && quantity.signum() < 0) {
                throw row.get("qty").refuse("must not be negative of a long position");
            }
            Decimal signed = isLong || quantity.signum() < 0 ? quantity : quantity.negated();
            Decimal before = quantities.put(rows.instrument(row), signed);
            if (before != null) {
                throw row.get("symbol").refuse("must be there once");
            }
        }
        quantities.values().removeIf(Decimal::isZero);
        return new AlpacaMessage.Positions(quantities);
    }

    private static AlpacaMessage.Account account(JsonNode root) {
        return new AlpacaMessage.Account(
                root.get("currency").text(Currency::parse),
                root.get("cash").decimal(),
                root.get("status").text().equals("ACTIVE"),
                root.get("trading_blocked").flag()
                        || root.get("account_blocked").flag()
                        || root.get("trade_suspended_by_user").flag(),
                root.get("transfers_blocked").flag());
    }

    private static AlpacaMessage.Quotes quotes(JsonNode root) {
        SortedMap<String, AlpacaMessage.Quote> quotes = new TreeMap<>();
        root.get("quotes")
                .members()
                .forEach((symbol, quote) -> quotes.put(
                        symbol,
                        new AlpacaMessage.Quote(
                                quote.get("bp").decimal(), quote.get("ap").decimal())));
        return new AlpacaMessage.Quotes(quotes);
    }
}
