package io.mts1b.brokers.ibkr;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.ibkr.IbkrMessage.Of;
import io.mts1b.brokers.wire.Wire;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.Venue;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.symbology.Contract;
import io.mts1b.platform.symbology.Dialect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words that several messages share. */
final class IbkrRows {

    /** No share is named after a day. */
    private static final LocalDate ANY_DAY = LocalDate.of(2020, 1, 1);

    /** What Interactive Brokers calls the exchanges that list shares in the United States, by ISO 10383. */
    private static final Map<String, String> EXCHANGES = exchanges();

    private final Dialect dialect;

    IbkrRows(Dialect dialect) {
        this.dialect = dialect;
    }

    private static Map<String, String> exchanges() {
        Map<String, String> exchanges = new LinkedHashMap<>();
        exchanges.put("XNAS", "NASDAQ");
        exchanges.put("XNYS", "NYSE");
        exchanges.put("ARCX", "ARCA");
        exchanges.put("XASE", "AMEX");
        exchanges.put("BATS", "BATS");
        exchanges.put("IEXG", "IEX");
        return exchanges;
    }

    /**
     * Writes the symbol of a share.
     *
     * @throws IllegalArgumentException if it is no share
     */
    String symbol(InstrumentId instrument) {
        Contract contract = Contract.of(instrument);
        Require.that(contract instanceof Contract.Share, "instrument must be a share, was " + instrument);
        return dialect.write(contract, ANY_DAY);
    }

    /**
     * Writes the exchange that lists a share.
     *
     * @throws IllegalArgumentException if it is none of the United States
     */
    static String exchange(InstrumentId instrument) {
        return Require.present(
                EXCHANGES.get(instrument.venue().code()),
                "instrument must be listed at one of " + EXCHANGES.keySet() + ", was " + instrument);
    }

    /** Reads a share; {@code NASDAQ.NMS} is a tier of {@code NASDAQ}. */
    InstrumentId share(JsonNode kind, JsonNode symbol, JsonNode exchange) {
        if (!kind.text().equals("STK")) {
            throw kind.refuse("must be STK: only shares are read");
        }
        String listed = exchange.text().split("\\.", -1)[0];
        Venue venue = EXCHANGES.entrySet().stream()
                .filter(one -> one.getValue().equals(listed))
                .map(one -> Venue.parse(one.getKey()))
                .findFirst()
                .orElseThrow(() -> exchange.refuse("must be one of " + EXCHANGES.values()));
        return symbol.text(text -> dialect.read(text, ANY_DAY)).at(venue);
    }

    static boolean buys(JsonNode side) {
        return switch (side.text()) {
            case "BUY", "B" -> true;
            case "SELL", "S" -> false;
            default -> throw side.refuse("must be BUY, B, SELL or S");
        };
    }

    /**
     * Reads a status. {@code Inactive} is an order that was refused, or is canceled, or whose question is open, which only who
     * has sent it can tell.
     */
    static Standing standing(JsonNode status, boolean traded) {
        return switch (status.text()) {
            case "PendingSubmit", "PreSubmitted", "Submitted", "PendingCancel", "PreCancelled", "WarnState" ->
                Standing.WORKING;
            case "Filled" -> Standing.FILLED;
            case "Cancelled" -> Standing.CANCELED;
            case "Inactive" -> traded ? Standing.CANCELED : Standing.REJECTED;
            default -> throw status.refuse("must be a status that Interactive Brokers documents");
        };
    }

    /** A text that is there and not empty. */
    static Optional<JsonNode> said(JsonNode row, String name) {
        return row.find(name).filter(one -> !isBlank(one));
    }

    /** A number, or the text of one; an empty text and zero are none. */
    static Optional<Price> price(JsonNode row, String name) {
        return Wire.priceUnlessZero(said(row, name));
    }

    private static boolean isBlank(JsonNode one) {
        try {
            return one.text().isBlank();
        } catch (JsonException e) {
            return false; // A number.
        }
    }

    /** What the venue calls an order: a number, or the text of one. */
    static String id(JsonNode order) {
        return Long.toString(order.decimal().toUnscaled(0));
    }

    /** The type, or null if the venue tells one that is none of ours, or not its prices. */
    static @Nullable OrderType type(JsonNode word, Optional<Price> limit, Optional<Price> stop) {
        return switch (word.text()) {
            case "MARKET", "MKT", "Market" -> new OrderType.Market();
            case "LIMIT", "LMT", "Limit" -> limit.map(OrderType.Limit::new).orElse(null);
            case "STOP", "STP", "Stop" ->
                stop.or(() -> limit).map(OrderType.Stop::new).orElse(null);
            case "STOP_LIMIT", "STOPLIMIT", "STP LMT", "Stop Limit" ->
                limit.isPresent() && stop.isPresent() ? new OrderType.StopLimit(stop.get(), limit.get()) : null;
            default -> null;
        };
    }

    /** Reads fills, and keeps of those that were corrected the last. */
    IbkrMessage.Fills fills(List<JsonNode> rows) {
        Map<String, Of<VenueFill>> last = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            Of<VenueFill> fill = Wire.guard(row, () -> fill(row));
            ExecutionName execution = ExecutionName.of(fill.what().fillId());
            last.merge(
                    execution.first(),
                    fill,
                    (one, two) -> ExecutionName.of(one.what().fillId()).revision()
                                    > ExecutionName.of(two.what().fillId()).revision()
                            ? one
                            : two);
        }
        return new IbkrMessage.Fills(List.copyOf(last.values()));
    }

    /** An order that nobody has named is known by its execution. */
    private Of<VenueFill> fill(JsonNode row) {
        String execution = row.get("execution_id").text();
        Optional<JsonNode> ours = said(row, "order_ref");
        String venues = row.find("order_id").map(IbkrRows::id).orElse(ours.isEmpty() ? "of:" + execution : null);
        Instant at = Instant.ofEpochMilli(row.get("trade_time_r").whole());
        return new Of<>(
                row.get("account").text(),
                new VenueFill(
                        new FillId(execution),
                        new OrderName(ours.map(JsonNode::text).orElse(null), venues),
                        share(row.get("sec_type"), row.get("symbol"), row.get("listing_exchange")),
                        buys(row.get("side")),
                        Wire.quantity(row.get("size")),
                        Wire.price(row.get("price")),
                        new Money(row.get("commission").decimal(), Currency.USD),
                        Liquidity.UNKNOWN,
                        at));
    }

    /** How much has traded, zero if it is not told. */
    static Quantity filled(JsonNode row, String name) {
        return row.find(name).map(Wire::quantity).orElse(Quantity.ZERO);
    }
}
