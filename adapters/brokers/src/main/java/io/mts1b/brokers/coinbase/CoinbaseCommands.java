package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import java.util.List;

/**
 * Writes commands. What Coinbase cannot do as it was asked is refused with an {@link IllegalArgumentException} before anything
 * is sent.
 *
 * <p>An order keeps the name it was submitted under: Coinbase changes an order without naming it anew.
 */
final class CoinbaseCommands {

    private final CoinbaseRows rows;

    CoinbaseCommands(CoinbaseRows rows) {
        this.rows = rows;
    }

    /** The name it was submitted under. */
    static String name(SentOrder order) {
        return ClientOrderId.of(order.state().order().orderId(), 0).value();
    }

    /** Creates an order. */
    String create(Order order) {
        Require.that(
                order.side() == Side.BUY || order.side() == Side.SELL,
                "side must be BUY or SELL, for the spot market holds no short position, was " + order.side());
        return new Fields()
                .text("client_order_id", ClientOrderId.of(order.orderId(), 0).value())
                .text("product_id", rows.name(order.instrument()))
                .text("side", order.side())
                .object("order_configuration", configuration(order))
                .toString();
    }

    private static Fields configuration(Order order) {
        TimeInForce wait = order.timeInForce();
        Require.that(
                wait == TimeInForce.GTC || wait == TimeInForce.IOC || wait == TimeInForce.FOK,
                "time in force must be GTC, IOC or FOK, for the spot market has no sessions, was " + wait);
        Fields of = new Fields().text("base_size", order.quantity());
        order.type().limitPrice().ifPresent(limit -> of.text("limit_price", limit));
        return switch (order.type()) {
            case OrderType.Market _ ->
                new Fields().object(wait == TimeInForce.FOK ? "market_market_fok" : "market_market_ioc", of);
            case OrderType.Limit _, OrderType.MarketableLimit _ -> new Fields().object(limit(wait), of);
            case OrderType.StopLimit two -> {
                Require.that(wait == TimeInForce.GTC, "time in force of a stop limit must be GTC, was " + wait);
                of.text("stop_price", two.stop())
                        .text(
                                "stop_direction",
                                order.side() == Side.BUY ? "STOP_DIRECTION_STOP_UP" : "STOP_DIRECTION_STOP_DOWN");
                yield new Fields().object("stop_limit_stop_limit_gtc", of);
            }
            case OrderType.Stop _ ->
                throw new IllegalArgumentException(
                        "order type must not be STOP, for Coinbase has stops with a limit only");
        };
    }

    private static String limit(TimeInForce wait) {
        return switch (wait) {
            case IOC -> "sor_limit_ioc";
            case FOK -> "limit_limit_fok";
            case GTC, DAY, OPG -> "limit_limit_gtc";
        };
    }

    /** Changes quantity and limit of a limit order, which are all that Coinbase changes. */
    static String edit(String id, SentOrder order, Quantity quantity, OrderType type) {
        Require.that(
                order.state().type() instanceof OrderType.Limit && type instanceof OrderType.Limit,
                "order type must be LIMIT and stay so, was "
                        + order.state().type().kind() + " and " + type.kind());
        return new Fields()
                .text("order_id", id)
                .text("price", type.limitPrice().orElseThrow())
                .text("size", quantity)
                .toString();
    }

    /** Takes an order off the book. */
    static String cancel(String id) {
        return new Fields().array("order_ids", List.of(Fields.quoted(id))).toString();
    }
}
