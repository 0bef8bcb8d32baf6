package io.mts1b.brokers.local;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.config.DataSize;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.http.HttpSettings;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Tls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** What tests of brokers over a network need of the process. */
public final class Processes {

    /** When tests begin: soon after their orders are made, and not at the beginning of a millisecond, for venues round. */
    public static final Instant START = Instant.parse("2024-05-06T13:30:00.000950Z");

    private static final Duration TEN = Duration.ofSeconds(10);

    private Processes() {}

    /** Clients that never wait before they try again. */
    public static HttpClients clients(ManualClock clock) {
        return new HttpClients(
                new HttpSettings(
                        new HttpSettings.Timeouts(TEN, TEN, TEN, TEN), 4, 4, new DataSize(1 << 20), 1, TEN, null),
                new HttpClients.Surroundings(
                        Tls.system(), Redaction.standard(), _ -> {}, clock, _ -> {}, new SplittableRandom(1)),
                Map.of());
    }

    /** A limit that nobody reaches. */
    public static LocalRateLimiter unlimited(InstantSource clock) {
        return new LocalRateLimiter(List.of(new RateLimit(1_000_000, TEN)), clock);
    }

    /** A market of one pair, around 100 in ticks of a cent and in whole lots, and an account with dollars. */
    public static LocalMarket pairs(InstrumentId pair, InstantSource clock, SplittableRandom random) {
        ContractTerms terms = new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
        return new LocalMarket(
                clock,
                random,
                new TreeMap<>(
                        Map.of(pair, new LocalMarket.Listing(Currency.parse("BTC"), terms, Price.parse("100"), 30))),
                new TreeMap<>(Map.of(Currency.USD, Decimal.of(1_000_000_000))));
    }
}
