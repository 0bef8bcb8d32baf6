package io.mts1b.brokers.ibkr.local;

import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.symbology.Contract;
import io.mts1b.platform.symbology.Symbology;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Interactive Brokers calls things, and how it writes orders and fills. */
final class IbkrWords {

    private static final LocalDate ANY_DAY = LocalDate.of(2020, 1, 1);
    private static final long FIRST_ORDER = 1_000_000_000;
    private static final long FIRST_CONTRACT = 265_598;
    private static final Map<String, String> EXCHANGES =
            Map.of("XNAS", "NASDAQ", "XNYS", "NYSE", "ARCX", "ARCA", "XASE", "AMEX", "BATS", "BATS", "IEXG", "IEX");

    private final LocalMarket market;
    private final Symbology symbology;
    private final String account;

    IbkrWords(LocalMarket market, Symbology symbology, String account) {
        this.market = market;
        this.symbology = symbology;
        this.account = account;
        market.instruments().forEach(this::exchange);
    }

    String symbol(InstrumentId instrument) {
        return symbology.dialect("IBKR").write(Contract.of(instrument), ANY_DAY);
    }

    String exchange(InstrumentId instrument) {
        return Require.present(
                EXCHANGES.get(instrument.venue().code()),
                "a share must be listed in the United States, is " + instrument);
    }

    private String listing(InstrumentId instrument) {
        String exchange = exchange(instrument);
        return exchange.equals("NASDAQ") ? "NASDAQ.NMS" : exchange;
    }

    long conid(InstrumentId instrument) {
        return FIRST_CONTRACT + market.instruments().indexOf(instrument);
    }

    Optional<InstrumentId> instrument(long conid) {
        long place = conid - FIRST_CONTRACT;
        List<InstrumentId> all = market.instruments();
        return place >= 0 && place < all.size() ? Optional.of(all.get((int) place)) : Optional.empty();
    }

    static String order(LocalOrder order) {
        return Long.toString(FIRST_ORDER + order.number());
    }

    Optional<LocalOrder> order(String id) {
        return id.matches("[0-9]{1,18}") ? market.order(Long.parseLong(id) - FIRST_ORDER) : Optional.empty();
    }

    static String fill(LocalFill fill) {
        return String.format(Locale.ROOT, "0000e0d5.%08x.01.01", fill.number());
    }

    static String status(LocalOrder order) {
        return switch (order.standing()) {
            case WORKING -> order.type().stopPrice().isPresent() ? "PreSubmitted" : "Submitted";
            case FILLED -> "Filled";
            case CANCELED, EXPIRED -> "Cancelled";
            case REJECTED -> "Inactive";
        };
    }

    private static String type(OrderType type) {
        return switch (type) {
            case OrderType.Market _ -> "MARKET";
            case OrderType.Limit _, OrderType.MarketableLimit _ -> "LIMIT";
            case OrderType.Stop _ -> "STOP";
            case OrderType.StopLimit _ -> "STOP_LIMIT";
        };
    }

    private static Decimal left(LocalOrder order) {
        Decimal left = order.quantity().value().minus(order.filled().value());
        return order.standing() == Standing.WORKING && left.signum() > 0 ? left : Decimal.ZERO;
    }

    /** An order as lists and the first message of the stream write it. */
    Fields row(LocalOrder order) {
        InstrumentId instrument = order.ticket().instrument();
        Fields row = new Fields()
                .text("acct", account)
                .text("conidex", conid(instrument))
                .plain("conid", conid(instrument))
                .text("account", account)
                .plain("orderId", order(order))
                .text("cashCcy", "USD")
                .text("ticker", symbol(instrument))
                .text("secType", "STK")
                .text("listingExchange", listing(instrument))
                .plain("remainingQuantity", left(order))
                .plain("filledQuantity", order.filled())
                .plain("totalSize", order.quantity())
                .text("status", status(order))
                .text("order_ccp_status", status(order))
                .text("origOrderType", type(order.type()))
                .text("orderType", type(order.type()))
                .text("timeInForce", order.ticket().time())
                .text("side", order.ticket().buys() ? "BUY" : "SELL");
        if (!order.ticket().name().isEmpty()) {
            row.text("order_ref", order.ticket().name());
        }
        order.averagePrice().ifPresent(average -> row.text("avgPrice", average));
        row.text("price", order.type().limitPrice().map(Object::toString).orElse(""));
        order.type().stopPrice().ifPresent(stop -> row.text("auxPrice", stop));
        return row;
    }

    /** What changed of an order that was told before. */
    Fields change(LocalOrder order) {
        return new Fields()
                .text("acct", account)
                .plain("orderId", order(order))
                .plain("remainingQuantity", left(order))
                .plain("filledQuantity", order.filled())
                .text("status", status(order));
    }

    /** The status of one order. */
    Fields status(LocalOrder order, String state) {
        InstrumentId instrument = order.ticket().instrument();
        Fields row = new Fields()
                .plain("order_id", order(order))
                .plain("conid", conid(instrument))
                .text("symbol", symbol(instrument))
                .text("side", order.ticket().buys() ? "B" : "S")
                .text("listing_exchange", listing(instrument))
                .text("sec_type", "STK")
                .text("size", left(order))
                .text("total_size", order.quantity())
                .text("currency", "USD")
                .text("account", account)
                .text("order_type", type(order.type()))
                .text("cum_fill", order.filled())
                .text("order_status", state)
                .text("tif", order.ticket().time());
        order.averagePrice().ifPresent(average -> row.text("average_price", average));
        order.type().limitPrice().ifPresent(limit -> row.text("limit_price", limit));
        order.type().stopPrice().ifPresent(stop -> row.text("stop_price", stop));
        return row;
    }

    /** A fill as lists and the stream write it. */
    Fields row(LocalFill fill) {
        LocalOrder order = fill.order();
        InstrumentId instrument = order.ticket().instrument();
        Fields row = new Fields()
                .text("execution_id", fill(fill))
                .text("symbol", symbol(instrument))
                .text("side", order.ticket().buys() ? "B" : "S")
                .plain("trade_time_r", fill.at().toEpochMilli())
                .plain("size", fill.quantity())
                .text("price", fill.price())
                .plain("order_id", order(order));
        if (!order.ticket().name().isEmpty()) {
            row.text("order_ref", order.ticket().name());
        }
        return row.text("exchange", exchange(instrument))
                .text("commission", fill.fee().amount())
                .text("account", account)
                .text("accountCode", account)
                .text("sec_type", "STK")
                .text("listing_exchange", listing(instrument))
                .plain("conid", conid(instrument))
                .text("liquidation_trade", "0");
    }
}
