package io.mts1b.brokers.setup;

import io.mts1b.foundation.Require;
import io.mts1b.platform.config.Default;
import io.mts1b.platform.security.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one broker is reached.
 *
 * @param mode paper or live; the one field between them
 * @param key the public half of the key; needed where there is a venue that is not in this process
 * @param secret the private half
 * @param api where requests go; the broker's own address without it
 * @param stream where the private stream is; the broker's own without it
 * @param deadline how long after it was sent a command may still take effect, 500 ms to a minute
 * @param keysThatMayMoveFunds names of keys that may move funds and are used nevertheless; best empty
 * @param nonces the file in which the numbers of requests outlive the process, one for each key; in memory without it, which
 *     is enough where no other process uses the key
 * @param account the number of the account, where a broker has no keys and a user may have several accounts
 * @param confirms names of warnings that are confirmed besides those that always are, where a broker asks before orders
 */
public record BrokerSettings(
        @Default("paper") BrokerMode mode,
        @Nullable Secret key,
        @Nullable Secret secret,
        @Nullable URI api,
        @Nullable URI stream,
        @Default("5s") Duration deadline,
        List<String> keysThatMayMoveFunds,
        @Nullable Path nonces,
        @Nullable String account,
        List<String> confirms) {

    /** Validates, and copies. */
    public BrokerSettings {
        Require.that((key == null) == (secret == null), "key and secret must both be given, or neither");
        Require.that(
                deadline.compareTo(Duration.ofMillis(500)) >= 0 && deadline.compareTo(Duration.ofMinutes(1)) <= 0,
                "deadline must be 500 ms to a minute, was " + deadline);
        requireScheme("api", api, "http");
        requireScheme("stream", stream, "ws");
        keysThatMayMoveFunds = List.copyOf(keysThatMayMoveFunds);
        confirms = List.copyOf(confirms);
    }

    private static void requireScheme(String name, @Nullable URI uri, String scheme) {
        boolean good = uri == null
                || (uri.getHost() != null && List.of(scheme, scheme + "s").contains(String.valueOf(uri.getScheme())));
        Require.that(good, name + " must be an absolute " + scheme + " or " + scheme + "s address, was " + uri);
    }

    /**
     * Returns the same with other addresses.
     *
     * @param requests where requests go
     * @param messages where the private stream is; beside the requests if null
     * @return these settings at those addresses
     */
    public BrokerSettings at(URI requests, @Nullable URI messages) {
        return new BrokerSettings(
                mode, key, secret, requests, messages, deadline, keysThatMayMoveFunds, nonces, account, confirms);
    }

    /**
     * Returns the same with another key.
     *
     * @param publicHalf of it
     * @param privateHalf of it
     * @return these settings with that key
     */
    public BrokerSettings with(Secret publicHalf, Secret privateHalf) {
        return new BrokerSettings(
                mode, publicHalf, privateHalf, api, stream, deadline, keysThatMayMoveFunds, nonces, account, confirms);
    }
}
