package io.mts1b.brokers.paper.book;

import io.mts1b.brokers.matching.BookListener;
import io.mts1b.brokers.matching.OrderBook;
import io.mts1b.brokers.matching.Refusal;
import io.mts1b.brokers.matching.Removal;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.BookDelta;
import io.mts1b.foundation.marketdata.BookLevel;
import io.mts1b.foundation.marketdata.BookSide;
import io.mts1b.foundation.marketdata.BookSnapshot;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One instrument at the venue: market data in, in ticks and lots rounded against us, and out what became of our orders.
 */
final class PaperMarket implements BookListener {

    private static final int POINTS_OF_BAR = 4;

    /** Is told what becomes of our orders. */
    interface Ours {

        void accepted(long id);

        void traded(long id, long ticks, long lots, boolean takes);

        void replaced(long id);

        void canceled(long id, Removal why);

        void rejected(long id, Refusal why);
    }

    private final ContractTerms terms;
    private final Ours ours;
    private final Crowd crowd;
    private long sequence;
    private boolean synchronised;

    PaperMarket(ContractTerms terms, CancelsAhead cancelsAhead, Ours ours) {
        this.terms = terms;
        this.ours = ours;
        this.crowd = new Crowd(cancelsAhead, this);
    }

    ContractTerms terms() {
        return terms;
    }

    Crowd crowd() {
        return crowd;
    }

    OrderBook book() {
        return crowd.book();
    }

    private long ticks(Price price, RoundingMode rounding) {
        Require.that(price.isPositive(), "price must be positive, was " + price);
        return price.value().wholeMultiples(terms.tick().value(), rounding).unscaled();
    }

    long lots(Quantity quantity) {
        return quantity.value()
                .wholeMultiples(terms.lot().value(), RoundingMode.DOWN)
                .unscaled();
    }

    private static RoundingMode against(boolean buys) {
        return buys ? RoundingMode.DOWN : RoundingMode.UP;
    }

    /** A quote is a book of one level; what it does not show stays only where one of ours may wait behind it. */
    void onQuote(Quote quote) {
        Set<Long> waiting = new TreeSet<>();
        for (boolean buys : List.of(true, false)) {
            book().visit(buys, (id, _, price, _, _, _) -> {
                if (id > 0) {
                    waiting.add(price);
                }
            });
        }
        long bid = ticks(quote.bid(), RoundingMode.DOWN);
        long ask = ticks(quote.ask(), RoundingMode.UP);
        crowd.hide(true, price -> price > bid || (price < bid && !waiting.contains(price)));
        crowd.hide(false, price -> price < ask || (price > ask && !waiting.contains(price)));
        crowd.show(true, bid, lots(quote.bidSize()));
        crowd.show(false, ask, lots(quote.askSize()));
    }

    void onSnapshot(BookSnapshot snapshot) {
        SortedMap<Long, Long> bids = lotsByTicks(snapshot.bids(), true);
        SortedMap<Long, Long> asks = lotsByTicks(snapshot.asks(), false);
        sequence = snapshot.sequence();
        synchronised = true;
        crowd.hide(true, price -> !bids.containsKey(price));
        crowd.hide(false, price -> !asks.containsKey(price));
        bids.forEach((price, lots) -> crowd.show(true, price, lots));
        asks.forEach((price, lots) -> crowd.show(false, price, lots));
    }

    /** The levels of a side, best first; those finer than our tick are one. */
    private SortedMap<Long, Long> lotsByTicks(List<BookLevel> levels, boolean buys) {
        Comparator<Long> better = buys ? Comparator.reverseOrder() : Comparator.naturalOrder();
        SortedMap<Long, Long> lots = new TreeMap<>(better);
        for (BookLevel level : levels) {
            lots.merge(ticks(level.price(), against(buys)), lots(level.size()), Math::addExact);
        }
        return lots;
    }

    /** After a gap, and before the first snapshot, nobody knows the book: what is displayed stays until a snapshot tells. */
    void onDelta(BookDelta delta) {
        if (!synchronised || delta.sequence() <= sequence) {
            return;
        }
        synchronised = delta.sequence() == sequence + 1;
        if (synchronised) {
            sequence = delta.sequence();
            boolean buys = delta.side() == BookSide.BID;
            crowd.show(buys, ticks(delta.price(), against(buys)), lots(delta.size()));
        }
    }

    void onTrade(Trade trade) {
        long lots = lots(trade.quantity());
        switch (trade.aggressor()) {
            case SELLER -> trade(true, trade.price(), lots);
            case BUYER -> trade(false, trade.price(), lots);
            case UNKNOWN -> {
                long bid = book().best(true);
                long ask = book().best(false);
                if (bid > 0 && ticks(trade.price(), RoundingMode.UP) <= bid) {
                    trade(true, trade.price(), lots);
                } else if (ask > 0 && ticks(trade.price(), RoundingMode.DOWN) >= ask) {
                    trade(false, trade.price(), lots);
                }
            }
        }
    }

    private void trade(boolean sells, Price price, long lots) {
        if (lots > 0) {
            crowd.trade(sells, ticks(price, sells ? RoundingMode.UP : RoundingMode.DOWN), lots);
        }
    }

    /**
     * Plays one price of a bar: a quarter of its volume is displayed one tick away on either side. It meets whoever waits
     * there or at a better price, as a touch is not a trade.
     */
    void onBarPrice(Price price, Bar bar) {
        long lots = lots(bar.volume()) / POINTS_OF_BAR;
        long down = ticks(price, RoundingMode.DOWN) - 1;
        long up = ticks(price, RoundingMode.UP) + 1;
        crowd.hide(true, _ -> true);
        crowd.hide(false, _ -> true);
        if (down > 0) {
            crowd.show(true, down, lots);
        }
        crowd.show(false, up, lots);
    }

    @Override
    public void accepted(long id) {
        if (id > 0) {
            ours.accepted(id);
        }
    }

    @Override
    public void traded(long taker, long maker, long price, long quantity, long takerLeft, long makerLeft) {
        if (taker > 0) {
            ours.traded(taker, price, quantity, true);
        }
        if (maker > 0) {
            ours.traded(maker, price, quantity, false);
        }
    }

    @Override
    public void reduced(long id, long left) {}

    @Override
    public void replaced(long id, long price, long left) {
        if (id > 0) {
            ours.replaced(id);
        }
    }

    @Override
    public void canceled(long id, long left, Removal why) {
        if (id > 0) {
            ours.canceled(id, why);
        }
    }

    @Override
    public void rejected(long id, Refusal why) {
        if (id > 0) {
            ours.rejected(id, why);
        }
    }
}
