package io.mts1b.brokers.kraken.local;

import io.mts1b.brokers.BrokerTck;
import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.Venue;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.kraken.KrakenBroker;
import io.mts1b.brokers.kraken.KrakenSettings;
import io.mts1b.brokers.kraken.KrakenSigner;
import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.kraken.Nonces;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The whole conformance suite over real HTTP and a real WebSocket, against a venue that looks at every signature. */
class KrakenSocketsTest extends BrokerTck {

    static final InstrumentId PAIR = InstrumentId.parse("BTC-USD.KRAKEN");
    static final Secret SECRET = Secret.of("bG9jYWwgc2VjcmV0IGZvciBhIGxvY2FsIHZlbnVl");
    static final String KEY = "local-key";
    static final Instant START = Instant.parse("2026-05-05T10:00:00.000950Z");
    private static final Duration TEN = Duration.ofSeconds(10);

    private @Nullable LocalServer server;
    private @Nullable HttpClients clients;
    private @Nullable VenueNetwork<KrakenBroker> network;

    static LocalMarket market(InstantSource clock, SplittableRandom random) {
        ContractTerms terms = new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
        return new LocalMarket(
                clock,
                random,
                new TreeMap<>(
                        Map.of(PAIR, new LocalMarket.Listing(Currency.parse("BTC"), terms, Price.parse("100"), 30))),
                new TreeMap<>(Map.of(Currency.USD, Decimal.of(1_000_000_000))));
    }

    static KrakenVenue.Account account(InstantSource clock) {
        return new KrakenVenue.Account(
                KEY, SECRET, "bot", KrakenVenue.Account.TRADES, free(clock), Duration.ofDays(365));
    }

    static LocalRateLimiter free(InstantSource clock) {
        return new LocalRateLimiter(List.of(new RateLimit(1_000_000, TEN)), clock);
    }

    static KrakenSettings settings(URI api) {
        return new KrakenSettings(Orders.BROKER, api, KEY, Duration.ofSeconds(5), List.of());
    }

    static KrakenBroker.Surroundings surroundings(InstantSource clock) {
        return new KrakenBroker.Surroundings(
                new KrakenSigner(SECRET),
                new Nonces(clock, new Reserve()),
                KrakenSymbols.house(),
                clock,
                free(clock),
                free(clock));
    }

    private static final class Reserve implements Nonces.Reserve {

        private long upTo;

        @Override
        public long reserved() {
            return upTo;
        }

        @Override
        public void reserve(long to) {
            upTo = to;
        }
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
        try {
            server = LocalServer.start(0, _ -> new KrakenVenue(market, account(clock), KrakenSymbols.house(), clock));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clients = clients(clock);
        network = new VenueNetwork<>(
                clients,
                server.address("ws").resolve(KrakenVenue.STREAM),
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), 0));
        VenueNetwork<KrakenBroker> link = network;
        ConfinedBroker<KrakenBroker> broker = new ConfinedBroker<>(Orders.BROKER, link::run);
        SocketVenue<ConfinedBroker<KrakenBroker>> venue = new SocketVenue<>(server, market, clock, listener) {
            @Override
            protected ConfinedBroker<KrakenBroker> confined() {
                return broker;
            }

            @Override
            public InstrumentId instrument() {
                return PAIR;
            }

            @Override
            public InstrumentId unknownInstrument() {
                return InstrumentId.parse("ETH-USD.KRAKEN");
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
        link.serve(new KrakenBroker(settings(server.address("http")), surroundings(clock), link, venue.ear()));
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
