package io.mts1b.oms.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderTransitionException;
import io.mts1b.foundation.orders.Side;
import io.mts1b.oms.Desk;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.SampleLog;
import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.health.HealthChecks;
import io.mts1b.platform.health.HealthReport;
import io.mts1b.platform.metrics.Metrics;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.service.ServiceContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a service that runs tells of itself. */
@Timeout(60)
class OmsServiceTest {

    @TempDir
    private Path folder;

    private final Metrics metrics = Metrics.of("test");
    private final HealthChecks health = new HealthChecks(Duration.ofSeconds(30), Redaction.standard());
    private InProcessNetwork network;
    private ServiceContext context;
    private RunningOms running;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("mts.yaml"), """
                oms:
                  durability: on_flush
                  tick: 5ms
                  brokers: [{name: notes, kind: paper}]
                """);
        network = InProcessNetwork.open(folder.resolve("bus"), () -> Desk.NOW);
        context = RunningOms.context(folder, network, () -> Desk.NOW, metrics, health);
        running = RunningOms.start(context);
    }

    @AfterEach
    void stop() {
        running.close();
        network.close();
        metrics.close();
    }

    @Test
    void it_is_neither_live_nor_ready_once_its_writer_has_failed() {
        assertThat(health.liveness().up()).isTrue();
        assertThat(health.readiness().up()).isTrue();

        assertThatThrownBy(() -> running.ask(_ -> {
                    throw new AssertionError("odd");
                }))
                .hasMessageContaining("odd");

        for (HealthReport report : List.of(health.liveness(), health.readiness())) {
            assertThat(report.checks())
                    .filteredOn(check -> !check.up())
                    .singleElement()
                    .satisfies(check -> {
                        assertThat(check.name()).isEqualTo("oms-writer");
                        assertThat(check.toString()).contains("odd");
                    });
        }
    }

    @Test
    void a_log_that_the_state_refuses_says_why() {
        running.close();
        Order order = Desk.order("o-1", Side.BUY, 1).build();
        List<OmsEvent> events = new ArrayList<>(Desk.setUp());
        events.add(new OmsEvent.OrderReceived(order));
        events.add(new OmsEvent.OrderChanged(new OrderEvent.Accepted(order.orderId(), Desk.NOW, "V-1")));
        SampleLog.write(folder.resolve("oms").resolve("journal"), events);

        assertThatThrownBy(() -> RunningOms.start(context))
                .isInstanceOf(OrderTransitionException.class)
                .hasMessageContaining("order o-1 is CREATED");
    }
}
