package io.mts1b.brokers.ibkr.local;

import io.mts1b.brokers.ibkr.IbkrWarning;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.local.Scheduler;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import io.mts1b.platform.symbology.Symbology;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The protocol of the gateway of Interactive Brokers, for an account on paper, whose number stands where others have a key. */
public final class PaperIbkr implements PaperVenue.Protocol {

    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Set<IbkrWarning> ASKS = EnumSet.of(
            IbkrWarning.NO_MARKET_DATA,
            IbkrWarning.MARKET_ORDER_RISK,
            IbkrWarning.STOP_ORDER_KINDS,
            IbkrWarning.PRICE_LIMIT);

    /** Makes the protocol, which keeps nothing. */
    public PaperIbkr() {}

    @Override
    public String venue() {
        return "IBKR";
    }

    @Override
    public SortedMap<InstrumentId, LocalMarket.Listing> listings() {
        return new TreeMap<>(Map.of(
                InstrumentId.parse("AAPL.XNAS"), listing("230"),
                InstrumentId.parse("SPY.ARCX"), listing("590"),
                InstrumentId.parse("BRK.B.XNYS"), listing("470")));
    }

    private static LocalMarket.Listing listing(String price) {
        ContractTerms terms = new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
        return new LocalMarket.Listing(null, terms, Price.parse(price), 500, LocalMarket.Fees.NONE);
    }

    @Override
    public String stream() {
        return IbkrVenue.STREAM;
    }

    @Override
    public LocalVenue speak(LocalMarket market, PaperVenue.Options options, InstantSource clock, Scheduler timer) {
        IbkrVenue venue = new IbkrVenue(
                market,
                new IbkrVenue.Account(
                        options.key(),
                        true,
                        ASKS,
                        new LocalRateLimiter(List.of(new RateLimit(10, Duration.ofSeconds(1))), clock),
                        options.faults().line().fillsRemembered()),
                Symbology.house(),
                clock);
        beat(timer, venue);
        return venue;
    }

    private static void beat(Scheduler timer, IbkrVenue venue) {
        timer.after(BEAT, () -> {
            venue.beat();
            beat(timer, venue);
        });
    }
}
