package io.mts1b.brokers.kraken;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Which account, and how patient.
 *
 * @param broker the name that orders are routed by
 * @param api where requests go, such as {@code https://api.kraken.com}
 * @param keyId the public half of the key
 * @param deadline how long after it was sent a command may still take effect, 500 ms to a minute
 * @param keysThatMayWithdraw names of keys that may move funds and are used nevertheless; best empty
 */
public record KrakenSettings(
        BrokerId broker, URI api, String keyId, Duration deadline, List<String> keysThatMayWithdraw) {

    /** Validates, and copies. */
    public KrakenSettings {
        Require.visible("keyId", keyId, 256);
        Require.that(
                deadline.compareTo(Duration.ofMillis(500)) >= 0 && deadline.compareTo(Duration.ofMinutes(1)) <= 0,
                "deadline must be 500 ms to a minute, was " + deadline);
        keysThatMayWithdraw = List.copyOf(keysThatMayWithdraw);
    }

    /** When nothing more can come of a command: its deadline, and as long again for the answer. */
    Duration patience() {
        return deadline.multipliedBy(2);
    }
}
