package io.mts1b.frontends.demo;

import io.mts1b.platform.bus.Bus;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where the services of the demo run. */
interface DemoHost extends AutoCloseable {

    /** The services, in one order. */
    List<String> SERVICES = List.of(TradingService.NAME, StrategyService.NAME, ValuationService.NAME);

    /** Starts them where they were asked to run. */
    static DemoHost start(Placement placement, Path folder) {
        return switch (placement) {
            case Placement.OneProcess _ -> OneProcess.start(folder);
            case Placement.Processes processes -> SeveralProcesses.start(processes, folder);
        };
    }

    /** Connects the one who asks. */
    Bus connect();

    /** Completes exceptionally when a service ends before it is asked to. */
    CompletableFuture<Void> failure();

    /** Stops the services. */
    @Override
    void close();
}
