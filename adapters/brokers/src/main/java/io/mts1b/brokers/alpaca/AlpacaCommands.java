package io.mts1b.brokers.alpaca;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import java.util.List;
import java.util.Locale;

/**
 * Writes commands. What Alpaca cannot do as it was asked is refused with an {@link IllegalArgumentException} before anything is
 * sent. No order asks for extended hours, for an amount of money, or for others at its side: our orders have no such words.
 */
final class AlpacaCommands {

    private final AlpacaSymbols symbols;

    AlpacaCommands(AlpacaSymbols symbols) {
        this.symbols = symbols;
    }

    /** Submits an order. */
    String create(Order order) {
        String symbol = symbols.write(order.instrument());
        boolean share = AlpacaSymbols.isShare(order.instrument());
        if (share) {
            checkShare(order);
        } else {
            checkCrypto(order);
        }
        Fields fields = new Fields()
                .text("symbol", symbol)
                .text("qty", order.quantity())
                .text("side", order.side().sign() > 0 ? "buy" : "sell")
                .text("type", type(order.type()))
                .text("time_in_force", order.timeInForce().name().toLowerCase(Locale.ROOT));
        prices(order.type(), fields);
        fields.text("client_order_id", ClientOrderId.of(order.orderId(), 0));
        return share ? fields.text("position_intent", intent(order.side())).toString() : fields.toString();
    }

    private static void checkShare(Order order) {
        TimeInForce time = order.timeInForce();
        boolean atPrice = order.type().stopPrice().isPresent();
        Require.that(
                !atPrice || time == TimeInForce.DAY || time == TimeInForce.GTC,
                "time in force of a stop must be DAY or GTC, was " + time);
        if (!isWhole(order.quantity())) {
            Require.that(
                    time == TimeInForce.DAY,
                    "time in force of a fraction of a share must be DAY, was " + time + " of " + order.quantity());
            Require.that(
                    order.side() == Side.BUY || order.side() == Side.SELL,
                    "side of a fraction of a share must be BUY or SELL, was " + order.side());
        }
    }

    private static void checkCrypto(Order order) {
        TimeInForce time = order.timeInForce();
        Require.that(
                order.side() == Side.BUY || order.side() == Side.SELL,
                "side must be BUY or SELL, for nobody lends crypto assets there, was " + order.side());
        Require.that(
                time == TimeInForce.GTC || time == TimeInForce.IOC,
                "time in force of a crypto asset must be GTC or IOC, was " + time);
        Require.that(
                !(order.type() instanceof OrderType.Stop),
                "order type of a crypto asset must not be STOP, for Alpaca has stops with a limit only");
    }

    private static boolean isWhole(Quantity quantity) {
        return quantity.value().isMultipleOf(Decimal.ONE);
    }

    private static String type(OrderType type) {
        return switch (type) {
            case OrderType.Market _ -> "market";
            case OrderType.Limit _, OrderType.MarketableLimit _ -> "limit";
            case OrderType.Stop _ -> "stop";
            case OrderType.StopLimit _ -> "stop_limit";
        };
    }

    private static String intent(Side side) {
        return switch (side) {
            case BUY -> "buy_to_open";
            case SELL -> "sell_to_close";
            case SHORT -> "sell_to_open";
            case COVER -> "buy_to_close";
        };
    }

    private static void prices(OrderType type, Fields fields) {
        type.limitPrice().ifPresent(limit -> fields.text("limit_price", limit));
        type.stopPrice().ifPresent(stop -> fields.text("stop_price", stop));
    }

    /**
     * Replaces an order of which nothing has traded. Alpaca does not say whether the new order counts what the old one has
     * traded; where nothing has, both counts are the same.
     */
    static String replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type, Quantity traded) {
        Require.that(
                traded.isZero(),
                "an order that has traded must be canceled and sent anew, for Alpaca does not say what a replacement "
                        + "counts; it has traded " + traded);
        OrderType before = order.state().type();
        Require.that(
                before.kind() == type.kind() && !(type instanceof OrderType.Market),
                "order type must stay and have a price, was " + before.kind() + " and " + type.kind());
        Require.that(
                !AlpacaSymbols.isShare(order.state().order().instrument())
                        || List.of(order.state().ordered(), quantity).stream().allMatch(AlpacaCommands::isWhole),
                "quantity must be and stay in whole shares, was "
                        + order.state().ordered() + " and " + quantity);
        Fields fields = new Fields().text("qty", quantity);
        prices(type, fields);
        return fields.text("client_order_id", name).toString();
    }
}
