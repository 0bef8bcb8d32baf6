package io.mts1b.brokers.paper.book;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.BookDelta;
import io.mts1b.foundation.marketdata.BookSnapshot;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * The venue: orders of one account trade against the market data it is shown.
 *
 * <p>A limit order waits behind what is displayed at its price. It moves up when trades happen there, and, as {@link
 * CancelsAhead} says, when less is displayed. An order that takes gets what is displayed, level by level, and nobody is
 * shown it twice before the market data show it again. Stops wake on trades. An instrument is driven by quotes, by books
 * or by bars, one of them; trades go with the first two.
 *
 * <p>A client order id is taken once, as far as the venue remembers: the last 100,000 orders that ended, and as many fills. A
 * second order under it is not looked at. Confined to one thread; reached by orders through a {@link PaperLine}.
 */
public final class PaperVenue {

    private final PaperDesk desk;

    /**
     * Makes a venue that displays nothing yet.
     *
     * @param instruments what can be traded here; empty for what cannot
     * @param balances what the account has at first
     * @param rules how orders are treated
     * @param clock the time of what happens
     */
    public PaperVenue(
            Function<InstrumentId, Optional<Instrument>> instruments,
            SortedMap<Currency, Decimal> balances,
            PaperRules rules,
            InstantSource clock) {
        this.desk = new PaperDesk(instruments, balances, rules, clock);
    }

    PaperDesk desk() {
        return desk;
    }

    /**
     * Shows the best prices.
     *
     * @param quote all that is displayed now
     * @throws IllegalArgumentException if its instrument cannot be traded here, or a price is not positive
     */
    public void onQuote(Quote quote) {
        desk.market(quote.instrument()).onQuote(quote);
    }

    /**
     * Shows the whole book.
     *
     * @param snapshot all that is displayed now
     * @throws IllegalArgumentException if its instrument cannot be traded here, or a price is not positive
     */
    public void onSnapshot(BookSnapshot snapshot) {
        desk.market(snapshot.instrument()).onSnapshot(snapshot);
    }

    /**
     * Shows what changed of the book. What a snapshot has shown already changes nothing; after a gap in the numbers the
     * book stands still until the next snapshot.
     *
     * @param delta what is displayed at one price now
     * @throws IllegalArgumentException if its instrument cannot be traded here, or a price is not positive
     */
    public void onDelta(BookDelta delta) {
        desk.market(delta.instrument()).onDelta(delta);
    }

    /**
     * Shows a trade of others. One that does not say who took is looked at beside the book, and is nobody's inside it.
     *
     * @param trade what traded
     * @throws IllegalArgumentException if its instrument cannot be traded here, or a price is not positive
     */
    public void onTrade(Trade trade) {
        desk.market(trade.instrument()).onTrade(trade);
        desk.wake(trade.instrument(), trade.price());
    }

    /**
     * Plays a bar: its open, then its low and its high, or the other way round if it closed lower, then its close. At each
     * a quarter of the volume trades with orders the price went through, and as much is offered one tick away.
     *
     * @param bar what happened
     * @throws IllegalArgumentException if its instrument cannot be traded here, or a price is not positive
     */
    public void onBar(Bar bar) {
        boolean rose = bar.close().compareTo(bar.open()) >= 0;
        Price second = rose ? bar.range().low() : bar.range().high();
        Price third = rose ? bar.range().high() : bar.range().low();
        for (Price price : List.of(bar.open(), second, third, bar.close())) {
            desk.market(bar.instrument()).onBarPrice(price, bar);
            desk.wake(bar.instrument(), price);
        }
    }

    /**
     * Ends the session: orders for the day expire.
     *
     * @param at the end of the session
     */
    public void endSession(Instant at) {
        desk.endSession(at);
    }

    /**
     * Returns what must trade at an order's price before it does.
     *
     * @param name the order
     * @return the quantity; empty if the order is not on the book
     */
    public Optional<Quantity> ahead(ClientOrderId name) {
        return desk.ahead(name);
    }
}
