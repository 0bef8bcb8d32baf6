package io.mts1b.brokers.coinbase.local;

import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.symbology.Contract;
import io.mts1b.platform.symbology.Dialect;
import io.mts1b.platform.symbology.Symbology;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Coinbase calls things, and how it writes orders and fills. */
final class CoinbaseWords {

    private static final Pattern ORDER = Pattern.compile("10ca1000-0000-4000-8000-[0-9]{12}");
    private static final LocalDate ANY_DAY = LocalDate.of(2020, 1, 1);

    private final Dialect dialect;

    CoinbaseWords(Symbology symbology) {
        this.dialect = symbology.dialect("COINBASE");
    }

    String product(InstrumentId instrument) {
        return dialect.write(Contract.of(instrument), ANY_DAY);
    }

    InstrumentId instrument(String product) {
        return dialect.identify(product, ANY_DAY);
    }

    static String order(LocalOrder order) {
        return String.format(Locale.ROOT, "10ca1000-0000-4000-8000-%012d", order.number());
    }

    static String fill(LocalFill fill) {
        return String.format(Locale.ROOT, "10ca1000-0000-4000-9000-%012d", fill.number());
    }

    /** The number in an id of an order; empty if it is none of this venue. */
    static Optional<Long> number(String id) {
        return ORDER.matcher(id).matches() ? Optional.of(Long.parseLong(id.substring(24))) : Optional.empty();
    }

    static String side(LocalOrder order) {
        return order.ticket().buys() ? "BUY" : "SELL";
    }

    static String status(Standing standing) {
        return switch (standing) {
            case WORKING -> "OPEN";
            case FILLED -> "FILLED";
            case CANCELED -> "CANCELLED";
            case EXPIRED -> "EXPIRED";
            case REJECTED -> "FAILED";
        };
    }

    private static Fields configuration(LocalOrder order) {
        Fields of = new Fields().text("base_size", order.quantity());
        order.type().limitPrice().ifPresent(limit -> of.text("limit_price", limit));
        order.type().stopPrice().ifPresent(stop -> of.text("stop_price", stop));
        if (order.type() instanceof OrderType.StopLimit) {
            of.text("stop_direction", order.ticket().buys() ? "STOP_DIRECTION_STOP_UP" : "STOP_DIRECTION_STOP_DOWN");
        }
        return new Fields().object(kind(order), of);
    }

    private static String kind(LocalOrder order) {
        return switch (order.type()) {
            case OrderType.Market _ ->
                switch (order.ticket().time()) {
                    case FOK -> "market_market_fok";
                    case GTC, IOC, DAY, OPG -> "market_market_ioc";
                };
            case OrderType.Limit _, OrderType.MarketableLimit _ ->
                switch (order.ticket().time()) {
                    case IOC -> "sor_limit_ioc";
                    case FOK -> "limit_limit_fok";
                    case GTC, DAY, OPG -> "limit_limit_gtc";
                };
            case OrderType.Stop _, OrderType.StopLimit _ -> "stop_limit_stop_limit_gtc";
        };
    }

    /** An order as REST writes it. */
    Fields row(LocalOrder order) {
        return new Fields()
                .text("order_id", order(order))
                .text("product_id", product(order.ticket().instrument()))
                .object("order_configuration", configuration(order))
                .text("side", side(order))
                .text("client_order_id", order.ticket().name())
                .text("status", status(order.standing()))
                .text("created_time", order.opened())
                .text("filled_size", order.filled())
                .text("average_filled_price", average(order))
                .text("total_fees", order.fees())
                .text("filled_value", order.turnover())
                .plain("settled", !order.isWorking())
                .text("product_type", "SPOT");
    }

    private static String average(LocalOrder order) {
        return order.averagePrice().map(Object::toString).orElse("0");
    }

    /** An order as the stream writes it, which is as people do. */
    Fields news(LocalOrder order) {
        Decimal left = order.quantity().value().minus(order.filled().value());
        Fields row = new Fields()
                .text("order_id", order(order))
                .text("client_order_id", order.ticket().name())
                .text("product_id", product(order.ticket().instrument()))
                .text("order_side", side(order))
                .text("status", status(order.standing()))
                .text("cumulative_quantity", order.filled())
                .text("leaves_quantity", left.signum() < 0 ? Decimal.ZERO : left)
                .text("avg_price", average(order))
                .text("total_fees", order.fees())
                .text("creation_time", order.opened())
                .text("product_type", "SPOT");
        return switch (order.type()) {
            case OrderType.Market _ -> row.text("order_type", "Market");
            case OrderType.Limit(var limit) ->
                row.text("order_type", "Limit").text("limit_price", limit).text("stop_price", "");
            case OrderType.MarketableLimit(var limit) ->
                row.text("order_type", "Limit").text("limit_price", limit).text("stop_price", "");
            case OrderType.Stop(var stop) -> row.text("order_type", "Stop").text("stop_price", stop);
            case OrderType.StopLimit(var stop, var limit) ->
                row.text("order_type", "Stop Limit").text("limit_price", limit).text("stop_price", stop);
        };
    }

    /** A fill as REST writes it. */
    Fields row(LocalFill fill) {
        return new Fields()
                .text("entry_id", fill(fill))
                .text("trade_id", fill(fill))
                .text("order_id", order(fill.order()))
                .text("trade_time", fill.at())
                .text("trade_type", "FILL")
                .text("price", fill.price())
                .text("size", fill.quantity())
                .text("commission", fill.fee().amount())
                .text("product_id", product(fill.order().ticket().instrument()))
                .text("sequence_timestamp", fill.at())
                .text("liquidity_indicator", fill.liquidity() == Liquidity.MAKER ? "MAKER" : "TAKER")
                .plain("size_in_quote", false)
                .text("side", side(fill.order()));
    }
}
