package io.mts1b.brokers.setup;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.brokers.wire.VenueNetwork;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.platform.retry.Backoff;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A broker at a venue over a network, with all it needs. Thread-safe.
 *
 * @param <C> what it can do, callable from any thread
 */
public final class VenueSession<C extends Broker> implements BrokerSession {

    private final Destination venue;
    private final VenueNetwork<?> network;
    private final C broker;

    private VenueSession(Destination venue, VenueNetwork<?> network, C broker) {
        this.venue = venue;
        this.network = network;
        this.broker = broker;
    }

    /**
     * How a broker is made, and called from any thread.
     *
     * @param broker where it is found
     * @param made makes one that goes there over a link
     * @param confined hands calls over to its thread
     * @param <B> the broker
     * @param <C> what it can do, callable from any thread
     */
    public record Making<B extends VenueLink.User, C extends Broker>(
            Destination.Broker broker,
            BiFunction<Destination, VenueLink, B> made,
            Function<Consumer<Consumer<B>>, C> confined) {}

    /**
     * Makes a broker, which does nothing until it is opened.
     *
     * @param name that orders are routed by
     * @param settings where orders go, and with which key
     * @param host what it needs of the process
     * @param confirmation who is asked if they go live
     * @param making makes it
     * @param <B> the broker
     * @param <C> what it can do, callable from any thread
     * @return the session; close it to stop
     * @throws IllegalArgumentException if the settings do not fit together, or going live was not confirmed
     * @throws IOException if there is no port for a venue on paper
     */
    public static <B extends VenueLink.User, C extends Broker> VenueSession<C> open(
            BrokerId name, BrokerSettings settings, Host host, Confirmation confirmation, Making<B, C> making)
            throws IOException {
        confirmation.require(name, settings.mode());
        Destination venue = Destination.of(making.broker(), settings, host.clock(), host.seed());
        VenueNetwork<B> network = new VenueNetwork<>(host.clients(), venue.stream(), Backoff.STANDARD);
        try {
            network.serve(making.made().apply(venue, network));
            return new VenueSession<>(venue, network, making.confined().apply(network::run));
        } catch (RuntimeException e) {
            network.close();
            venue.close();
            throw e;
        }
    }

    /**
     * Looks whether an account can be traded, and sends no order.
     *
     * @param broker where it is found
     * @param settings where orders would go, and with which key
     * @param host what it needs of the process
     * @param probe makes what looks
     * @return the six checks
     * @throws IllegalArgumentException if the settings do not fit together
     * @throws IOException if there is no port for a venue on paper
     */
    public static List<Check> check(
            Destination.Broker broker, BrokerSettings settings, Host host, Function<Destination, Probe> probe)
            throws IOException {
        try (Destination venue = Destination.of(broker, settings, host.clock(), host.seed())) {
            return probe.apply(venue).run();
        }
    }

    @Override
    public C broker() {
        return broker;
    }

    @Override
    public void close() throws IOException {
        network.close();
        venue.close();
    }
}
