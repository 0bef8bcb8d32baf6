package io.mts1b.platform.service;

import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.health.HealthChecks;
import io.mts1b.platform.http.PageServer;
import io.mts1b.platform.metrics.Metrics;
import io.mts1b.platform.security.Redaction;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * A process that runs services: the network that connects them, the pages by which they are watched, and the services
 * themselves, opened in this order and closed in the other. Logging is set up by whoever owns the process.
 *
 * <p>Thread-safe.
 */
public final class ServiceHost implements AutoCloseable {

    private static final String BUS_FOLDER = "bus";

    private final Metrics metrics;
    private final BusNetwork network;
    private final PageServer pages;
    private final Services services;

    private ServiceHost(Metrics metrics, BusNetwork network, PageServer pages, Services services) {
        this.metrics = metrics;
        this.network = network;
        this.pages = pages;
        this.services = services;
    }

    /**
     * Starts services.
     *
     * @param name of the process, as its meters call it
     * @param providers the services, and all that they need
     * @param data the folder of all services of this machine
     * @param configuration the sections of all artifacts
     * @param prompt who is asked while they start
     * @return the host, whose services run
     * @throws ServiceException with every reason, if one does not start; nothing runs then
     * @throws IOException if the pages cannot be shown where the configuration says; nothing runs then
     */
    public static ServiceHost start(
            String name, List<ServiceProvider> providers, Path data, Configuration configuration, Prompt prompt)
            throws IOException {
        MonitoringSettings monitoring = configuration.section(MonitoringSettings.class);
        HealthChecks health = new HealthChecks(monitoring.patience(), Redaction.standard());
        InstantSource clock = WallClock.source();
        // Closed by the host if all of it starts, and here in the order of opening if not.
        Metrics metrics = Metrics.of(name).withProcess();
        BusNetwork network = null;
        PageServer pages = null;
        try {
            network = configuration.section(BusSettings.class).open(data.resolve(BUS_FOLDER), clock);
            pages = Monitoring.start(monitoring, metrics, health);
            Services services = Services.start(
                    providers, new ServiceContext(data, network, configuration, clock, health, metrics, prompt));
            return new ServiceHost(metrics, network, pages, services);
        } catch (IOException | RuntimeException e) {
            if (pages != null) {
                pages.close();
            }
            if (network != null) {
                network.close();
            }
            metrics.close();
            throw e;
        }
    }

    /**
     * Returns what runs.
     *
     * @return the names of the services, in the order they were started
     */
    public List<String> services() {
        return services.names();
    }

    /**
     * Connects somebody who is no service.
     *
     * @param artifact its name
     * @return its bus; the caller closes it
     * @throws io.mts1b.platform.bus.BusException if the network cannot be reached, or refuses
     */
    public Bus connect(String artifact) {
        return network.connect(artifact);
    }

    /**
     * Returns where the process shows how it does.
     *
     * @return the address below which {@code metrics}, {@code healthz} and {@code readyz} are
     */
    public URI monitoring() {
        return pages.address();
    }

    /**
     * Ends all work, and stops.
     *
     * @param patience how long each service may take to end its work
     * @throws ServiceException if a service did not stop as it should; nothing runs afterwards
     */
    public void drain(Duration patience) {
        try {
            services.drain(patience);
        } finally {
            pages.close();
            network.close();
            metrics.close();
        }
    }

    /** Stops without ending work. Closing again does nothing. */
    @Override
    public void close() {
        drain(Duration.ZERO);
    }
}
