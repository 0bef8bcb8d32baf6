package io.mts1b.oms.running;

import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsState;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.health.HealthChecks;
import io.mts1b.platform.metrics.Metrics;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.service.Prompt;
import io.mts1b.platform.service.ServiceContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** The service of a test, and its writer. */
public final class RunningOms implements AutoCloseable {

    private final OmsService service;

    private RunningOms(OmsService service) {
        this.service = service;
    }

    /** Returns what a service gets that is configured by {@code mts.yaml} in its folder, and that nobody is asked about. */
    public static ServiceContext context(Path folder, BusNetwork network, InstantSource clock, Metrics metrics) {
        return context(folder, network, clock, metrics, new HealthChecks(Duration.ofSeconds(30), Redaction.standard()));
    }

    static ServiceContext context(
            Path folder, BusNetwork network, InstantSource clock, Metrics metrics, HealthChecks health) {
        return new ServiceContext(
                folder,
                network,
                Configuration.load(
                        Configuration.installedSections(),
                        ConfigurationSources.of(Optional.of(folder.resolve("mts.yaml")), Map.of(), List.of())),
                clock,
                health,
                metrics,
                Prompt.NOBODY);
    }

    public static RunningOms start(ServiceContext context) throws Exception {
        return new RunningOms((OmsService) new OmsServiceProvider().start(context));
    }

    public void ask(Consumer<Oms> what) {
        service.writer()
                .ask(oms -> {
                    what.accept(oms);
                    return true;
                })
                .join();
    }

    public int count(ToIntFunction<OmsState> what) {
        return service.writer().ask(oms -> what.applyAsInt(oms.state())).join();
    }

    public void drain(Duration patience) throws Exception {
        service.drain(patience);
    }

    @Override
    public void close() {
        service.close();
    }
}
