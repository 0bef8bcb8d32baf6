package io.mts1b.brokers.alpaca;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Which account, and how patient.
 *
 * @param broker the name that orders are routed by
 * @param api where requests go, such as {@code https://paper-api.alpaca.markets}
 * @param keyId the public half of the key
 * @param patience how long to wait until the stream tells of orders
 * @param keysThatMayMoveFunds ids of keys of accounts out of which funds can be moved, that are used nevertheless
 */
public record AlpacaSettings(
        BrokerId broker, URI api, String keyId, Duration patience, List<String> keysThatMayMoveFunds) {

    /** Where there is no money. */
    public static final String PAPER_HOST = "paper-api.alpaca.markets";

    private static final String HOSTS = ".alpaca.markets";

    /** Validates, and copies. */
    public AlpacaSettings {
        Require.that(api.getHost() != null, "api must be an absolute address, was " + api);
        Require.visible("keyId", keyId, 128);
        Require.that(patience.isPositive(), "patience must be positive, was " + patience);
        keysThatMayMoveFunds = List.copyOf(keysThatMayMoveFunds);
    }

    /** Where market data is: on another host of Alpaca's, and beside the rest anywhere else. */
    URI data() {
        return api.getHost().endsWith(HOSTS) ? URI.create("https://data.alpaca.markets") : api;
    }

    /**
     * Checks a key. Alpaca does not say what a key may do, and every key of an account can move crypto assets out of it; so
     * that what is looked at is whether the account lets anything out.
     *
     * @param account of the key
     * @throws IllegalArgumentException if funds can be moved, and the key is not named
     */
    void check(AlpacaMessage.Account account) {
        Require.that(
                account.transfersBlocked() || PAPER_HOST.equals(api.getHost()) || keysThatMayMoveFunds.contains(keyId),
                "key '" + keyId + "' must not be able to move funds, or be allowed to by its name; Alpaca does not say "
                        + "what a key may do, and its account does not block transfers");
    }
}
