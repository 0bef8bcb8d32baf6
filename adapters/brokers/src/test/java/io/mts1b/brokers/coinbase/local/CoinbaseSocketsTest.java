package io.mts1b.brokers.coinbase.local;

import io.mts1b.brokers.BrokerTck;
import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.Venue;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.coinbase.CoinbaseBroker;
import io.mts1b.brokers.coinbase.CoinbaseSettings;
import io.mts1b.brokers.coinbase.CoinbaseSigner;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalServer;
import io.mts1b.brokers.local.SocketVenue;
import io.mts1b.brokers.wire.VenueNetwork;
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
import io.mts1b.platform.retry.Backoff;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.security.Tls;
import io.mts1b.platform.symbology.Symbology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The whole conformance suite over real HTTP and a real WebSocket, against a venue that looks at every token. */
class CoinbaseSocketsTest extends BrokerTck {

    static final InstrumentId PAIR = InstrumentId.parse("BTC-USD.COINBASE");
    static final Secret SECRET = Secret.of(Base64.getEncoder().encodeToString(new byte[64]));
    static final String KEY = "organizations/local/apiKeys/key";
    static final Instant START = Instant.parse("2026-05-05T10:00:00.000950Z");
    private static final Duration TEN = Duration.ofSeconds(10);

    private @Nullable LocalServer server;
    private @Nullable HttpClients clients;
    private @Nullable VenueNetwork<Traffic> network;

    static LocalMarket market(InstantSource clock, SplittableRandom random) {
        ContractTerms terms = new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
        return new LocalMarket(
                clock,
                random,
                new TreeMap<>(
                        Map.of(PAIR, new LocalMarket.Listing(Currency.parse("BTC"), terms, Price.parse("100"), 30))),
                new TreeMap<>(Map.of(Currency.USD, Decimal.of(1_000_000_000))));
    }

    static CoinbaseVenue venue(LocalMarket market, List<String> permissions, InstantSource clock) {
        return new CoinbaseVenue(
                market,
                new CoinbaseVenue.Account(KEY, SECRET, permissions, free(clock), Duration.ofDays(365)),
                Symbology.house(),
                clock);
    }

    static LocalRateLimiter free(InstantSource clock) {
        return new LocalRateLimiter(List.of(new RateLimit(1_000_000, TEN)), clock);
    }

    static CoinbaseSettings settings(URI api, List<String> mayTransfer) {
        return new CoinbaseSettings(Orders.BROKER, api, KEY, TEN, mayTransfer);
    }

    static CoinbaseBroker.Surroundings surroundings(InstantSource clock, long seed) {
        return new CoinbaseBroker.Surroundings(
                new CoinbaseSigner(KEY, SECRET), Symbology.house(), clock, new SplittableRandom(seed), free(clock));
    }

    static HttpClients clients(ManualClock clock) {
        return new HttpClients(
                new HttpSettings(
                        new HttpSettings.Timeouts(TEN, TEN, TEN, TEN), 4, 4, new DataSize(1 << 20), 1, TEN, null),
                new HttpClients.Surroundings(
                        Tls.system(), Redaction.standard(), _ -> {}, clock, _ -> {}, new SplittableRandom(1)),
                Map.of());
    }

    @Override
    protected Venue venue(VenueListener listener) {
        ManualClock clock = new ManualClock(START);
        LocalMarket market = market(clock, new SplittableRandom(1));
        Traffic traffic = new Traffic();
        try {
            server = LocalServer.start(0, _ -> traffic.counted(venue(market, CoinbaseVenue.Account.TRADES, clock)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LocalServer serving = server;
        clients = clients(clock);
        network = new VenueNetwork<>(
                clients,
                serving.address("ws").resolve(CoinbaseVenue.STREAM),
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), 0));
        VenueNetwork<Traffic> link = network;
        ConfinedBroker<CoinbaseBroker> broker = new ConfinedBroker<>(Orders.BROKER, traffic::run);
        SocketVenue<ConfinedBroker<CoinbaseBroker>> venue = new SocketVenue<>(serving, market, clock, listener) {
            @Override
            protected void arrive() {
                traffic.await(serving);
                takeAll();
            }

            @Override
            protected ConfinedBroker<CoinbaseBroker> confined() {
                return broker;
            }

            @Override
            public InstrumentId instrument() {
                return PAIR;
            }

            @Override
            public InstrumentId unknownInstrument() {
                return InstrumentId.parse("ETH-USD.COINBASE");
            }

            @Override
            public Price far() {
                return Price.parse("50");
            }

            @Override
            public Price near() {
                return Price.parse("150");
            }
        };
        traffic.serve(
                link,
                new CoinbaseBroker(
                        settings(serving.address("http"), List.of()), surroundings(clock, 1), traffic, venue.ear()));
        return venue;
    }

    @AfterEach
    void close() throws IOException {
        if (network != null) {
            network.close();
        }
        if (clients != null) {
            clients.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
