package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.coinbase.CoinbaseMessage.Answer;
import io.mts1b.brokers.coinbase.CoinbaseMessage.Part;
import io.mts1b.brokers.wire.Wire;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.json.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers of the REST interface. */
final class CoinbaseRest {

    /** Accounts whose coins the spot market cannot sell. */
    private static final Set<String> NOT_SPOT = Set.of("ACCOUNT_TYPE_VAULT", "ACCOUNT_TYPE_PERP_FUTURES");

    private static final String PREVIEW = "preview_failure_reason";

    private final CoinbaseRows rows;

    CoinbaseRest(CoinbaseRows rows) {
        this.rows = rows;
    }

    CoinbaseMessage read(CoinbaseKind kind, JsonNode root) {
        if (root.find("error").isPresent()) {
            return new CoinbaseMessage.Refused(List.of(error(root)));
        }
        return switch (kind) {
            case CREATE_ORDER -> new Answer(List.of(created(root)));
            case EDIT_ORDER -> new Answer(List.of(edited(root)));
            case CANCEL_ORDERS ->
                new Answer(root.get("results").elements().stream()
                        .map(CoinbaseRest::canceled)
                        .toList());
            case ORDER -> new CoinbaseMessage.Orders(List.of(guarded(root.get("order"))), null);
            case ORDERS ->
                new CoinbaseMessage.Orders(
                        root.get("orders").elements().stream()
                                .map(this::guarded)
                                .toList(),
                        next(root, true));
            case FILLS -> fills(root);
            case ACCOUNTS -> balances(root);
            case KEY_PERMISSIONS ->
                new CoinbaseMessage.KeyInfo(
                        root.get("can_view").flag(),
                        root.get("can_trade").flag(),
                        root.get("can_transfer").flag());
            case WS -> throw new IllegalStateException("the stream is no answer of this interface");
        };
    }

    private static String error(JsonNode row, String... more) {
        String error = reason(row, Stream.concat(Stream.of("error"), Stream.of(more)));
        String message = row.find("message").map(JsonNode::text).orElse("");
        return message.isEmpty() ? error : error + ": " + message;
    }

    /** One member may know why, and another not; the first is told if none does. */
    private static String reason(JsonNode row, Stream<String> names) {
        List<String> reasons = names.flatMap(name -> row.find(name).stream())
                .map(JsonNode::text)
                .filter(text -> !text.isEmpty())
                .toList();
        return reasons.stream()
                .filter(text -> !text.startsWith("UNKNOWN_"))
                .findFirst()
                .or(() -> reasons.stream().findFirst())
                .orElseThrow(() -> row.refuse("must say why"));
    }

    private static Part created(JsonNode root) {
        if (root.get("success").flag()) {
            JsonNode made = root.get("success_response");
            return new Part(Wire.name(made.find("client_order_id"), Wire.id(made.get("order_id"))), null);
        }
        return new Part(null, error(root.get("error_response"), "new_order_failure_reason", PREVIEW));
    }

    private static Part edited(JsonNode root) {
        if (root.get("success").flag()) {
            return new Part(null, null);
        }
        JsonNode error = root.get("errors").elements().stream()
                .findFirst()
                .orElseThrow(() -> root.get("errors").refuse("must say why"));
        return new Part(null, reason(error, Stream.of("edit_failure_reason", PREVIEW)));
    }

    private static Part canceled(JsonNode row) {
        OrderName order = Wire.name(Optional.empty(), Wire.id(row.get("order_id")));
        return new Part(
                order,
                row.get("success").flag() ? null : row.get("failure_reason").text());
    }

    /** Where the next page begins: an empty text is the end, and of orders and accounts there is a flag besides. */
    private static @Nullable String next(JsonNode root, boolean flagged) {
        boolean more = !flagged || root.get("has_next").flag();
        String cursor = root.find("cursor").map(JsonNode::text).orElse("");
        if (flagged && more && cursor.isEmpty()) {
            throw root.refuse("must say where the next page begins");
        }
        return more && !cursor.isEmpty() ? cursor : null;
    }

    private VenueOrder guarded(JsonNode row) {
        return Wire.guard(row, () -> order(row));
    }

