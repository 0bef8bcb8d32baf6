package io.mts1b.oms.operator;

import io.mts1b.foundation.Require;
import io.mts1b.oms.running.OperatorAnswer;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.clock.WallClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** A connection to the order management system that runs somewhere. */
final class OperatorLine implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BusNetwork network;
    private final Bus bus;

    OperatorLine(BusNetwork network) {
        this.network = network;
        this.bus = network.connect("frontends");
    }

    /** Opens the network of the servers, without which no other process is reached. */
    static BusNetwork overServers(BusSettings settings) {
        Require.that(
                !settings.servers().isEmpty(),
                "bus.servers must be set, such as by --set bus.servers=nats://localhost:4222: no other process is"
                        + " reached without");
        return settings.open(Path.of("."), WallClock.source());
    }

    /**
     * Asks.
     *
     * @throws IllegalArgumentException if it is refused
     * @throws io.mts1b.platform.bus.BusException if nobody answers, or not in time
     */
    OperatorAnswer.Standing ask(OperatorRequest request) {
        try {
            return switch (bus.ask(OperatorRequest.CALL, request, PATIENCE).join()) {
                case OperatorAnswer.Standing standing -> standing;
                case OperatorAnswer.Refused refused -> throw new IllegalArgumentException(refused.reason());
            };
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    @Override
    public void close() {
        bus.close();
        network.close();
    }
}
