package io.mts1b.brokers.kraken;

import io.mts1b.brokers.wire.Wire;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import java.time.Instant;
import java.util.Locale;

/** Where a message of Kraken comes from, and so how it is read. */
public enum MessageKind {
    /** Spot REST, AddOrder. */
    ADD_ORDER,
    /** Spot REST, AmendOrder. */
    AMEND_ORDER,
    /** Spot REST, CancelOrder. */
    CANCEL_ORDER,
    /** Spot REST, OpenOrders. */
    OPEN_ORDERS,
    /** Spot REST, ClosedOrders. */
    CLOSED_ORDERS,
    /** Spot REST, QueryOrders. */
    QUERY_ORDERS,
    /** Spot REST, TradesHistory. */
    TRADES_HISTORY,
    /** Spot REST, Balance. */
    BALANCE,
    /** Spot REST, GetWebSocketsToken. */
    WS_TOKEN,
    /** Spot REST, Time. */
    SERVER_TIME,
    /** Spot REST, GetApiKeyInfo. */
    KEY_INFO,
    /** Spot WebSocket v2, whatever comes over the private line. */
    WS,
    /** Futures REST, sendorder. */
    FUTURES_SEND_ORDER,
    /** Futures REST, cancelorder. */
    FUTURES_CANCEL_ORDER,
    /** Futures REST, openorders. */
    FUTURES_OPEN_ORDERS,
    /** Futures REST, a list of order events. */
    FUTURES_ORDER_EVENTS,
    /** Futures WebSocket, the private feeds fills and open_orders. */
    FUTURES_WS;

    /** No message of ours is larger: fifty fills or some hundred orders. */
    static final int LONGEST = 4 << 20;

    /**
     * Finds a kind by its name.
     *
     * @param name such as {@code open-orders}
     * @return the kind
     * @throws IllegalArgumentException if there is none of that name
     */
    public static MessageKind parse(String name) {
        return Wire.kind(name, values());
    }

    /**
     * Reads a message.
     *
     * @param message as it came, at most 4 MiB
     * @param received when it came, for what carries no time
     * @param symbols what the venue calls instruments
     * @return what it says
     * @throws JsonException if it is not a message of this kind, or something in it is not known
     */
    public KrakenMessage read(byte[] message, Instant received, KrakenSymbols symbols) {
        JsonNode root = JsonNode.read(message, LONGEST);
        return Wire.guard(root, () -> read(root, received, symbols));
    }

    private KrakenMessage read(JsonNode root, Instant received, KrakenSymbols symbols) {
        return switch (this) {
            case WS -> new SpotStream(symbols).read(root);
            case FUTURES_WS -> new FuturesStream(symbols, received).read(root);
            case FUTURES_SEND_ORDER, FUTURES_CANCEL_ORDER, FUTURES_OPEN_ORDERS, FUTURES_ORDER_EVENTS ->
                new FuturesRest(symbols).read(this, root);
            case ADD_ORDER,
                    AMEND_ORDER,
                    CANCEL_ORDER,
                    OPEN_ORDERS,
                    CLOSED_ORDERS,
                    QUERY_ORDERS,
                    TRADES_HISTORY,
                    BALANCE,
                    WS_TOKEN,
                    SERVER_TIME,
                    KEY_INFO -> new SpotRest(symbols).read(this, root);
        };
    }

    /** Returns the name, such as {@code open-orders}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
