package io.mts1b.brokers.coinbase.local;

import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.local.Scheduler;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import io.mts1b.platform.symbology.Symbology;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Coinbase Advanced's protocol, for an account on paper. */
public final class PaperCoinbase implements PaperVenue.Protocol {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Makes the protocol, which keeps nothing. */
    public PaperCoinbase() {}

    @Override
    public String venue() {
        return "COINBASE";
    }

    @Override
    public String stream() {
        return CoinbaseVenue.STREAM;
    }

    @Override
    public LocalVenue speak(LocalMarket market, PaperVenue.Options options, InstantSource clock, Scheduler timer) {
        CoinbaseVenue.Account account = new CoinbaseVenue.Account(
                options.key(),
                options.secret(),
                options.permissions().isEmpty() ? CoinbaseVenue.Account.TRADES : options.permissions(),
                new LocalRateLimiter(List.of(new RateLimit(30, SECOND)), clock),
                options.faults().line().fillsRemembered());
        CoinbaseVenue venue = new CoinbaseVenue(market, account, Symbology.house(), clock);
        beat(timer, venue);
        return venue;
    }

    private static void beat(Scheduler timer, CoinbaseVenue venue) {
        timer.after(SECOND, () -> {
            venue.beat();
            beat(timer, venue);
        });
    }
}
