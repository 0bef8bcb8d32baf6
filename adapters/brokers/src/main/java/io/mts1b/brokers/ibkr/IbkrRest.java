package io.mts1b.brokers.ibkr;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.ibkr.IbkrMessage.Of;
import io.mts1b.brokers.wire.Wire;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.security.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers of the REST interface. */
final class IbkrRest {

    private static final String ORDER_ID = "order_id";
    private static final String SYMBOL = "symbol";

    private final IbkrRows rows;

    IbkrRest(IbkrRows rows) {
        this.rows = rows;
    }

    IbkrMessage read(IbkrKind kind, JsonNode root) {
        Optional<String> error = error(root);
        if (error.isPresent()) {
            return new IbkrMessage.Refused(error.get());
        }
        return switch (kind) {
            case PLACE -> placed(root);
            case CANCEL -> {
                root.get("msg").text();
                yield new IbkrMessage.Taken(
                        List.of(new IbkrMessage.Placed(IbkrRows.id(root.get(ORDER_ID)), Standing.WORKING)));
            }
            case ORDERS -> orders(root);
            case ORDER -> new IbkrMessage.Orders(List.of(Wire.guard(root, () -> status(root))), true);
            case TRADES -> rows.fills(root.elements());
            case POSITIONS -> positions(root);
            case LEDGER -> ledger(root);
            default -> session(kind, root);
        };
    }

    private IbkrMessage session(IbkrKind kind, JsonNode root) {
        return switch (kind) {
            case STATUS ->
                root.find("message")
                                .filter(word -> word.text().equals("triggered"))
                                .isPresent()
                        ? new IbkrMessage.Told("triggered")
                        : status(root, null);
            case TICKLE ->
                status(
                        root.get("iserver").get("authStatus"),
                        secret(root.get("session").text()));
            case VALIDATE -> validated(root);
            case ACCOUNTS ->
                new IbkrMessage.Accounts(
                        texts(root.get("accounts")),
                        root.find("isPaper").map(JsonNode::flag).orElse(null));
            case PORTFOLIOS ->
                new IbkrMessage.Accounts(
                        root.elements().stream()
                                .map(account -> account.get("accountId").text())
                                .toList(),
                        null);
            case STOCKS -> stocks(root);
            default -> new IbkrMessage.Told("done");
        };
    }

