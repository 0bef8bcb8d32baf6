package io.mts1b.platform.service;

import io.mts1b.foundation.Require;
import io.mts1b.platform.config.Default;
import java.time.Duration;

/**
 * The section {@code monitoring} of the configuration: where a process shows how it does.
 *
 * @param bind the address that is listened at; {@code 0.0.0.0} shows it to the network
 * @param port the port, 0 for any free one
 * @param patience how long a check of health may take, 10 ms to 1 min
 */
public record MonitoringSettings(
        @Default("127.0.0.1") String bind,
        @Default("0") int port,
        @Default("2s") Duration patience) {

    private static final int LARGEST_PORT = 65_535;

    /** Validates. */
    public MonitoringSettings {
        Require.that(!bind.isBlank(), "bind must not be blank");
        Require.that(port >= 0 && port <= LARGEST_PORT, "port must be 0 to " + LARGEST_PORT + ", was " + port);
        Require.that(
                patience.compareTo(Duration.ofMillis(10)) >= 0 && patience.compareTo(Duration.ofMinutes(1)) <= 0,
                "patience must be 10 ms to 1 min, was " + patience);
    }
}
