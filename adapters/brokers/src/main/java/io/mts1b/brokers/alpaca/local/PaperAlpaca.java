package io.mts1b.brokers.alpaca.local;

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
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Alpaca's protocol, for an account on paper: three shares, and bitcoin for dollars, free of fees. */
public final class PaperAlpaca implements PaperVenue.Protocol {

    /** Makes the protocol, which keeps nothing. */
    public PaperAlpaca() {}

    @Override
    public String venue() {
        return "ALPACA";
    }

    @Override
    public String stream() {
        return AlpacaVenue.STREAM;
    }

    @Override
    public SortedMap<InstrumentId, LocalMarket.Listing> listings() {
        SortedMap<InstrumentId, LocalMarket.Listing> listings = new TreeMap<>();
        listings.put(InstrumentId.parse("AAPL.ALPACA"), listing(null, "0.01", "1", "230"));
        listings.put(InstrumentId.parse("BRK.B.ALPACA"), listing(null, "0.01", "1", "480"));
        listings.put(InstrumentId.parse("SPY.ALPACA"), listing(null, "0.01", "1", "600"));
        listings.put(InstrumentId.parse("BTC-USD.ALPACA"), listing(Currency.parse("BTC"), "0.1", "0.0001", "60000"));
        return listings;
    }

    private static LocalMarket.Listing listing(@Nullable Currency base, String tick, String lot, String price) {
        ContractTerms terms = new ContractTerms(Price.parse(tick), Quantity.parse(lot), Decimal.ONE, Currency.USD);
        return new LocalMarket.Listing(base, terms, Price.parse(price), 5_000, LocalMarket.Fees.NONE);
    }

    @Override
    public LocalVenue speak(LocalMarket market, PaperVenue.Options options, InstantSource clock, Scheduler timer) {
        AlpacaVenue.Account account = new AlpacaVenue.Account(
                options.key(),
                options.secret(),
                options.permissions().isEmpty() ? AlpacaVenue.Account.TRADES : options.permissions(),
                new LocalRateLimiter(List.of(new RateLimit(200, Duration.ofMinutes(1))), clock),
                options.faults().line().fillsRemembered());
        return new AlpacaVenue(market, account, Symbology.house(), clock);
    }
}
