package io.mts1b.frontends.demo;

import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Each service in a process of its own, around a NATS server. */
final class SeveralProcesses implements DemoHost {

    private final List<ServiceProcess> processes = new ArrayList<>();
    private final BusNetwork network;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    private SeveralProcesses(BusNetwork network) {
        this.network = network;
    }

    static SeveralProcesses start(Placement.Processes placement, Path folder) {
        String servers = "bus.servers=" + placement.nats();
        BusSettings settings = Configuration.load(
                        Configuration.installedSections(),
                        ConfigurationSources.of(
                                Optional.empty(), ConfigurationSources.environmentOfProcess(), List.of(servers)))
                .section(BusSettings.class);
        // With a server, nothing is kept in the folder.
        SeveralProcesses host = new SeveralProcesses(settings.open(folder, WallClock.source()));
        try {
            // A server that is not there is told before anything starts.
            host.connect().close();
            for (String service : SERVICES) {
                host.processes.add(ServiceProcess.start(service, folder, servers));
            }
            host.processes.forEach(process -> process.awaitReady(host.failure));
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
        return host;
    }

    @Override
    public Bus connect() {
        return network.connect("frontends");
    }

    @Override
    public CompletableFuture<Void> failure() {
        return failure;
    }

    @Override
    public void close() {
        processes.reversed().forEach(ServiceProcess::close);
        network.close();
    }
}
