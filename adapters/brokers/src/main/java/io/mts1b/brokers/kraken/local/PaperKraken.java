package io.mts1b.brokers.kraken.local;

import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.local.Scheduler;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Kraken's protocol, for an account of the lowest tier on paper. */
public final class PaperKraken implements PaperVenue.Protocol {

    /** Makes the protocol, which keeps nothing. */
    public PaperKraken() {}

    @Override
    public String venue() {
        return "KRAKEN";
    }

    @Override
    public String stream() {
        return KrakenVenue.STREAM;
    }

    @Override
    public LocalVenue speak(LocalMarket market, PaperVenue.Options options, InstantSource clock, Scheduler timer) {
        KrakenVenue.Account account = new KrakenVenue.Account(
                options.key(),
                options.secret(),
                "paper",
                options.permissions().isEmpty() ? KrakenVenue.Account.TRADES : options.permissions(),
                new LocalRateLimiter(List.of(new RateLimit(15, Duration.ofSeconds(45))), clock),
                options.faults().line().fillsRemembered());
        return new KrakenVenue(market, account, KrakenSymbols.house(), clock);
    }
}
