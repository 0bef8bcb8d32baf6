package io.mts1b.brokers.kraken.session;

import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.kraken.KrakenBroker;
import io.mts1b.brokers.kraken.KrakenProbe;
import io.mts1b.brokers.kraken.KrakenSettings;
import io.mts1b.brokers.kraken.KrakenSigner;
import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.kraken.NonceFile;
import io.mts1b.brokers.kraken.Nonces;
import io.mts1b.brokers.kraken.local.PaperKraken;
import io.mts1b.brokers.setup.BrokerSettings;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Confirmation;
import io.mts1b.brokers.setup.Destination;
import io.mts1b.brokers.setup.Host;
import io.mts1b.brokers.setup.VenueSession;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Opens brokers at Kraken, by their settings. */
public final class KrakenSession {

    /** What Kraken allows an account of the lowest tier: 60 orders on a pair, of which one a second is forgotten. */
    private static final RateLimit TRADING = new RateLimit(60, Duration.ofSeconds(60));

    /** Likewise 15 questions, of which one in three seconds is forgotten. */
    private static final RateLimit ASKING = new RateLimit(15, Duration.ofSeconds(45));

    private static final Destination.Broker BROKER = new Destination.Broker(
            URI.create("https://api.kraken.com"),
            URI.create("wss://ws-auth.kraken.com/v2"),
            new PaperKraken(),
            Secret.of("paper"),
            Secret.of("cGFwZXI="));

    private KrakenSession() {}

    /**
     * Makes a broker, which does nothing until it is opened.
     *
     * @param name that orders are routed by
     * @param settings where orders go, and with which key
     * @param host what it needs of the process
     * @param confirmation who is asked if they go live
     * @param listener is told what happens, on a thread of the session
     * @return the session; close it to stop
     * @throws IllegalArgumentException if the settings do not fit together, or going live was not confirmed
     * @throws IOException if there is no port for a venue on paper
     */
    public static VenueSession<ConfinedBroker<KrakenBroker>> open(
            BrokerId name, BrokerSettings settings, Host host, Confirmation confirmation, VenueListener listener)
            throws IOException {
        return VenueSession.open(
                name,
                settings,
                host,
                confirmation,
                new VenueSession.Making<>(
                        BROKER,
                        (venue, link) -> new KrakenBroker(
                                account(name, venue), surroundings(venue, host.clock()), link, listener),
                        thread -> new ConfinedBroker<>(name, thread)));
    }

    /**
     * Looks whether the account can be traded, and sends no order.
     *
     * @param name that orders are routed by
     * @param settings where orders would go, and with which key
     * @param host what it needs of the process
     * @param pair whose book is looked at
     * @return the six checks
     * @throws IllegalArgumentException if the settings do not fit together
     * @throws IOException if there is no port for a venue on paper
     */
    public static List<Check> check(BrokerId name, BrokerSettings settings, Host host, InstrumentId pair)
            throws IOException {
        return VenueSession.check(
                BROKER,
                settings,
                host,
                venue -> new KrakenProbe(
                        account(name, venue), venue.stream(), surroundings(venue, host.clock()), host.clients(), pair));
    }

    private static KrakenSettings account(BrokerId name, Destination venue) {
        return new KrakenSettings(
                name,
                venue.api(),
                venue.key().reveal(),
                venue.settings().deadline(),
                venue.settings().keysThatMayMoveFunds());
    }

    private static KrakenBroker.Surroundings surroundings(Destination venue, InstantSource clock) {
        Path file = venue.settings().nonces();
        return new KrakenBroker.Surroundings(
                new KrakenSigner(venue.secret()),
                new Nonces(clock, file == null ? new InMemory() : new NonceFile(file)),
                KrakenSymbols.house(),
                clock,
                new LocalRateLimiter(List.of(TRADING), clock),
                new LocalRateLimiter(List.of(ASKING), clock));
    }

    /** Enough for a key that no other process uses: the clock is past all that were used before. */
    private static final class InMemory implements Nonces.Reserve {

        @Override
        public long reserved() {
            return 0;
        }

        @Override
        public void reserve(long upTo) {
            // Nothing is to outlive the process.
        }
    }
}
