package io.mts1b.benchmarks.execution;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.IOrder;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The faster of exchange-core's two order books, with pools for its orders and its events, as its engine runs it. */
final class ExchangeCorePeer {

    private static final long USER = 1;

    private final OrderCommand command = new OrderCommand();
    private final Trades trades = new Trades();
    private final IOrderBook book;

    @Nullable private MatcherTradeEvent freeEvents;

    private long refused;

    ExchangeCorePeer() {
        CoreSymbolSpecification symbol = CoreSymbolSpecification.builder()
                .symbolId(1)
                .type(SymbolType.FUTURES_CONTRACT)
                .build();
        book = new OrderBookDirectImpl(
                symbol,
                ObjectsPool.createDefaultTestPool(),
                new OrderBookEventsHelper(this::event),
                LoggingConfiguration.DEFAULT);
        command.uid = USER;
    }

    private MatcherTradeEvent event() {
        MatcherTradeEvent event = freeEvents;
        if (event == null) {
            return new MatcherTradeEvent();
        }
        freeEvents = event.nextEvent;
        event.nextEvent = null;
        return event;
    }

    void run(BookCommands commands) {
        for (int i = 0; i < commands.size(); i++) {
            command.orderId = commands.ids[i];
            command.price = commands.prices[i];
            command.size = commands.quantities[i];
            command.action = commands.buys[i] ? OrderAction.BID : OrderAction.ASK;
            CommandResultCode result = apply(commands.kinds[i]);
            if (result != CommandResultCode.SUCCESS) {
                refused++;
            }
            recycle();
        }
    }

    private CommandResultCode apply(byte kind) {
        return switch (kind) {
            case BookCommands.PLACE, BookCommands.TAKE -> {
                command.orderType = kind == BookCommands.PLACE ? OrderType.GTC : OrderType.IOC;
                book.newOrder(command);
                yield CommandResultCode.SUCCESS;
            }
            case BookCommands.CANCEL -> book.cancelOrder(command);
            case BookCommands.REDUCE -> book.reduceOrder(command);
            default -> book.moveOrder(command);
        };
    }

    private void recycle() {
        MatcherTradeEvent event = command.matcherEvent;
        command.matcherEvent = null;
        while (event != null) {
            if (event.eventType == MatcherEventType.TRADE) {
                trades.add(command.orderId, event.matchedOrderId, event.price, event.size);
            }
            MatcherTradeEvent next = event.nextEvent;
            event.nextEvent = freeEvents;
            freeEvents = event;
            event = next;
        }
    }

    /** What traded, and what rests: each order's id, price and what it still wants, in the order they would trade. */
    List<Long> result() {
        List<Long> result = new ArrayList<>(List.of(refused, trades.fold()));
        Stream.concat(book.bidOrdersStream(true), book.askOrdersStream(true)).forEach(order -> add(order, result));
        return result;
    }

    private static void add(IOrder order, List<Long> result) {
        result.addAll(List.of(order.getOrderId(), order.getPrice(), order.getSize() - order.getFilled()));
    }
}
