package io.mts1b.brokers.ibkr.session;

import io.mts1b.brokers.ConfinedAccount;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.ibkr.IbkrBroker;
import io.mts1b.brokers.ibkr.IbkrProbe;
import io.mts1b.brokers.ibkr.IbkrSettings;
import io.mts1b.brokers.ibkr.QuestionPolicy;
import io.mts1b.brokers.ibkr.local.PaperIbkr;
import io.mts1b.brokers.setup.BrokerMode;
import io.mts1b.brokers.setup.BrokerSettings;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Confirmation;
import io.mts1b.brokers.setup.Destination;
import io.mts1b.brokers.setup.Host;
import io.mts1b.brokers.setup.VenueSession;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.retry.Waiter;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.symbology.Symbology;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Opens brokers at Interactive Brokers, by their settings. */
public final class IbkrSession {

    /** The gateway as it comes; a venue that ends with this process has an account, and no key. */
    private static final Destination.Broker BROKER = new Destination.Broker(
            URI.create("https://localhost:5000"),
            URI.create("wss://localhost:5000/v1/api/ws"),
            new PaperIbkr(),
            Secret.of("DU1000000"),
            Secret.of("none"));

    private IbkrSession() {}

    /**
     * Makes a broker, which does nothing until it is opened.
     *
     * @param name that orders are routed by
     * @param settings where orders go, to which account, and which warnings are confirmed besides the standard ones
     * @param host what it needs of the process
     * @param confirmation who is asked if they go live
     * @param listener is told what happens, on a thread of the session
     * @return the session; close it to stop
     * @throws IllegalArgumentException if the settings do not fit together, or going live was not confirmed
     * @throws IOException if there is no port for a venue on paper
     */
    public static VenueSession<ConfinedAccount<IbkrBroker>> open(
            BrokerId name, BrokerSettings settings, Host host, Confirmation confirmation, VenueListener listener)
            throws IOException {
        check(settings);
        return VenueSession.open(
                name,
                settings,
                host,
                confirmation,
                new VenueSession.Making<>(
                        BROKER,
                        (venue, link) -> new IbkrBroker(account(name, venue), surroundings(host), link, listener),
                        thread -> new ConfinedAccount<>(name, thread)));
    }

    /**
     * Looks whether the account can be traded, and sends no order.
     *
     * @param name that orders are routed by
     * @param settings where orders would go, and to which account
     * @param host what it needs of the process
     * @param share whose book is looked at
     * @return the six checks
     * @throws IllegalArgumentException if the settings do not fit together
     * @throws IOException if there is no port for a venue on paper
     */
    public static List<Check> check(BrokerId name, BrokerSettings settings, Host host, InstrumentId share)
            throws IOException {
        check(settings);
        return VenueSession.check(
                BROKER,
                settings,
                host,
                venue -> new IbkrProbe(
                        account(name, venue),
                        venue.stream(),
                        surroundings(host),
                        host.clients(),
                        Waiter.blocking(),
                        share));
    }

    private static void check(BrokerSettings settings) {
        Require.that(settings.key() == null, "key and secret must not be set, for the gateway has the user's");
        Require.that(settings.nonces() == null, "nonces must not be set, for Interactive Brokers wants none");
        Require.that(
                settings.keysThatMayMoveFunds().isEmpty(),
                "keysThatMayMoveFunds must not be set, for Interactive Brokers has no keys");
    }

    private static IbkrSettings account(BrokerId name, Destination venue) {
        return new IbkrSettings(
                name,
                venue.api(),
                venue.settings().account(),
                venue.settings().mode() == BrokerMode.PAPER,
                venue.settings().deadline(),
                venue.settings().deadline().multipliedBy(2),
                QuestionPolicy.STANDARD.and(venue.settings().confirms()));
    }

    private static IbkrBroker.Surroundings surroundings(Host host) {
        return new IbkrBroker.Surroundings(Symbology.house(), host.clock(), IbkrBroker.Pacing.documented(host.clock()));
    }
}
