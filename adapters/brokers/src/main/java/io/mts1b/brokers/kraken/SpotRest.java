package io.mts1b.brokers.kraken;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.kraken.KrakenMessage.Answer;
import io.mts1b.brokers.kraken.KrakenMessage.Part;
import io.mts1b.brokers.wire.Wire;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.security.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers of the spot market's REST interface. */
final class SpotRest {

    /**
     * What lies in Kraken's earning products ({@code .B}, {@code .M}, {@code .P}, {@code .S}), what staked ether has earned,
     * tokenized assets, which are none of ours, and deposits on hold.
     */
    private static final Pattern APART = Pattern.compile("ETH2|.+\\.(B|M|P|S|T|HOLD)");

    private final KrakenSymbols symbols;

    SpotRest(KrakenSymbols symbols) {
        this.symbols = symbols;
    }

    KrakenMessage read(MessageKind kind, JsonNode root) {
        List<String> errors = root.get("error").elements().stream()
                .map(JsonNode::text)
                .filter(error -> !error.startsWith("W")) // A warning stands beside a result.
                .toList();
        if (!errors.isEmpty()) {
            return new KrakenMessage.Refused(errors);
        }
        JsonNode result = root.get("result");
        return switch (kind) {
            case ADD_ORDER -> added(result);
            case AMEND_ORDER -> amended(result);
            case CANCEL_ORDER -> canceled(result);
            case OPEN_ORDERS -> orders(result.get("open"), result);
            case CLOSED_ORDERS -> orders(result.get("closed"), result);
            case QUERY_ORDERS -> orders(result, null);
            case TRADES_HISTORY -> fills(result);
            case BALANCE -> balances(result);
            case WS_TOKEN ->
                new KrakenMessage.Token(
                        Secret.of(result.get("token").text(this::visible)),
                        result.get("expires").whole());
            case SERVER_TIME ->
                new KrakenMessage.ServerTime(
                        Instant.ofEpochSecond(result.get("unixtime").whole()));
            case KEY_INFO -> keyInfo(result);
            default -> throw new IllegalStateException(kind + " is no answer of this interface");
        };
    }

    /** A token goes into a message as it is, so it must be plain; what is wrong with it is not shown. */
    private String visible(String token) {
        boolean plain =
                !token.isEmpty() && token.length() <= 256 && token.chars().allMatch(c -> c > ' ' && c < 127);
        return plain ? token : "";
    }

    private static Answer added(JsonNode result) {
        List<Part> parts = result.get("txid").elements().stream()
                .map(txid -> new Part(Wire.name(Optional.empty(), txid.text()), null))
                .toList();
        if (parts.isEmpty()) {
            throw result.refuse("must name the order in txid");
        }
        return new Answer("add_order", null, null, parts, null);
    }

    private static Answer amended(JsonNode result) {
        result.get("amend_id").text();
        return new Answer("amend_order", null, null, List.of(), null);
    }

    private static Answer canceled(JsonNode result) {
        long count = result.get("count").whole();
        boolean done = count > 0 || result.find("pending").map(JsonNode::flag).orElse(false);
        return new Answer("cancel_order", null, done ? null : "nothing was canceled", List.of(), null);
    }

    private KrakenMessage.Orders orders(JsonNode list, @Nullable JsonNode page) {
        List<VenueOrder> orders = new ArrayList<>();
        for (Map.Entry<String, JsonNode> row : list.members().entrySet()) {
            JsonNode order = row.getValue();
            orders.add(Wire.guard(order, () -> order(row.getKey(), order)));
        }
        Long count =
                page == null ? null : page.find("count").map(JsonNode::whole).orElse(null);
        return new KrakenMessage.Orders(orders, count);
    }

    private VenueOrder order(String txid, JsonNode row) {
        JsonNode described = row.get("descr");
        if (row.find("oflags").map(JsonNode::text).orElse("").contains("viqc")) {
            throw row.get("oflags").refuse("must count the volume in the base");
        }
        Quantity filled = Wire.quantity(row.get("vol_exec"));
        return new VenueOrder(
                Wire.name(row.find("cl_ord_id"), txid),
                symbols.pair(described.get("pair")),
                Rows.buys(described.get("type")),
                Wire.quantity(row.get("vol")),
                type(row, described),
                standing(row.get("status")),
                filled,
                filled.isZero() ? null : Wire.priceUnlessZero(row.find("price")).orElse(null));
    }

