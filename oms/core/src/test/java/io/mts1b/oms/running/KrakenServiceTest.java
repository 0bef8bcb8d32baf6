package io.mts1b.oms.running;

import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.kraken.local.KrakenVenue;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.local.Scheduler;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** At Kraken. */
class KrakenServiceTest extends SpotServiceTck {

    KrakenServiceTest() {
        super("kraken", "the-key", "bG9jYWwgc2VjcmV0");
    }

    /** It is asked more often than an account of the lowest tier may, for the service starts often here. */
    @Override
    LocalVenue speak(LocalMarket spoken, PaperVenue.Options of, InstantSource clock, Scheduler timer) {
        return new KrakenVenue(
                spoken,
                new KrakenVenue.Account(
                        of.key(),
                        of.secret(),
                        "bot",
                        KrakenVenue.Account.TRADES,
                        new LocalRateLimiter(List.of(new RateLimit(1_000_000, Duration.ofSeconds(10))), clock),
                        Duration.ofDays(365)),
                KrakenSymbols.house(),
                clock);
    }
}
