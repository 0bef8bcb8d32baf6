package io.mts1b.brokers.setup;

import io.mts1b.brokers.local.Faults;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.foundation.Require;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a session leads.
 *
 * @param settings with addresses and a key
 * @param stream where the private stream is
 * @param paper the venue in this process, if it is there
 */
public record Destination(
        BrokerSettings settings, URI stream, @Nullable PaperVenue paper) implements AutoCloseable {

    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "::1", "[::1]");

    /**
     * What is known of a broker without settings.
     *
     * @param api where its requests go
     * @param stream where its private stream is
     * @param paper what its venue on paper speaks
     * @param key the public half of the key of a venue that ends with this process
     * @param secret its private half
     * @param paperHosts hosts of its own on which no money is at stake
     */
    public record Broker(
            URI api, URI stream, PaperVenue.Protocol paper, Secret key, Secret secret, List<String> paperHosts) {

        /** Copies. */
        public Broker {
            paperHosts = List.copyOf(paperHosts);
        }

        /**
         * What is known of a broker that has no hosts for paper.
         *
         * @param api where its requests go
         * @param stream where its private stream is
         * @param paper what its venue on paper speaks
         * @param key the public half of the key of a venue that ends with this process
         * @param secret its private half
         */
        public Broker(URI api, URI stream, PaperVenue.Protocol paper, Secret key, Secret secret) {
            this(api, stream, paper, key, secret, List.of());
        }

        private boolean isPaper(URI address) {
            return HERE.contains(address.getHost()) || paperHosts.contains(address.getHost());
        }
    }

    /**
     * Finds out, and opens a venue in this process if that is where it leads.
     *
     * @param broker which
     * @param settings what is set
     * @param clock the time
     * @param seed of what chance decides on paper
     * @return where to; close it to stop
     * @throws IllegalArgumentException if the settings do not fit together
     * @throws IOException if there is no port for a venue on paper
     */
    public static Destination of(Broker broker, BrokerSettings settings, InstantSource clock, long seed)
            throws IOException {
        URI api = settings.api();
        if (settings.mode() == BrokerMode.PAPER && api == null) {
            PaperVenue paper = PaperVenue.open(
                    broker.paper(),
                    new PaperVenue.Options(0, broker.key().reveal(), broker.secret(), List.of(), Faults.NONE, seed),
                    clock);
            return new Destination(
                    settings.at(paper.api(), paper.stream()).with(broker.key(), broker.secret()),
                    paper.stream(),
                    paper);
        }
        if (api == null) {
            URI stream = settings.stream() == null ? broker.stream() : settings.stream();
            return new Destination(settings.at(broker.api(), stream), stream, null);
        }
        URI stream = settings.stream() == null ? streamBeside(api, broker.paper().stream()) : settings.stream();
        if (settings.mode() == BrokerMode.PAPER) {
            Require.that(
                    broker.isPaper(api) && broker.isPaper(stream),
                    "on paper the venue must be on this machine"
                            + broker.paperHosts().stream().map(" or "::concat).collect(Collectors.joining())
                            + ", was " + api + " and " + stream + "; the broker's own is mode live");
        }
        return new Destination(settings.at(api, stream), stream, null);
    }

    static boolean isHere(String host) {
        return HERE.contains(host);
    }

    private static URI streamBeside(URI api, String path) {
        String scheme = "https".equals(api.getScheme()) ? "wss" : "ws";
        return URI.create(scheme + "://" + api.getAuthority() + path);
    }

    /**
     * Returns where requests go.
     *
     * @return the address
     */
    public URI api() {
        return Require.present(settings.api(), "api must be known");
    }

    /**
     * Returns the public half of the key.
     *
     * @return what is set
     * @throws IllegalArgumentException if nothing is
     */
    public Secret key() {
        Require.that(
                settings.account() == null && settings.confirms().isEmpty(),
                "account and confirms must not be set where a key is the account");
        return present(settings.key());
    }

    /**
     * Returns the private half of the key.
     *
     * @return what is set
     * @throws IllegalArgumentException if nothing is
     */
    public Secret secret() {
        return present(settings.secret());
    }

    private static Secret present(@Nullable Secret half) {
        return Require.present(half, "key and secret must be given where the venue is not in this process");
    }

    @Override
    public void close() throws IOException {
        if (paper != null) {
            paper.close();
        }
    }
}
