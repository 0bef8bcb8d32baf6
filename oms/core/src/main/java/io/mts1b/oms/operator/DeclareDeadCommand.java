package io.mts1b.oms.operator;

import io.mts1b.oms.running.OperatorAnswer.Standing;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** {@code mts cmd declare-dead ID}. */
@Command(
        name = "declare-dead",
        description = "Says that an order is dead which its venue no longer knows, or contradicts.")
final class DeclareDeadCommand extends WordCommand {

    DeclareDeadCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks, "Declares dead");
    }

    @Override
    OperatorRequest request(Standing.At at) {
        return new OperatorRequest.DeclareDead(at.broker(), at.difference(), actor(), reason());
    }
}