    private VenueOrder order(JsonNode row) {
        Standing standing = CoinbaseRows.standing(row.get("status"));
        Quantity filled = Wire.quantity(row.get("filled_size"));
        Map.Entry<String, JsonNode> configuration = configuration(row.get("order_configuration"));
        Optional<JsonNode> size = configuration.getValue().find("base_size");
        if (size.isEmpty() && standing == Standing.WORKING) {
            throw configuration.getValue().refuse("must count the size in the base");
        }
        return new VenueOrder(
                Wire.name(row.find("client_order_id"), Wire.id(row.get("order_id"))),
                rows.pair(row.get("product_id")),
                CoinbaseRows.buys(row.get("side")),
                size.map(Wire::quantity).orElse(filled),
                type(configuration.getKey(), configuration.getValue(), row),
                standing,
                filled,
                Wire.average(filled, row.find("average_filled_price")));
    }

    private static Map.Entry<String, JsonNode> configuration(JsonNode configuration) {
        Map<String, JsonNode> members = configuration.members();
        if (members.size() != 1) {
            throw configuration.refuse("must have one member");
        }
        return members.entrySet().iterator().next();
    }

    private static @Nullable OrderType type(String name, JsonNode of, JsonNode row) {
        return switch (name) {
            case "market_market_ioc", "market_market_fok" -> new OrderType.Market();
            case "limit_limit_gtc", "limit_limit_gtd", "limit_limit_fok", "sor_limit_ioc" ->
                new OrderType.Limit(Wire.price(of.get("limit_price")));
            case "stop_limit_stop_limit_gtc", "stop_limit_stop_limit_gtd" -> {
                boolean up = of.get("stop_direction").text().equals("STOP_DIRECTION_STOP_UP");
                // One that waits for a better price is no stop of ours.
                yield up == CoinbaseRows.buys(row.get("side"))
                        ? new OrderType.StopLimit(Wire.price(of.get("stop_price")), Wire.price(of.get("limit_price")))
                        : null;
            }
            case "trigger_bracket_gtc", "trigger_bracket_gtd", "twap_limit_gtd", "scaled_limit_gtc" -> null;
            default -> throw row.get("order_configuration").refuse("must be one that Coinbase documents");
        };
    }

    private CoinbaseMessage.Fills fills(JsonNode root) {
        List<VenueFill> fills = new ArrayList<>();
        for (JsonNode row : root.get("fills").elements()) {
            fills.add(Wire.guard(row, () -> fill(row)));
        }
        fills.sort(Comparator.comparing(VenueFill::at).thenComparing(VenueFill::fillId));
        return new CoinbaseMessage.Fills(fills, next(root, false));
    }

    private VenueFill fill(JsonNode row) {
        if (!row.get("trade_type").text().equals("FILL")) {
            throw row.get("trade_type").refuse("must be FILL: what corrects another is not read");
        }
        if (row.get("size_in_quote").flag()) {
            throw row.get("size_in_quote").refuse("must be false");
        }
        InstrumentId instrument = rows.pair(row.get("product_id"));
        return new VenueFill(
                new FillId(row.get("trade_id").text()),
                new OrderName(null, Wire.id(row.get("order_id"))),
                instrument,
                CoinbaseRows.buys(row.get("side")),
                Wire.quantity(row.get("size")),
                Wire.price(row.get("price")),
                Wire.fee(row.get("commission"), CoinbaseRows.quote(instrument)),
                liquidity(row.get("liquidity_indicator")),
                Wire.time(row.get("trade_time")));
    }

    private static Liquidity liquidity(JsonNode word) {
        return switch (word.text()) {
            case "MAKER" -> Liquidity.MAKER;
            case "TAKER" -> Liquidity.TAKER;
            case "UNKNOWN_LIQUIDITY_INDICATOR" -> Liquidity.UNKNOWN;
            default -> throw word.refuse("must be MAKER, TAKER or UNKNOWN_LIQUIDITY_INDICATOR");
        };
    }

    private static CoinbaseMessage.Balances balances(JsonNode root) {
        SortedMap<Currency, Decimal> amounts = new TreeMap<>();
        for (JsonNode account : root.get("accounts").elements()) {
            if (NOT_SPOT.contains(account.find("type").map(JsonNode::text).orElse(""))) {
                continue;
            }
            Currency currency = account.get("currency").text(Currency::parse);
            Decimal amount = amount(account.get("available_balance"), currency)
                    .plus(account.find("hold")
                            .map(hold -> amount(hold, currency))
                            .orElse(Decimal.ZERO));
            amounts.merge(currency, amount, Decimal::plus);
        }
        amounts.values().removeIf(Decimal::isZero);
        return new CoinbaseMessage.Balances(amounts, next(root, true));
    }

    private static Decimal amount(JsonNode balance, Currency currency) {
        if (!balance.get("currency").text(Currency::parse).equals(currency)) {
            throw balance.get("currency").refuse("must be the account's, " + currency);
        }
        return balance.get("value").decimal();
    }
}
