package io.mts1b.oms.running;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.oms.Desk;
import io.mts1b.oms.service.OmsWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Halts that are requested of a writer that has much to do, or has ended. */
@Timeout(60)
class HaltDeskTest {

    private static final HaltRequest HALT =
            new HaltRequest(HaltSeverity.FIRM_HALT, null, null, "odd prices", new ActorId("operations"), Desk.NOW);

    @TempDir
    private Path folder;

    private OmsWriter start() {
        return OmsWriter.start(_ -> Desk.open(folder.resolve("journal")), 1, Duration.ofSeconds(5), () -> Desk.NOW);
    }

    @Test
    void a_halt_passes_the_commands_that_wait() {
        try (OmsWriter writer = start()) {
            CompletableFuture<Boolean> release = new CompletableFuture<>();
            CompletableFuture<Boolean> held = new CompletableFuture<>();
            CompletableFuture<Boolean> holding = writer.ask(_ -> {
                held.complete(true);
                return release.join();
            });
            held.join();
            CompletableFuture<Boolean> waits = writer.ask(_ -> true);
            CompletableFuture<Boolean> refused = writer.ask(_ -> true);
            assertThat(refused).isCompletedExceptionally();
            CompletableFuture<Boolean> halted = HaltDesk.take(writer, HALT);
            CompletableFuture<Boolean> again = HaltDesk.take(writer, HALT);
            release.complete(true);

            assertThat(halted.join()).isTrue();
            assertThat(again.join()).isFalse();
            assertThat(holding.join() && waits.join()).isTrue();
            assertThat(writer.ask(oms -> oms.state().halts().contains(HALT)).join())
                    .isTrue();
        }
    }

    @Test
    void a_halt_that_fails_is_an_error_in_the_log_file() {
        Logger logger = (Logger) LoggerFactory.getLogger(HaltDesk.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        OmsWriter writer = start();
        writer.close();
        try {
            assertThat(HaltDesk.take(writer, HALT)).isCompletedExceptionally();
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getFormattedMessage()).contains("odd prices");
        });
    }
}
