package io.mts1b.oms.operator;

import io.mts1b.oms.running.OperatorAnswer.Standing;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** {@code mts cmd halt SCOPE}. */
@Command(
        name = "halt",
        description = "Stops the trading of a fund, a strategy or everything, until two operators resume it.")
final class HaltCommand extends ScopeCommand {

    HaltCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks, "Halts");
    }

    @Override
    protected Answer answer(OperatorLine line) {
        Standing standing = line.ask(new OperatorRequest.Halt(scope(), reason(), actor()));
        return Answer.done(standing, text(standing));
    }
}
