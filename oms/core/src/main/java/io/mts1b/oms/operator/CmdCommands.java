package io.mts1b.oms.operator;

import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** What an operator can do to a running order management system: {@code mts cmd}. */
public final class CmdCommands implements CommandProvider {

    private final Function<BusSettings, BusNetwork> networks;

    /** For {@link java.util.ServiceLoader}. */
    public CmdCommands() {
        this(OperatorLine::overServers);
    }

    CmdCommands(Function<BusSettings, BusNetwork> networks) {
        this.networks = networks;
    }

    @Override
    public String artifact() {
        return "cmd";
    }

    @Override
    public String description() {
        return "Halt, cancel, flatten and resume in a running order management system, and say what only a person knows.";
    }

    @Override
    public List<Callable<Integer>> commands(Console console) {
        return List.of(
                new LookCommand(console, networks),
                new HaltCommand(console, networks),
                new CancelAllCommand(console, networks),
                new FlattenCommand(console, networks),
                new CallOffCommand(console, networks),
                new ResumeCommand(console, networks),
                new ParentCommand(console, networks),
                new VetoCommand(console, networks),
                new AdoptCommand(console, networks),
                new CorrectCommand(console, networks),
                new DisownCommand(console, networks),
                new DeclareDeadCommand(console, networks),
                new CorporateActionCommand(console, networks),
                new DividendPaidCommand(console, networks),
                new BorrowCommand(console, networks));
    }
}
