package io.mts1b.platform.messaging;

import io.mts1b.foundation.Require;
import io.mts1b.platform.config.Default;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The section {@code messaging} of the configuration.
 *
 * @param channels by name; without any, nobody is told anything
 * @param window how long messages of one key are one message, zero to a day
 * @param patience how long a message is tried again before it is dropped, 1 s to 7 d
 */
public record MessagingSettings(
        Map<String, ChannelSettings> channels,
        @Default("10m") Duration window,
        @Default("1d") Duration patience) {

    /** Validates, and copies. */
    public MessagingSettings {
        channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
        channels.keySet().forEach(name -> Require.token("channel", name, 32));
        Require.that(
                !window.isNegative() && window.compareTo(Duration.ofDays(1)) <= 0,
                "window must be zero to a day, was " + window);
        Require.that(
                patience.compareTo(Duration.ofSeconds(1)) >= 0 && patience.compareTo(Duration.ofDays(7)) <= 0,
                "patience must be 1 s to 7 d, was " + patience);
    }
}
