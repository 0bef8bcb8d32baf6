package io.mts1b.oms.commands;

import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.retry.Waiter;
import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import java.util.List;
import java.util.concurrent.Callable;

/** What oms offers on the command line. */
public final class OmsCommands implements CommandProvider {

    /** For {@link java.util.ServiceLoader}. */
    public OmsCommands() {}

    @Override
    public String artifact() {
        return "oms";
    }

    @Override
    public String description() {
        return "Look into the log of an order management system, verify it, show it as tables, and soak the system in simulated trouble.";
    }

    @Override
    public List<Callable<Integer>> commands(Console console) {
        return List.of(
                new OrdersCommand(console),
                new FillsCommand(console),
                new PositionsCommand(console),
                new RiskCommand(console),
                new ParentsCommand(console),
                new EventsCommand(console),
                new ReplayCommand(console),
                new VerifyCommand(console),
                new ProjectCommand(console, WallClock.source(), Waiter.blocking()),
                new SoakCommand(console));
    }
}
