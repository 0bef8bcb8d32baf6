package io.mts1b.oms.operator;

import io.mts1b.oms.Operation;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** {@code mts cmd flatten SCOPE}. */
@Command(
        name = "flatten",
        description = "Halts a fund, a strategy or everything, takes back its orders, and closes its positions.")
final class FlattenCommand extends BeginCommand {

    FlattenCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks, Operation.Kind.FLATTEN, "Halts, takes back all orders and closes all positions of");
    }
}
