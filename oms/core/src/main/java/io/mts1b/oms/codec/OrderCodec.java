package io.mts1b.oms.codec;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.ArrayList;
import java.util.List;

/** Orders and fills, field after field. Confined to one thread. */
public final class OrderCodec {

    private static final Codes<Side> SIDES =
            new Codes<>(Side.class, List.of(Side.BUY, Side.SELL, Side.SHORT, Side.COVER));
    private static final Codes<TimeInForce> TIMES = new Codes<>(
            TimeInForce.class,
            List.of(TimeInForce.DAY, TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK, TimeInForce.OPG));
    private static final Codes<Liquidity> LIQUIDITIES =
            new Codes<>(Liquidity.class, List.of(Liquidity.MAKER, Liquidity.TAKER, Liquidity.UNKNOWN));
    private static final Codes<OrderType.Kind> KINDS = new Codes<>(
            OrderType.Kind.class,
            List.of(
                    OrderType.Kind.MARKET,
                    OrderType.Kind.LIMIT,
                    OrderType.Kind.STOP,
                    OrderType.Kind.STOP_LIMIT,
                    OrderType.Kind.MARKETABLE_LIMIT));
    private static final Codes<OrderLink.Exit> EXITS =
            new Codes<>(OrderLink.Exit.class, List.of(OrderLink.Exit.TAKE_PROFIT, OrderLink.Exit.STOP_LOSS));

    private static final int CHILD_OF = 0;
    private static final int CANCELS_WITH = 1;
    private static final int TRIGGERED_BY = 2;
    private static final int BRACKET_EXIT = 3;

    private final Names<OrderId> orders = new Names<>(OrderId::new);
    private final Names<FundId> funds = new Names<>(FundId::new);
    private final Names<StrategyId> strategies = new Names<>(StrategyId::new);
    private final Names<InstrumentId> instruments = new Names<>(InstrumentId::parse);
    private final Names<BrokerId> brokers = new Names<>(BrokerId::new);
    private final Names<ActorId> actors = new Names<>(ActorId::new);
    private final Names<Currency> currencies = new Names<>(Currency::parse);

    /** Makes a codec. */
    public OrderCodec() {}

    /**
     * Writes an order.
     *
     * @param order the order
     * @param out gets the bytes
     */
    public void write(Order order, ByteSink out) {
        out.ascii(order.orderId().value());
        out.ascii(order.idempotencyKey().value());
        out.ascii(order.fund().value());
        out.ascii(order.strategy().value());
        write(order.instrument(), out);
        SIDES.write(order.side(), out);
        out.decimal(order.quantity().value());
        write(order.type(), out);
        TIMES.write(order.timeInForce(), out);
        out.ascii(order.broker().value());
        out.ascii(order.actor().value());
        out.text(order.thesis());
        out.count(order.links().size());
        for (OrderLink link : order.links()) {
            write(link, out);
        }
        out.instant(order.createdAt());
    }

    /**
     * Reads an order.
     *
     * @param in stands before it, and after it then
     * @return the order
     * @throws CodecException if the bytes are none; what the constructors throw, if they are none that can be
     */
    public Order readOrder(ByteSource in) {
        return new Order(
                readOrderId(in),
                new IdempotencyKey(in.text()),
                in.name(funds),
                in.name(strategies),
                readInstrument(in),
                SIDES.read(in),
                readQuantity(in),
                readType(in),
                TIMES.read(in),
                in.name(brokers),
                in.name(actors),
                in.text(),
                readLinks(in),
                in.instant());
    }

    /**
     * Writes the identity of an order.
     *
     * @param id the identity
     * @param out gets the bytes
     */
    public void write(OrderId id, ByteSink out) {
        out.ascii(id.value());
    }

    /**
     * Reads the identity of an order.
     *
     * @param in stands before it, and after it then
     * @return the identity
     * @throws CodecException if the bytes are none; what the constructors throw, if they are none that can be
     */
    public OrderId readOrderId(ByteSource in) {
        return in.name(orders);
    }

    /**
     * Writes the identity of an instrument.
     *
     * @param id the identity
     * @param out gets the bytes
     */
    public void write(InstrumentId id, ByteSink out) {
        out.name(id.symbol().value(), id.venue().code());
    }

