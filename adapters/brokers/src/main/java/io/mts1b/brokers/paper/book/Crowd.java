package io.mts1b.brokers.paper.book;

import io.mts1b.brokers.matching.BookListener;
import io.mts1b.brokers.matching.Instruction;
import io.mts1b.brokers.matching.LadderOrderBook;
import io.mts1b.brokers.matching.OrderBook;
import io.mts1b.brokers.matching.SelfTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * The order book of one instrument: what the market displays, as orders of nobody under negative ids, and ours among
 * them. What is displayed at a price is as many orders as it takes to say what came before ours and what behind.
 */
final class Crowd {

    private static final long US = 1;

    private final OrderBook book;
    private final CancelsAhead cancelsAhead;
    private final NavigableMap<Long, List<Long>> bids = new TreeMap<>();
    private final NavigableMap<Long, List<Long>> asks = new TreeMap<>();
    private long lastId;

    Crowd(CancelsAhead cancelsAhead, BookListener listener) {
        this.book = new LadderOrderBook(SelfTrade.CANCEL_TAKER, listener);
        this.cancelsAhead = cancelsAhead;
    }

    /** Our side of it: ids are positive. */
    void place(long id, boolean buys, long price, long lots, Instruction instruction) {
        book.place(id, US, buys, price, lots, instruction, OrderBook.NEVER);
    }

    OrderBook book() {
        return book;
    }

    private NavigableMap<Long, List<Long>> side(boolean buys) {
        return buys ? bids : asks;
    }

    /** Shows that so much is displayed at a price now; what is displayed across it must be gone. */
    void show(boolean buys, long price, long lots) {
        if (lots > 0) {
            NavigableMap<Long, List<Long>> other = side(!buys);
            NavigableMap<Long, List<Long>> crossed = buys ? other.headMap(price, true) : other.tailMap(price, true);
            remove(crossed);
        }
        List<Long> pieces = side(buys).computeIfAbsent(price, _ -> new ArrayList<>());
        pieces.removeIf(id -> book.left(id) == 0);
        long shown = pieces.stream().mapToLong(book::left).sum();
        if (lots > shown) {
            long id = --lastId;
            book.place(id, OrderBook.NOBODY, buys, price, atMost(lots - shown), Instruction.GTC, OrderBook.NEVER);
            if (book.left(id) > 0) {
                pieces.add(id);
            }
        } else {
            shrink(pieces, shown, shown - lots);
        }
        if (pieces.isEmpty()) {
            side(buys).remove(price);
        }
    }

    private void shrink(List<Long> pieces, long shown, long by) {
        long gone = 0;
        if (cancelsAhead == CancelsAhead.PROPORTIONAL) {
            for (long id : pieces) {
                long left = book.left(id);
                gone += reduce(id, Math.min(left, (long) ((double) by * left / shown)));
            }
        }
        for (long id : cancelsAhead == CancelsAhead.ALL ? List.copyOf(pieces) : pieces.reversed()) {
            gone += reduce(id, Math.min(by - gone, book.left(id)));
        }
        pieces.removeIf(id -> book.left(id) == 0);
    }

    private long reduce(long id, long by) {
        if (by > 0) {
            book.reduce(id, by);
        }
        return by;
    }

    /** Takes away what is displayed at prices for which this holds. */
    void hide(boolean buys, LongPredicate prices) {
        NavigableMap<Long, List<Long>> hidden = new TreeMap<>(side(buys));
        hidden.keySet().removeIf(price -> !prices.test(price));
        remove(hidden);
        side(buys).keySet().removeIf(prices::test);
    }

    private static long atMost(long lots) {
        return Math.min(lots, OrderBook.MAX_QUANTITY);
    }

    private void remove(NavigableMap<Long, List<Long>> levels) {
        levels.values().stream()
                .flatMap(List::stream)
                .filter(id -> book.left(id) > 0)
                .toList()
                .forEach(book::cancel);
        levels.clear();
    }

    /** Somebody sold, or bought, at a price: what was displayed at better ones must be gone, and who waits first trades. */
    void trade(boolean sells, long price, long lots) {
        NavigableMap<Long, List<Long>> hit = side(sells);
        remove(sells ? hit.tailMap(price, false) : hit.headMap(price, false));
        book.place(--lastId, OrderBook.NOBODY, !sells, price, atMost(lots), Instruction.IOC, OrderBook.NEVER);
    }
}
