package io.mts1b.brokers.coinbase.session;

import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.coinbase.CoinbaseBroker;
import io.mts1b.brokers.coinbase.CoinbaseProbe;
import io.mts1b.brokers.coinbase.CoinbaseSettings;
import io.mts1b.brokers.coinbase.CoinbaseSigner;
import io.mts1b.brokers.coinbase.local.PaperCoinbase;
import io.mts1b.brokers.setup.BrokerSettings;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Confirmation;
import io.mts1b.brokers.setup.Destination;
import io.mts1b.brokers.setup.Host;
import io.mts1b.brokers.setup.VenueSession;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.symbology.Symbology;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** Opens brokers at Coinbase Advanced, by their settings. */
public final class CoinbaseSession {

    /** What Coinbase allows a key: 30 requests a second. */
    private static final RateLimit REQUESTS = new RateLimit(30, Duration.ofSeconds(1));

    /** The key of a venue that ends with this process may be known to all. */
    private static final Destination.Broker BROKER = new Destination.Broker(
            URI.create("https://api.coinbase.com"),
            URI.create("wss://advanced-trade-ws-user.coinbase.com"),
            new PaperCoinbase(),
            Secret.of("paper"),
            Secret.of(Base64.getEncoder().encodeToString(new byte[64])));

    private CoinbaseSession() {}

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
    public static VenueSession<ConfinedBroker<CoinbaseBroker>> open(
            BrokerId name, BrokerSettings settings, Host host, Confirmation confirmation, VenueListener listener)
            throws IOException {
        return VenueSession.open(
                name,
                settings,
                host,
                confirmation,
                new VenueSession.Making<>(
                        BROKER,
                        (venue, link) ->
                                new CoinbaseBroker(account(name, venue), surroundings(venue, host), link, listener),
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
                venue -> new CoinbaseProbe(
                        account(name, venue), venue.stream(), surroundings(venue, host), host.clients(), pair));
    }

    private static CoinbaseSettings account(BrokerId name, Destination venue) {
        Require.that(venue.settings().nonces() == null, "nonces must not be set, for Coinbase wants none");
        return new CoinbaseSettings(
                name,
                venue.api(),
                venue.key().reveal(),
                venue.settings().deadline().multipliedBy(2),
                venue.settings().keysThatMayMoveFunds());
    }

    private static CoinbaseBroker.Surroundings surroundings(Destination venue, Host host) {
        return new CoinbaseBroker.Surroundings(
                new CoinbaseSigner(venue.key().reveal(), venue.secret()),
                Symbology.house(),
                host.clock(),
                // Another process with the same seed starts at another time.
                new SplittableRandom(host.seed() ^ host.clock().instant().toEpochMilli()),
                new LocalRateLimiter(List.of(REQUESTS), host.clock()));
    }
}
