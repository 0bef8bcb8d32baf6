package io.mts1b.oms.operator;

import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Where an operator types {@code mts cmd}, next to a service that runs in this process. */
final class OperatorTerminal {

    private final InProcessNetwork network;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    OperatorTerminal(InProcessNetwork network) {
        this.network = network;
    }

    /** Runs a command to the service; in is what the operator types when asked. */
    int run(String in, String... words) {
        return run(new CmdCommands(_ -> new Borrowed(network)), in, words);
    }

    /** Runs a command of an artifact. */
    int run(CommandProvider artifact, String in, String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Console console = new Console(
                new PrintWriter(out),
                new PrintWriter(err),
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                List.of(words).contains("--json"));
        CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create());
        for (Callable<Integer> command : artifact.commands(console)) {
            CommandLine child = new CommandLine(command);
            child.getCommandSpec()
                    .addOption(CommandLine.Model.OptionSpec.builder("--json")
                            .type(boolean.class)
                            .build());
            line.addSubcommand(child.getCommandSpec().name(), child);
        }
        line.setErr(new PrintWriter(err));
        return line.execute(words);
    }

    /** Returns what the last command printed. */
    String out() {
        return out.toString();
    }

    /** Returns what it said of failures. */
    String err() {
        return err.toString();
    }

    /** The network stays open when a command has ended. */
    private record Borrowed(InProcessNetwork network) implements BusNetwork {

        @Override
        public Bus connect(String artifact) {
            return network.connect(artifact);
        }

        @Override
        public void close() {
            // The test closes it.
        }
    }
}
