package io.mts1b.brokers.local;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
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
 * A venue on this machine, to trade on paper: bitcoin and ether for dollars or what else its protocol has, and a crowd that moves by itself. Thread-safe.
 */
public final class PaperVenue implements AutoCloseable {

    private static final Duration MOVES = Duration.ofMillis(100);

    private final LocalServer server;
    private final String path;

    private PaperVenue(LocalServer server, String path) {
        this.server = server;
        this.path = path;
    }

    /** A protocol that is spoken. */
    public interface Protocol {

        /**
         * Returns where its instruments are traded.
         *
         * @return such as {@code KRAKEN}
         */
        String venue();

        /**
         * Returns what can be traded.
         *
         * @return bitcoin and ether for dollars, if the protocol does not say otherwise
         */
        default SortedMap<InstrumentId, LocalMarket.Listing> listings() {
            return pairs(venue());
        }

        /**
         * Returns where its private stream is.
         *
         * @return the path
         */
        String stream();

        /**
         * Makes the venue that speaks it.
         *
         * @param market what it tells of
         * @param options which account
         * @param clock the time
         * @param timer plans what it does by itself
         * @return the venue
         */
        LocalVenue speak(LocalMarket market, Options options, InstantSource clock, Scheduler timer);
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
     * @param protocol what it speaks
     * @param options which
     * @param clock the time
     * @return the venue; close it to stop
     * @throws IOException if the port is taken
     */
    public static PaperVenue open(Protocol protocol, Options options, InstantSource clock) throws IOException {
        SplittableRandom random = new SplittableRandom(options.seed());
        LocalMarket market = new LocalMarket(clock, random.split(), protocol.listings(), balances());
        LocalServer server = LocalServer.start(options.port(), timer -> {
            LocalVenue venue = protocol.speak(market, options, clock, timer);
            move(timer, market);
            return options.faults().equals(Faults.NONE)
                    ? venue
                    : new LyingVenue(venue, timer, random.split(), options.faults());
        });
        return new PaperVenue(server, protocol.stream());
    }

    private static void move(Scheduler timer, LocalMarket market) {
        timer.after(MOVES, () -> {
            market.move();
            move(timer, market);
        });
    }

    private static SortedMap<InstrumentId, LocalMarket.Listing> pairs(String venue) {
        return new TreeMap<>(Map.of(
                InstrumentId.parse("BTC-USD." + venue),
                listing("BTC", "0.1", "0.0001", "60000"),
                InstrumentId.parse("ETH-USD." + venue),
                listing("ETH", "0.01", "0.001", "3000")));
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
        return server.address("ws").resolve(path);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
