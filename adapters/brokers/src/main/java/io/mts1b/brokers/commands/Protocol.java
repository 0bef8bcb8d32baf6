package io.mts1b.brokers.commands;

import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.setup.BrokerSettings;
import io.mts1b.brokers.setup.BrokersSettings;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Host;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What the commands need of each broker, and which brokers there are. */
interface Protocol {

    /** All of them. */
    List<Protocol> ALL = List.of(
            new KrakenProtocol(), new CoinbaseProtocol(), new AlpacaProtocol(), new IbkrProtocol(), new FixProtocol());

    /**
     * Finds a protocol.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static Protocol of(String broker) {
        return Require.present(
                ALL.stream()
                        .filter(one -> one.broker().equals(broker))
                        .findFirst()
                        .orElse(null),
                "broker must be "
                        + String.join(" or ", ALL.stream().map(Protocol::broker).toList()) + ", was '" + broker + "'");
    }

    /**
     * Finds a protocol over which an account can be tried.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static Trading trading(String broker) {
        List<Trading> all = ALL.stream()
                .filter(Trading.class::isInstance)
                .map(Trading.class::cast)
                .toList();
        return Require.present(
                all.stream()
                        .filter(one -> one.broker().equals(broker))
                        .findFirst()
                        .orElse(null),
                "broker must be "
                        + String.join(" or ", all.stream().map(Protocol::broker).toList()) + ", was '" + broker + "'");
    }

    /** A protocol over which an account can be tried, and that a venue of our own speaks. */
    interface Trading extends Protocol {

        /** Returns what is set of this broker. */
        BrokerSettings settings(BrokersSettings all);

        /**
         * Makes the six checks.
         *
         * @throws IllegalArgumentException if the settings do not fit together
         * @throws IOException if there is no port for a venue on paper
         */
        List<Check> check(BrokerSettings settings, Host host, InstrumentId pair) throws IOException;

        /** Tells whether an account has a key with a private half; else its number stands for the key. */
        default boolean hasSecret() {
            return true;
        }

        /** Returns what the venue of our own speaks. */
        PaperVenue.Protocol paper();
    }

    /** Returns the broker's name. */
    String broker();

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if there is no such kind
     * @throws JsonException if it is not a message of the kind, or something in it is not known
     */
    Decoded decode(String kind, byte[] message, Instant received);

    /** A protocol whose requests are signed one by one. */
    interface Signing extends Protocol {

        /**
         * Signs a request.
         *
         * @throws IllegalArgumentException if it cannot be signed so
         */
        String sign(Request request, Secret secret);
    }

    /**
     * What is to be signed; what a broker does not need is empty.
     *
     * @param market which of the broker's interfaces
     * @param key the public half of the key
     */
    record Request(
            String market,
            String key,
            String method,
            String host,
            String path,
            String nonce,
            Instant at,
            String body) {}
}
