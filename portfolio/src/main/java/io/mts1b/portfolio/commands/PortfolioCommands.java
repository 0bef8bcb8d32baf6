package io.mts1b.portfolio.commands;

import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import java.util.List;
import java.util.concurrent.Callable;

/** What portfolio offers on the command line. */
public final class PortfolioCommands implements CommandProvider {

    /** For {@link java.util.ServiceLoader}. */
    public PortfolioCommands() {}

    @Override
    public String artifact() {
        return "portfolio";
    }

    @Override
    public String description() {
        return "Size positions, turn weights into whole lots, plan a rebalancing, from CSV files.";
    }

    @Override
    public List<Callable<Integer>> commands(Console console) {
        return List.of(new SizeCommand(console), new DiscreteCommand(console), new RebalanceCommand(console));
    }
}
