package io.mts1b.brokers.kraken.local;

import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.local.Faults;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalServer;
import io.mts1b.brokers.local.LyingVenue;
import io.mts1b.brokers.local.Scheduler;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A Kraken on this machine, to trade on paper: bitcoin and ether for dollars, and a crowd that moves by itself. Thread-safe.
 */
public final class PaperKraken implements AutoCloseable {

    private static final Duration MOVES = Duration.ofMillis(100);
    private static final InstrumentId BITCOIN = InstrumentId.parse("BTC-USD.KRAKEN");
    private static final InstrumentId ETHER = InstrumentId.parse("ETH-USD.KRAKEN");

    private final LocalServer server;

    private PaperKraken(LocalServer server) {
        this.server = server;
    }

    /**
     * What makes one venue another.
     *
     * @param port where to listen, 0 for any free port
     * @param key the public half of the account's key
     * @param secret its private half
     * @param permissions what the key may do
     * @param faults what goes wrong
     * @param seed of all chance
     */
    public record Options(int port, String key, Secret secret, List<String> permissions, Faults faults, long seed) {}

    /**
     * Opens it.
     *
     * @param options which
     * @param clock the time
     * @return the venue; close it to stop
     * @throws IOException if the port is taken
     */
    public static PaperKraken open(Options options, InstantSource clock) throws IOException {
        SplittableRandom random = new SplittableRandom(options.seed());
        LocalMarket market = new LocalMarket(clock, random.split(), listings(), balances());
        KrakenVenue.Account account = new KrakenVenue.Account(
                options.key(),
                options.secret(),
                "paper",
                options.permissions(),
                new LocalRateLimiter(List.of(new RateLimit(15, Duration.ofSeconds(45))), clock),
                options.faults().line().fillsRemembered());
        LocalServer server = LocalServer.start(options.port(), timer -> {
            KrakenVenue venue = new KrakenVenue(market, account, KrakenSymbols.house(), clock);
            move(timer, market);
            return options.faults().equals(Faults.NONE)
                    ? venue
                    : new LyingVenue(venue, timer, random.split(), options.faults());
        });
        return new PaperKraken(server);
    }

    private static void move(Scheduler timer, LocalMarket market) {
        timer.after(MOVES, () -> {
            market.move();
            move(timer, market);
        });
    }

    private static SortedMap<InstrumentId, LocalMarket.Listing> listings() {
        return new TreeMap<>(Map.of(
                BITCOIN, listing("BTC", "0.1", "0.0001", "60000"), ETHER, listing("ETH", "0.01", "0.001", "3000")));
    }

    private static LocalMarket.Listing listing(String base, String tick, String lot, String price) {
        ContractTerms terms = new ContractTerms(Price.parse(tick), Quantity.parse(lot), Decimal.ONE, Currency.USD);
        return new LocalMarket.Listing(Currency.parse(base), terms, Price.parse(price), 5_000);
    }

    private static SortedMap<Currency, Decimal> balances() {
        return new TreeMap<>(Map.of(
                Currency.USD,
                Decimal.of(1_000_000),
                Currency.parse("BTC"),
                Decimal.of(10),
                Currency.parse("ETH"),
                Decimal.of(100)));
    }

    /**
     * Returns where requests go.
     *
     * @return the address
     */
    public URI api() {
        return server.address("http");
    }

    /**
     * Returns where the private stream is.
     *
     * @return the address
     */
    public URI stream() {
        return server.address("ws").resolve(KrakenVenue.STREAM);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
