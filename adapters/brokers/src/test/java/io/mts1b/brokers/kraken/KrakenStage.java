package io.mts1b.brokers.kraken;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.platform.clock.VirtualTime;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import io.mts1b.platform.security.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A broker and its venue in virtual time, and what is told. */
final class KrakenStage {

    static final Instant START = Instant.parse("2026-05-05T10:00:00Z");
    static final BrokerId KRAKEN = new BrokerId("kraken");

    final VirtualTime time = new VirtualTime(START);
    final LocalKraken venue = new LocalKraken(time);
    final List<VenueMessage> told = new ArrayList<>();
    final KrakenBroker broker = broker(LocalKraken.SECRET, List.of());

    /** Makes another broker of the venue, which it serves from now on. */
    KrakenBroker broker(Secret secret, List<String> keys) {
        KrakenBroker made = new KrakenBroker(
                new KrakenSettings(
                        KRAKEN, URI.create("https://api.kraken.com"), LocalKraken.KEY, Duration.ofSeconds(5), keys),
                new KrakenBroker.Surroundings(
                        new KrakenSigner(secret),
                        new Nonces(time, new MemoryReserve()),
                        KrakenSymbols.house(),
                        time,
                        new LocalRateLimiter(List.of(new RateLimit(10, Duration.ofSeconds(10))), time),
                        new LocalRateLimiter(List.of(new RateLimit(15, Duration.ofSeconds(45))), time)),
                venue,
                told::add);
        venue.serve(made);
        return made;
    }

    void wait(int seconds) {
        time.until(time.instant().plusSeconds(seconds));
    }

    /** Returns what kinds of messages were told. */
    List<String> kinds() {
        return told.stream().map(one -> one.getClass().getSimpleName()).toList();
    }
}
