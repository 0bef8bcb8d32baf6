package io.mts1b.platform.service;

import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.health.HealthChecks;
import io.mts1b.platform.metrics.Metrics;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What a service may use. All of it is there before the first service starts, and is closed after the last has stopped.
 *
 * @param data the folder of all services of this machine
 * @param network what connects the services
 * @param configuration the sections of all artifacts
 * @param clock the time
 * @param health where it adds checks
 * @param metrics where it counts
 * @param prompt who is asked, while it starts, before something is done that must be meant
 */
public record ServiceContext(
        Path data,
        BusNetwork network,
        Configuration configuration,
        InstantSource clock,
        HealthChecks health,
        Metrics metrics,
        Prompt prompt) {

    /** Validates. */
    public ServiceContext {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(metrics, "metrics");
        Objects.requireNonNull(prompt, "prompt");
    }

    /**
     * Connects an artifact, and shows how its subscriptions do among the metrics.
     *
     * @param artifact its name
     * @return its bus; the service closes it
     * @throws io.mts1b.platform.bus.BusException if the network cannot be reached, or refuses
     */
    public Bus connect(String artifact) {
        Bus bus = network.connect(artifact);
        metrics.watch(bus);
        return bus;
    }
}
