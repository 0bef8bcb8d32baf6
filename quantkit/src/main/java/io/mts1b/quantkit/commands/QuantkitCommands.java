package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import java.util.List;
import java.util.concurrent.Callable;

/** What quantkit offers on the command line. */
public final class QuantkitCommands implements CommandProvider {

    /** For {@link java.util.ServiceLoader}. */
    public QuantkitCommands() {}

    @Override
    public String artifact() {
        return "quantkit";
    }

    @Override
    public String description() {
        return "Allocate, estimate, measure, validate, value and cost, from CSV files.";
    }

    @Override
    public List<Callable<Integer>> commands(Console console) {
        return List.of(
                new AllocateCommand(console),
                new CovarianceCommand(console),
                new MetricsCommand(console),
                new SplitsCommand(console),
                new DevigCommand(console),
                new OptionCommand(console),
                new ExecutionFrontierCommand(console),
                new IndicatorCommand(console),
                new CostsCommand(console),
                new CalibrateCostsCommand(console));
    }
}
