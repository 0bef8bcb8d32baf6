package io.mts1b.platform.http;

import io.mts1b.foundation.Require;
import io.mts1b.platform.config.DataSize;
import io.mts1b.platform.config.Default;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code http} of the configuration.
 *
 * @param timeouts how long anything may take
 * @param connections how many calls may run at once, 1 to 10000
 * @param connectionsPerHost how many of them to one host, 1 to {@code connections}
 * @param largestBody the largest answer, unpacked, and the largest message of a stream, at most 1 GiB
 * @param attempts how often a repeatable request is sent at most, 1 to 100
 * @param heartbeat how often a stream is asked whether it lives; one that does not answer until the next is given up
 * @param proxy through which all calls go, such as {@code http://proxy:3128}
 */
public record HttpSettings(
        Timeouts timeouts,
        @Default("64") int connections,
        @Default("8") int connectionsPerHost,
        @Default("16MiB") DataSize largestBody,
        @Default("4") int attempts,
        @Default("20s") Duration heartbeat,
        @Nullable URI proxy) {

    /**
     * How long anything may take, each 1 ms to a day.
     *
     * @param connect until there is a connection
     * @param read until the next bytes come
     * @param call until the whole answer is there, for each attempt
     * @param limit until a connection is free and the limits of the host allow the request
     */
    public record Timeouts(
            @Default("5s") Duration connect,
            @Default("10s") Duration read,
            @Default("30s") Duration call,
            @Default("30s") Duration limit) {

        /** Validates. */
        public Timeouts {
            requireTime("connect", connect);
            requireTime("read", read);
            requireTime("call", call);
            requireTime("limit", limit);
        }
    }

    /** Validates. */
    public HttpSettings {
        Require.that(connections >= 1 && connections <= 10_000, "connections must be 1 to 10000, was " + connections);
        Require.that(
                connectionsPerHost >= 1 && connectionsPerHost <= connections,
                "connectionsPerHost must be 1 to connections, was " + connectionsPerHost);
        Require.that(largestBody.bytes() <= 1L << 30, "largestBody must be at most 1 GiB, was " + largestBody);
        Require.that(attempts >= 1 && attempts <= 100, "attempts must be 1 to 100, was " + attempts);
        requireTime("heartbeat", heartbeat);
        Require.that(
                proxy == null || (proxy.getHost() != null && proxy.getPort() > 0), "proxy must name a host and a port");
    }

    private static void requireTime(String name, Duration value) {
        Require.that(
                value.compareTo(Duration.ofMillis(1)) >= 0 && value.compareTo(Duration.ofDays(1)) <= 0,
                name + " must be 1 ms to a day, was " + value);
    }
}
