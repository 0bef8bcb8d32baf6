package io.mts1b.frontends.demo;

import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.service.Prompt;
import io.mts1b.platform.service.ServiceHost;
import io.mts1b.platform.service.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** All services in this process, on a network of its own. */
record OneProcess(ServiceHost host) implements DemoHost {

    static OneProcess start(Path folder) {
        // Not the environment: what is set for a house that trades is not meant for a demonstration.
        Configuration defaults = Configuration.load(
                Configuration.installedSections(), ConfigurationSources.of(Optional.empty(), Map.of(), List.of()));
        try {
            return new OneProcess(ServiceHost.start(
                    "demo",
                    Services.installed().stream()
                            .filter(service -> SERVICES.contains(service.name()))
                            .toList(),
                    folder,
                    defaults,
                    Prompt.NOBODY));
        } catch (IOException e) {
            throw new UncheckedIOException("the services cannot be watched: " + e.getMessage(), e);
        }
    }

    @Override
    public Bus connect() {
        return host.connect("frontends");
    }

    @Override
    public CompletableFuture<Void> failure() {
        return new CompletableFuture<>();
    }

    @Override
    public void close() {
        host.close();
    }
}