    /**
     * Reads the identity of an instrument.
     *
     * @param in stands before it, and after it then
     * @return the identity
     * @throws CodecException if the bytes are none; what the constructors throw, if they are none that can be
     */
    public InstrumentId readInstrument(ByteSource in) {
        return in.name(instruments);
    }

    Quantity readQuantity(ByteSource in) {
        return new Quantity(in.decimal());
    }

    /**
     * Reads a price.
     *
     * @param in stands before it, and after it then
     * @return the price
     * @throws CodecException if the bytes are none; what the constructors throw, if they are none that can be
     */
    public Price readPrice(ByteSource in) {
        return new Price(in.decimal());
    }

    /**
     * Writes at which prices an order trades.
     *
     * @param type the prices
     * @param out gets the bytes
     */
    public void write(OrderType type, ByteSink out) {
        KINDS.write(type.kind(), out);
        type.stopPrice().ifPresent(price -> out.decimal(price.value()));
        type.limitPrice().ifPresent(price -> out.decimal(price.value()));
    }

    /**
     * Reads at which prices an order trades.
     *
     * @param in stands before it, and after it then
     * @return the prices
     * @throws CodecException if the bytes are none; what the constructors throw, if they are none that can be
     */
    public OrderType readType(ByteSource in) {
        return switch (KINDS.read(in)) {
            case MARKET -> new OrderType.Market();
            case LIMIT -> new OrderType.Limit(readPrice(in));
            case STOP -> new OrderType.Stop(readPrice(in));
            case STOP_LIMIT -> new OrderType.StopLimit(readPrice(in), readPrice(in));
            case MARKETABLE_LIMIT -> new OrderType.MarketableLimit(readPrice(in));
        };
    }

    private void write(OrderLink link, ByteSink out) {
        switch (link) {
            case OrderLink.ChildOf _ -> out.code(CHILD_OF);
            case OrderLink.CancelsWith _ -> out.code(CANCELS_WITH);
            case OrderLink.TriggeredBy _ -> out.code(TRIGGERED_BY);
            case OrderLink.BracketExit exit -> {
                out.code(BRACKET_EXIT);
                EXITS.write(exit.exit(), out);
            }
        }
        write(link.other(), out);
    }

    private List<OrderLink> readLinks(ByteSource in) {
        int count = in.length();
        List<OrderLink> links = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int start = in.position();
            int code = in.code("a link");
            links.add(
                    switch (code) {
                        case CHILD_OF -> new OrderLink.ChildOf(readOrderId(in));
                        case CANCELS_WITH -> new OrderLink.CancelsWith(readOrderId(in));
                        case TRIGGERED_BY -> new OrderLink.TriggeredBy(readOrderId(in));
                        case BRACKET_EXIT -> bracketExit(EXITS.read(in), readOrderId(in));
                        default -> throw new CodecException(start, "a link", "code " + code);
                    });
        }
        return links;
    }

    private static OrderLink bracketExit(OrderLink.Exit exit, OrderId entry) {
        return new OrderLink.BracketExit(entry, exit);
    }

    /**
     * Writes a fill.
     *
     * @param fill the fill
     * @param out gets the bytes
     */
    public void write(Fill fill, ByteSink out) {
        out.ascii(fill.fillId().value());
        write(fill.orderId(), out);
        write(fill.instrument(), out);
        SIDES.write(fill.side(), out);
        out.decimal(fill.quantity().value());
        out.decimal(fill.price().value());
        out.decimal(fill.fee().amount());
        out.ascii(fill.fee().currency().code());
        LIQUIDITIES.write(fill.liquidity(), out);
        out.instant(fill.at());
    }

    /**
     * Reads a fill.
     *
     * @param in stands before it, and after it then
     * @return the fill
     * @throws CodecException if the bytes are none; what the constructors throw, if they are none that can be
     */
    public Fill readFill(ByteSource in) {
        return new Fill(
                new FillId(in.text()),
                readOrderId(in),
                readInstrument(in),
                SIDES.read(in),
                readQuantity(in),
                readPrice(in),
                new Money(in.decimal(), in.name(currencies)),
                LIQUIDITIES.read(in),
                in.instant());
    }
}
