package io.mts1b.oms.operator;

import io.mts1b.oms.Operation;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** {@code mts cmd cancel-all SCOPE}. */
@Command(name = "cancel-all", description = "Takes back every order of a scope, and waits for the word of its venue.")
final class CancelAllCommand extends BeginCommand {

    CancelAllCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks, Operation.Kind.CANCEL_ALL, "Takes back all orders of");
    }
}
