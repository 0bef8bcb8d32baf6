package io.mts1b.brokers.paper.book;

import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.foundation.marketdata.Aggressor;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TradingCosts;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A venue on paper with one share that costs two cents a trade, ten million dollars, 50 shares to borrow, and a line. */
final class Floor {

    static final InstrumentId AAPL = InstrumentId.parse("AAPL.XNAS");
    static final Currency USD = Currency.USD;
    static final Instant OPEN = Instant.parse("2024-05-06T13:30:00Z");
    static final Duration LATENCY = Duration.ofMillis(5);

    final VirtualTime time = new VirtualTime(OPEN);
    final PaperVenue venue;
    final PaperLine line;
    boolean closed;
    private Optional<Instrument> listed = Optional.empty();
    private int trades;

    Floor(CancelsAhead cancelsAhead, VenueListener listener) {
        list("0.01");
        PaperRules rules = new PaperRules(
                LATENCY,
                cancelsAhead,
                Decimal.of(10),
                new TwoCents(),
                _ -> Quantity.of(50),
                (_, _) -> !closed,
                order -> order.orderId().value().startsWith("post"));
        venue = new PaperVenue(
                id -> listed.filter(share -> share.id().equals(id)),
                new TreeMap<>(Map.of(USD, Decimal.of(10_000_000))),
                rules,
                time);
        line = new PaperLine(Orders.BROKER, venue, time, time::after, listener);
    }

    private static final class TwoCents implements TradingCosts {
        @Override
        public Money charge(ContractTerms terms, Quantity quantity, Price price) {
            return Money.parse("0.02 USD");
        }

        @Override
        public Price worsen(Price reference, Side side, Price tick) {
            throw new IllegalStateException("the book has its own prices");
        }
    }

    /** Lists the share, or lists it again, with a tick. */
    final void list(String tick) {
        ContractTerms terms = new ContractTerms(Price.parse(tick), Quantity.of(1), Decimal.ONE, USD);
        listed = Optional.of(new Instrument.Equity(AAPL, terms));
    }

    void settle() {
        time.until(time.instant().plusSeconds(1));
    }

    void quote(String bid, long bidSize, String ask, long askSize) {
        venue.onQuote(new Quote(
                AAPL, Price.parse(bid), Price.parse(ask), Quantity.of(bidSize), Quantity.of(askSize), time.instant()));
    }

    void sold(String price, long quantity) {
        traded(price, quantity, Aggressor.SELLER);
    }

    void traded(String price, long quantity, Aggressor aggressor) {
        venue.onTrade(
                new Trade("t-" + ++trades, AAPL, Price.parse(price), Quantity.of(quantity), aggressor, time.instant()));
    }
}
