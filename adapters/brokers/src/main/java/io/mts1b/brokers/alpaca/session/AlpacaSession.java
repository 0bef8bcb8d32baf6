package io.mts1b.brokers.alpaca.session;

import io.mts1b.brokers.ConfinedAccount;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.alpaca.AlpacaBroker;
import io.mts1b.brokers.alpaca.AlpacaProbe;
import io.mts1b.brokers.alpaca.AlpacaSettings;
import io.mts1b.brokers.alpaca.local.PaperAlpaca;
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
import java.util.List;

/** Opens brokers at Alpaca, by their settings. */
public final class AlpacaSession {

    /** What Alpaca allows an account: 200 requests a minute. */
    private static final RateLimit REQUESTS = new RateLimit(200, Duration.ofMinutes(1));

    private static final Destination.Broker BROKER = new Destination.Broker(
            URI.create("https://api.alpaca.markets"),
            URI.create("wss://api.alpaca.markets/stream"),
            new PaperAlpaca(),
            Secret.of("paper"),
            Secret.of("paper"),
            List.of(AlpacaSettings.PAPER_HOST));

    private AlpacaSession() {}

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
    public static VenueSession<ConfinedAccount<AlpacaBroker>> open(
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
                                new AlpacaBroker(account(name, venue), surroundings(venue, host), link, listener),
                        thread -> new ConfinedAccount<>(name, thread)));
    }

    /**
     * Looks whether the account can be traded, and sends no order.
     *
     * @param name that orders are routed by
     * @param settings where orders would go, and with which key
     * @param host what it needs of the process
     * @param instrument whose book is looked at
     * @return the six checks
     * @throws IllegalArgumentException if the settings do not fit together
     * @throws IOException if there is no port for a venue on paper
     */
    public static List<Check> check(BrokerId name, BrokerSettings settings, Host host, InstrumentId instrument)
            throws IOException {
        return VenueSession.check(
                BROKER,
                settings,
                host,
                venue -> new AlpacaProbe(
                        account(name, venue), venue.stream(), surroundings(venue, host), host.clients(), instrument));
    }

    private static AlpacaSettings account(BrokerId name, Destination venue) {
        Require.that(venue.settings().nonces() == null, "nonces must not be set, for Alpaca wants none");
        return new AlpacaSettings(
                name,
                venue.api(),
                venue.key().reveal(),
                venue.settings().deadline().multipliedBy(2),
                venue.settings().keysThatMayMoveFunds());
    }

    private static AlpacaBroker.Surroundings surroundings(Destination venue, Host host) {
        return new AlpacaBroker.Surroundings(
                venue.secret(), Symbology.house(), host.clock(), new LocalRateLimiter(List.of(REQUESTS), host.clock()));
    }
}
