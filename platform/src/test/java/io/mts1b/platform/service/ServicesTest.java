package io.mts1b.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.health.HealthChecks;
import io.mts1b.platform.metrics.Metrics;
import io.mts1b.platform.security.Redaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesTest {

    private final List<String> log = new ArrayList<>();

    @TempDir
    private Path folder;

    private ServiceContext context;

    @BeforeEach
    void open() {
        context = new ServiceContext(
                folder,
                InProcessNetwork.open(folder.resolve("bus"), WallClock.source()),
                Configuration.load(
                        Configuration.installedSections(),
                        ConfigurationSources.of(Optional.empty(), Map.of(), List.of())),
                WallClock.source(),
                new HealthChecks(Duration.ofSeconds(30), Redaction.standard()),
                Metrics.of("test"),
                Prompt.NOBODY);
    }

    @AfterEach
    void close() {
        context.network().close();
        context.metrics().close();
    }

    private Recorded service(String name, String... needs) {
        return new Recorded(name, List.of(needs), log);
    }

    @Test
    void services_start_in_order_and_drain_and_stop_in_the_other() {
        Services services = Services.start(List.of(service("oms", "lake"), service("lake")), context);
        assertThat(services.names()).containsExactly("lake", "oms");

        services.drain(Duration.ofSeconds(3));
        services.close();

        assertThat(log)
                .containsExactly(
                        "start lake", "start oms", "drain oms PT3S", "close oms", "drain lake PT3S", "close lake");
        assertThat(services.names()).isEmpty();
    }

    @Test
    void closing_does_not_drain() {
        Services.start(List.of(service("oms")), context).close();

        assertThat(log).containsExactly("start oms", "close oms");
    }

    @Test
    void a_process_is_ready_from_when_all_have_started_until_one_stops() {
        assertThat(context.health().readiness().up()).isTrue();

        Services services = Services.start(List.of(service("oms")), context);
        assertThat(context.health().readiness().up()).isTrue();
        assertThat(context.health().readiness().checks()).hasSize(1);

        services.close();
        assertThat(context.health().readiness().checks().getFirst().reason()).isEqualTo("starting or stopping");
        assertThat(context.health().liveness().up()).isTrue();
    }

    @Test
    void if_one_does_not_start_none_runs_and_every_reason_is_told() {
        List<ServiceProvider> all = List.of(
                service("lake"),
                service("oms", "lake").failing("the journal is damaged"),
                service("treasury", "oms"),
                service("web").failing("port 80 is taken"),
                service("research"));

        assertThatThrownBy(() -> Services.start(all, context))
                .isInstanceOfSatisfying(ServiceException.class, failure -> {
                    assertThat(failure.reasons())
                            .containsExactly(
                                    "oms does not start: the journal is damaged",
                                    "treasury needs oms",
                                    "web does not start: port 80 is taken");
                    assertThat(failure).hasRootCauseMessage("the journal is damaged");
                    assertThat(failure.getSuppressed()).hasSize(1);
                })
                .hasMessageStartingWith("nothing was started: oms does not start");
        assertThat(log).containsExactly("start lake", "start research", "close research", "close lake");
        assertThat(context.health().readiness().up()).isFalse();
    }

    @Test
    void one_that_does_not_stop_keeps_no_other_from_stopping() {
        ServiceProvider stubborn = new ServiceProvider() {
            @Override
            public String name() {
                return "stubborn";
            }

            @Override
            public String description() {
                return "does not stop";
            }

            @Override
            public List<String> needs() {
                return List.of("lake");
            }

            @Override
            public Service start(ServiceContext unused) {
                return new Service() {
                    @Override
                    public void drain(Duration patience) throws Exception {
                        throw new java.io.IOException("an order is out");
                    }

                    @Override
                    public void close() {
                        throw new IllegalStateException("the socket hangs");
                    }
                };
            }
        };
        Services services = Services.start(List.of(stubborn, service("lake")), context);

        assertThatThrownBy(() -> services.drain(Duration.ofSeconds(1)))
                .isInstanceOf(ServiceException.class)
                .hasMessage("not everything stopped: stubborn does not end its work: an order is out;"
                        + " stubborn does not stop: the socket hangs");
        assertThat(log).containsExactly("start lake", "drain lake PT1S", "close lake");
        assertThat(services.names()).isEmpty();
    }
}
