package io.mts1b.platform.bus;

import static io.mts1b.platform.bus.Pings.OMS;
import static io.mts1b.platform.bus.Pings.TOPIC;
import static io.mts1b.platform.bus.Pings.ping;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import io.mts1b.platform.service.PlatformCommands;
import io.mts1b.testkit.NatsServer;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code mts platform bus tail} on a real server. */
class BusTailNatsTest {

    @Test
    void everything_that_fits_is_printed(@TempDir Path temp) throws Exception {
        NatsServer server = NatsServer.start(temp);
        StringWriter out = new StringWriter();
        CountDownLatch listens = new CountDownLatch(1);
        PrintWriter err = new PrintWriter(new StringWriter() {
            @Override
            public void flush() {
                listens.countDown();
            }
        });
        CommandLine platform = new CommandLine(CommandLine.Model.CommandSpec.create());
        Console console = new Console(new PrintWriter(out), err, InputStream.nullInputStream(), false);
        for (Callable<Integer> command : new PlatformCommands().commands(console)) {
            platform.addSubcommand(command);
        }
        CompletableFuture<Integer> tail = CompletableFuture.supplyAsync(
                () -> platform.execute("bus", "tail", "mts.v1.oms.>", "--server", server.address(), "--count", "2"));
        assertThat(listens.await(30, TimeUnit.SECONDS)).isTrue();
        try (BusNetwork network = NatsNetwork.open(NatsOptions.of(server.address()))) {
            Publisher<Pings.Ping> publisher = network.connect(OMS).publisher(TOPIC);
            publisher.put(ping(1));
            publisher.put(ping(2, "alpha"));

            assertThat(tail.join()).isEqualTo(ExitCode.DONE);
        }
        assertThat(out.toString().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"event_id\":\"ping-1\",\"subject\":\"mts.v1.oms.pings.sent\"");
        server.kill();
    }
}
