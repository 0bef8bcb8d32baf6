package io.mts1b.riskengine.commands;

import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import java.util.List;
import java.util.concurrent.Callable;

/** What the risk engine offers on the command line. */
public final class RiskEngineCommands implements CommandProvider {

    /** For {@link java.util.ServiceLoader}. */
    public RiskEngineCommands() {}

    @Override
    public String artifact() {
        return "riskengine";
    }

    @Override
    public String description() {
        return "Check an order at the gates, and measure what a portfolio may lose.";
    }

    @Override
    public List<Callable<Integer>> commands(Console console) {
        return List.of(new VarCommand(console), new CheckCommand(console));
    }
}
