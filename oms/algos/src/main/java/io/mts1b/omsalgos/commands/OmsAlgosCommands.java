package io.mts1b.omsalgos.commands;

import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import java.util.List;
import java.util.concurrent.Callable;

/** What oms-algos offers on the command line. */
public final class OmsAlgosCommands implements CommandProvider {

    /** For {@link java.util.ServiceLoader}. */
    public OmsAlgosCommands() {}

    @Override
    public String artifact() {
        return "oms-algos";
    }

    @Override
    public String description() {
        return "Plan how an order is sliced, and analyse what one cost.";
    }

    @Override
    public List<Callable<Integer>> commands(Console console) {
        return List.of(new PlanCommand(console), new TcaCommand(console));
    }
}
