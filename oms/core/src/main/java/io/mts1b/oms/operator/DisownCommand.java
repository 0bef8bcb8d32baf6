package io.mts1b.oms.operator;

import io.mts1b.oms.running.OperatorAnswer.Standing;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** {@code mts cmd disown ID}. */
@Command(
        name = "disown",
        description = "Says that a foreign fill, order or position, or what is told of an ended order, is not ours.")
final class DisownCommand extends WordCommand {

    DisownCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks, "Disowns");
    }

    @Override
    OperatorRequest request(Standing.At at) {
        return new OperatorRequest.Disown(at.broker(), at.difference(), actor(), reason());
    }
}
