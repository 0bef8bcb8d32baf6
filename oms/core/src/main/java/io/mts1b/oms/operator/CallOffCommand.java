package io.mts1b.oms.operator;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.oms.running.OperatorAnswer.Progress;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mts cmd call-off ID}. */
@Command(name = "call-off", description = "Stops a cancel-all or flatten, and takes back what it ordered; halts stand.")
final class CallOffCommand extends OperatorCommand {

    @Parameters(paramLabel = "ID", description = "What it was begun as.")
    private String id = "";

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who wants it.")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, in words.")
    private String reason = "";

    CallOffCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks);
    }

    @Override
    protected Answer answer(OperatorLine line) {
        Progress progress = line.ask(new OperatorRequest.CallOff(id, reason, new ActorId(by)))
                .operation(id)
                .orElseThrow();
        return Answer.done(progress, text(progress));
    }
}