    /** An error is told with whatever status, and by an object even where an array is the answer. */
    private static Optional<String> error(JsonNode root) {
        try {
            return root.find("error").map(JsonNode::text).filter(text -> !text.isEmpty());
        } catch (JsonException e) {
            return Optional.empty(); // No object, or none that is an error.
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.elements().stream().map(JsonNode::text).toList();
    }

    private static IbkrMessage placed(JsonNode root) {
        List<JsonNode> elements = root.elements();
        if (elements.isEmpty()) {
            throw root.refuse("must hold an order or a question");
        }
        JsonNode first = elements.getFirst();
        if (first.find("id").isPresent()) {
            if (elements.size() > 1) {
                throw root.refuse("must hold one question");
            }
            return new IbkrMessage.Asked(
                    Wire.id(first.get("id")),
                    first.find("messageIds").map(IbkrRest::texts).orElse(List.of()),
                    texts(first.get("message")).stream().collect(Collectors.joining(" ")));
        }
        return new IbkrMessage.Taken(elements.stream()
                .map(order -> new IbkrMessage.Placed(
                        IbkrRows.id(order.get(ORDER_ID)), IbkrRows.standing(order.get("order_status"), false)))
                .toList());
    }

    private IbkrMessage.Orders orders(JsonNode root) {
        List<Of<VenueOrder>> orders = new ArrayList<>();
        for (JsonNode row : root.get("orders").elements()) {
            orders.add(Wire.guard(row, () -> order(row)));
        }
        return new IbkrMessage.Orders(
                orders, root.find("snapshot").map(JsonNode::flag).orElse(false));
    }

    private Of<VenueOrder> order(JsonNode row) {
        Quantity filled = IbkrRows.filled(row, "filledQuantity");
        Quantity left = IbkrRows.filled(row, "remainingQuantity");
        Optional<Price> stop = IbkrRows.price(row, "auxPrice").or(() -> IbkrRows.price(row, "stop_price"));
        return new Of<>(
                row.get("acct").text(),
                new VenueOrder(
                        Wire.name(row.find("order_ref"), IbkrRows.id(row.get("orderId"))),
                        rows.share(row.get("secType"), row.get("ticker"), row.get("listingExchange")),
                        IbkrRows.buys(row.get("side")),
                        row.find("totalSize").map(Wire::quantity).orElse(filled.plus(left)),
                        IbkrRows.type(
                                row.find("origOrderType").orElseGet(() -> row.get("orderType")),
                                IbkrRows.price(row, "price"),
                                stop),
                        IbkrRows.standing(row.get("status"), !filled.isZero()),
                        filled,
                        Wire.average(filled, IbkrRows.said(row, "avgPrice"))));
    }

    /** The status of one order writes the same in other words, and not our name. */
    private Of<VenueOrder> status(JsonNode row) {
        Quantity filled = IbkrRows.filled(row, "cum_fill");
        return new Of<>(
                row.get("account").text(),
                new VenueOrder(
                        new OrderName(null, IbkrRows.id(row.get(ORDER_ID))),
                        rows.share(row.get("sec_type"), row.get(SYMBOL), row.get("listing_exchange")),
                        IbkrRows.buys(row.get("side")),
                        Wire.quantity(row.get("total_size")),
                        IbkrRows.type(
                                row.get("order_type"),
                                IbkrRows.price(row, "limit_price"),
                                IbkrRows.price(row, "stop_price")),
                        IbkrRows.standing(row.get("order_status"), !filled.isZero()),
                        filled,
                        Wire.average(filled, IbkrRows.said(row, "average_price"))));
    }

    private IbkrMessage.Positions positions(JsonNode root) {
        SortedMap<InstrumentId, Decimal> quantities = new TreeMap<>();
        for (JsonNode row : root.elements()) {
            InstrumentId instrument = Wire.guard(
                    row, () -> rows.share(row.get("assetClass"), row.get("ticker"), row.get("listingExchange")));
            if (quantities.put(instrument, row.get("position").decimal()) != null) {
                throw row.refuse("must be the only position in " + instrument);
            }
        }
        return new IbkrMessage.Positions(quantities);
    }

    private static IbkrMessage.Balances ledger(JsonNode root) {
        SortedMap<Currency, Decimal> amounts = new TreeMap<>();
        root.members().forEach((name, row) -> {
            if (!name.equals("BASE")) { // The others in the currency of the account, once more.
                Decimal cash = row.get("cashbalance").decimal();
                if (!cash.isZero()) {
                    amounts.put(Wire.guard(row, () -> Currency.parse(name)), cash);
                }
            }
        });
        return new IbkrMessage.Balances(amounts);
    }

    private static @Nullable Secret secret(String session) {
        return session.isEmpty() ? null : Secret.of(session);
    }

    static IbkrMessage.Status status(JsonNode row, @Nullable Secret session) {
        return new IbkrMessage.Status(
                row.get("authenticated").flag()
                        && row.find("connected").map(JsonNode::flag).orElse(true),
                row.find("competing").map(JsonNode::flag).orElse(false),
                session);
    }

    private static IbkrMessage.SignedIn validated(JsonNode root) {
        if (!root.get("RESULT").flag()) {
            throw root.get("RESULT").refuse("must be true");
        }
        return new IbkrMessage.SignedIn(
                root.get("USER_NAME").text(),
                Instant.ofEpochMilli(root.get("lastAccessed").whole()));
    }

    private static IbkrMessage.Listings stocks(JsonNode root) {
        List<IbkrMessage.Listing> listings = new ArrayList<>();
        for (Map.Entry<String, JsonNode> symbol : root.members().entrySet()) {
            for (JsonNode company : symbol.getValue().elements()) {
                for (JsonNode contract : company.get("contracts").elements()) {
                    listings.add(new IbkrMessage.Listing(
                            symbol.getKey(),
                            contract.get("exchange").text(),
                            contract.get("conid").whole()));
                }
            }
        }
        return new IbkrMessage.Listings(listings);
    }
}
