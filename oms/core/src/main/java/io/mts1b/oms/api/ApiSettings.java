package io.mts1b.oms.api;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.platform.config.Default;
import io.mts1b.platform.security.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the API is offered.
 *
 * @param host where it listens; the loopback unless others are to reach it
 * @param port where it listens, 0 for any free port
 * @param plainBeyondLoopback whether it may listen elsewhere although it speaks no TLS: only behind a proxy that does
 * @param concurrent how many requests may be worked on at once; more are told to come again, 1 to 10000
 * @param streams how many may follow the state at once, 0 to 1000
 * @param clients who may ask, by the name under which they act, in which there is no slash
 */
public record ApiSettings(
        @Default("127.0.0.1") String host,
        @Default("8700") int port,
        @Default("false") boolean plainBeyondLoopback,
        @Default("256") int concurrent,
        @Default("64") int streams,
        Map<String, Client> clients) {

    private static final int LARGEST_PORT = 65_535;

    /** Validates, and copies. */
    public ApiSettings {
        Require.that(!host.isBlank(), "host must not be blank");
        Require.that(
                plainBeyondLoopback || List.of("127.0.0.1", "::1", "localhost").contains(host),
                "host must be 127.0.0.1, ::1 or localhost unless plain_beyond_loopback is set, was " + host);
        Require.that(port >= 0 && port <= LARGEST_PORT, "port must be 0 to " + LARGEST_PORT + ", was " + port);
        Require.that(concurrent >= 1 && concurrent <= 10_000, "concurrent must be 1 to 10000, was " + concurrent);
        Require.that(streams >= 0 && streams <= 1_000, "streams must be 0 to 1000, was " + streams);
        clients = Collections.unmodifiableMap(new LinkedHashMap<>(clients));
        clients.keySet().forEach(ApiSettings::requireName);
        Require.that(
                clients.values().stream().map(Client::token).distinct().count() == clients.size(),
                "clients must have tokens of their own, two have the same");
    }

    /** Orders are called after the name of who asked and the key; a slash stands between the two. */
    private static void requireName(String name) {
        Require.that(
                !new ActorId(name).value().contains("/"),
                "clients must have names without /, as one with it could stand for another's orders, was " + name);
    }

    /**
     * Somebody who may ask.
     *
     * @param token what proves it, at least {@value #SHORTEST} characters; a reference in the configuration
     * @param funds what they may do, by fund
     */
    public record Client(Secret token, Map<String, List<Permission>> funds) {

        private static final int SHORTEST = 32;

        /** Validates, and copies. */
        public Client {
            Require.that(token.reveal().length() >= SHORTEST, "token must have at least " + SHORTEST + " characters");
            Map<String, List<Permission>> copy = new LinkedHashMap<>();
            funds.forEach((fund, may) -> copy.put(new FundId(fund).value(), List.copyOf(may)));
            funds = Collections.unmodifiableMap(copy);
        }

        boolean may(Permission permission, FundId fund) {
            return funds.getOrDefault(fund.value(), List.of()).contains(permission);
        }
    }
}
