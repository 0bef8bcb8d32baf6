package io.mts1b.brokers.coinbase;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Which account, and how patient.
 *
 * @param broker the name that orders are routed by
 * @param api where requests go, such as {@code https://api.coinbase.com}
 * @param keyName what Coinbase calls the key
 * @param patience how long to wait until the stream tells how things are
 * @param keysThatMayTransfer names of keys that may move funds and are used nevertheless; best empty
 */
public record CoinbaseSettings(
        BrokerId broker, URI api, String keyName, Duration patience, List<String> keysThatMayTransfer) {

    /** Validates, and copies. */
    public CoinbaseSettings {
        Require.visible("keyName", keyName, 200);
        Require.that(patience.isPositive(), "patience must be positive, was " + patience);
        keysThatMayTransfer = List.copyOf(keysThatMayTransfer);
    }

    /**
     * Checks a key: one that can move funds out of the account is not needed to trade, and may not, unless its owner says so
     * by its name.
     *
     * @param key what it may do
     * @throws IllegalArgumentException if it may move funds and is not named
     */
    void check(CoinbaseMessage.KeyInfo key) {
        Require.that(
                !key.transfer() || keysThatMayTransfer.contains(keyName),
                "key '" + keyName + "' must not be able to move funds, or be allowed to by its name");
    }
}