    /**
     * The first price is the limit or what wakes the order, the second is the limit of an order that is woken. One that was
     * woken is still told as a stop with a limit, with one price, and which of the two that is no field says.
     */
    private static @Nullable OrderType type(JsonNode row, JsonNode described) {
        JsonNode type = described.get("ordertype");
        JsonNode first = described.get("price");
        JsonNode second = described.get("price2");
        if (isRelative(first) || isRelative(second)) {
            return Rows.type(type, Optional.of(new Price(Decimal.ONE)), Optional.of(new Price(Decimal.ONE))) == null
                    ? null
                    : relative(type);
        }
        Optional<Price> price = Wire.priceUnlessZero(Optional.of(first));
        Optional<Price> limit = Wire.priceUnlessZero(Optional.of(second));
        if (type.text().equals("stop-loss-limit") && price.isPresent() && limit.isEmpty()) {
            return null;
        }
        return switch (type.text()) {
            case "stop-loss", "stop-loss-limit" ->
                Rows.type(type, limit, price.or(() -> Wire.priceUnlessZero(row.find("stopprice"))));
            default -> Rows.type(type, price, Optional.empty());
        };
    }

    /** Prices that follow the market, such as +5% or #10, are of no type of ours. */
    private static boolean isRelative(JsonNode price) {
        String text = price.text();
        return !text.isEmpty() && ("+-#".indexOf(text.charAt(0)) >= 0 || text.endsWith("%"));
    }

    private static @Nullable OrderType relative(JsonNode known) {
        return known.text().equals("market") ? new OrderType.Market() : null;
    }

    private static Standing standing(JsonNode status) {
        return switch (status.text()) {
            case "pending", "open" -> Standing.WORKING;
            case "closed" -> Standing.FILLED;
            case "canceled" -> Standing.CANCELED;
            case "expired" -> Standing.EXPIRED;
            default -> throw status.refuse("must be pending, open, closed, canceled or expired");
        };
    }

    private KrakenMessage.Fills fills(JsonNode result) {
        List<VenueFill> fills = new ArrayList<>();
        result.get("trades").members().forEach((id, row) -> fills.add(Wire.guard(row, () -> fill(id, row))));
        fills.sort(Comparator.comparing(VenueFill::at).thenComparing(VenueFill::fillId));
        return new KrakenMessage.Fills(
                fills, result.find("count").map(JsonNode::whole).orElse(null));
    }

    private VenueFill fill(String id, JsonNode row) {
        InstrumentId instrument = symbols.pair(row.get("pair"));
        Liquidity liquidity = row.find("maker")
                .map(JsonNode::flag)
                .map(maker -> maker ? Liquidity.MAKER : Liquidity.TAKER)
                .orElse(Liquidity.UNKNOWN);
        return new VenueFill(
                new FillId(id),
                new OrderName(null, row.get("ordertxid").text()),
                instrument,
                Rows.buys(row.get("type")),
                Wire.quantity(row.get("vol")),
                Wire.price(row.get("price")),
                new Money(row.get("fee").decimal(), KrakenSymbols.quote(instrument)),
                liquidity,
                Rows.seconds(row.get("time")));
    }

    /** No part of the account that orders draw on is what {@link #APART} says; {@code .F} earns and can be traded. */
    private KrakenMessage.Balances balances(JsonNode result) {
        SortedMap<Currency, Decimal> amounts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> row : result.members().entrySet()) {
            String code = row.getKey();
            Decimal amount = row.getValue().decimal();
            if (APART.matcher(code).matches() || amount.isZero()) {
                continue;
            }
            String asset = code.endsWith(".F") ? code.substring(0, code.length() - 2) : code;
            Currency currency = Wire.guard(row.getValue(), () -> symbols.asset(asset));
            amounts.merge(currency, amount, Decimal::plus);
        }
        amounts.values().removeIf(Decimal::isZero);
        return new KrakenMessage.Balances(amounts);
    }

    private static KrakenMessage.KeyInfo keyInfo(JsonNode result) {
        return new KrakenMessage.KeyInfo(
                result.find("api_key_name").map(JsonNode::text).orElse(""),
                result.get("permissions").elements().stream()
                        .map(JsonNode::text)
                        .toList());
    }
}
