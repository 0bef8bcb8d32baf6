package io.mts1b.brokers.kraken;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.SentOrder;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.platform.security.Secret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Writes commands of the spot market's private stream, WebSocket API v2. What Kraken's spot market cannot do as it was
 * asked is refused with an {@link IllegalArgumentException} before anything is sent.
 *
 * <p>An order keeps the name it was submitted under: Kraken changes an order without naming it anew.
 */
final class KrakenCommands {

    private final KrakenSymbols symbols;

    KrakenCommands(KrakenSymbols symbols) {
        this.symbols = symbols;
    }

    /** What every command carries: the token, and the number its answer will have. */
    record Envelope(Secret token, long request) {

        private String around(String method, String params) {
            return "{\"method\":\"" + method + "\",\"params\":{" + params + ",\"token\":\"" + token.reveal()
                    + "\"},\"req_id\":" + request + "}";
        }

        /** Not the token's. */
        @Override
        public String toString() {
            return "Envelope[" + request + "]";
        }
    }

    /**
     * Adds an order.
     *
     * @param deadline after which the venue must not take it
     */
    String add(Envelope envelope, Order order, Instant deadline) {
        Require.that(
                order.side() == Side.BUY || order.side() == Side.SELL,
                "side must be BUY or SELL, for the spot market holds no short position, was " + order.side());
        StringBuilder params = new StringBuilder();
        text(params, "order_type", word(order.type()));
        text(params, "side", order.side() == Side.BUY ? "buy" : "sell");
        number(params, "order_qty", order.quantity());
        text(params, "symbol", symbols.streamName(order.instrument()));
        order.type().limitPrice().ifPresent(limit -> number(params, "limit_price", limit));
        order.type()
                .stopPrice()
                .ifPresent(stop -> params.append(",\"triggers\":{\"reference\":\"last\",\"price\":")
                        .append(stop)
                        .append('}'));
        String waits = timeInForce(order.timeInForce());
        if (order.type().limitPrice().isPresent()) {
            text(params, "time_in_force", waits);
        }
        text(params, "cl_ord_id", ClientOrderId.of(order.orderId(), 0).value());
        // In one currency on the stream and in the history, or one fill would be told as two.
        text(params, "fee_preference", "quote");
        deadline(params, deadline);
        return envelope.around("add_order", params.toString());
    }

    /** Changes quantity and prices of an order; its type stays. */
    String amend(Envelope envelope, SentOrder order, Quantity quantity, OrderType type, Instant deadline) {
        Require.that(
                word(type).equals(word(order.state().type())),
                "order type must stay " + order.state().type().kind() + ", was " + type.kind());
        StringBuilder params = new StringBuilder();
        named(params, order, "order_id", "cl_ord_id");
        number(params, "order_qty", quantity);
        type.limitPrice().ifPresent(limit -> number(params, "limit_price", limit));
        type.stopPrice().ifPresent(stop -> number(params, "trigger_price", stop));
        deadline(params, deadline);
        return envelope.around("amend_order", params.toString());
    }

    /** Takes an order off the book. */
    String cancel(Envelope envelope, SentOrder order) {
        StringBuilder params = new StringBuilder();
        String venues = order.state().venueOrderId();
        String id = venues == null ? name(order) : checked(venues);
        params.append(venues == null ? "\"cl_ord_id\":[\"" : "\"order_id\":[\"")
                .append(id)
                .append("\"]");
        return envelope.around("cancel_order", params.toString());
    }

    /** Asks to be told of the account's orders from now on, beginning with those that are open. */
    static String subscribe(Envelope envelope) {
        return envelope.around(
                "subscribe",
                "\"channel\":\"executions\",\"snap_orders\":true,\"snap_trades\":false,\"order_status\":true");
    }

    /** The name it was submitted under, which is what Kraken knows it by. */
    static String name(SentOrder order) {
        return ClientOrderId.of(order.state().order().orderId(), 0).value();
    }

    private static void named(StringBuilder params, SentOrder order, String byVenue, String byUs) {
        String venues = order.state().venueOrderId();
        text(params, venues == null ? byUs : byVenue, venues == null ? name(order) : checked(venues));
    }

    /** The venue's names are letters, digits and dashes; another could end the text it stands in. */
    static String checked(String venueOrderId) {
        return Require.token("venue order id", venueOrderId, 64);
    }

    private static void deadline(StringBuilder params, Instant deadline) {
        text(params, "deadline", deadline.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private static void text(StringBuilder params, String name, String plain) {
        params.append(params.isEmpty() ? "\"" : ",\"")
                .append(name)
                .append("\":\"")
                .append(plain)
                .append('"');
    }

    /** Decimals print themselves without an exponent, which is how JSON writes a number. */
    private static void number(StringBuilder params, String name, Object decimal) {
        params.append(",\"").append(name).append("\":").append(decimal);
    }

    private static String word(OrderType type) {
        return switch (type) {
            case OrderType.Market _ -> "market";
            case OrderType.Limit _, OrderType.MarketableLimit _ -> "limit";
            case OrderType.Stop _ -> "stop-loss";
            case OrderType.StopLimit _ -> "stop-loss-limit";
        };
    }

    private static String timeInForce(TimeInForce wait) {
        return switch (wait) {
            case GTC -> "gtc";
            case IOC -> "ioc";
            case DAY, FOK, OPG ->
                throw new IllegalArgumentException(
                        "time in force must be GTC or IOC, for the spot market has no sessions, was " + wait);
        };
    }
}
