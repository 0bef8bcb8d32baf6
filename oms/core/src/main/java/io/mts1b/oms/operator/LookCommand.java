package io.mts1b.oms.operator;

import io.mts1b.oms.running.OperatorAnswer.Standing;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** {@code mts cmd look}. */
@Command(name = "look", description = "Tells what is halted, what goes on, and where venues tell something else.")
final class LookCommand extends OperatorCommand {

    LookCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks);
    }

    @Override
    protected Answer answer(OperatorLine line) {
        Standing standing = line.ask(new OperatorRequest.Look());
        return Answer.done(standing, text(standing));
    }
}
