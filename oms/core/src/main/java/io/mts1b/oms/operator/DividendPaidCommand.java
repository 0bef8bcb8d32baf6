package io.mts1b.oms.operator;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.oms.running.OperatorAnswer.Standing;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mts cmd dividend-paid ID}. */
@Command(name = "dividend-paid", description = "Books what a dividend owed into the cash; done once it was typed.")
final class DividendPaidCommand extends OperatorCommand {

    @Parameters(paramLabel = "ID", description = "The corporate action.")
    private String id = "";

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who says so.")
    private String by = "";

    @Option(names = "--yes", paramLabel = "ID", description = "The corporate action once more, instead of typing it.")
    private @Nullable String yes;

    DividendPaidCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks);
    }

    @Override
    protected void check() {
        confirm("Books the dividend", id, yes);
    }

    @Override
    protected Answer answer(OperatorLine line) {
        Standing standing = line.ask(new OperatorRequest.BookDividend(id, new ActorId(by)));
        return Answer.done(standing, text(standing));
    }
}
