package io.mts1b.oms.operator;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.oms.running.OperatorAnswer.Standing;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.oms.running.OperatorRequest.ParentChange;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mts cmd parent pause|resume|cancel ID}. */
@Command(
        name = "parent",
        description = "Takes the children of an order that an algo works back, until it is resumed or for good.")
final class ParentCommand extends OperatorCommand {

    @Parameters(index = "0", paramLabel = "WHAT", description = "pause, resume or cancel.")
    private String what = "";

    @Parameters(index = "1", paramLabel = "ID", description = "The parent, as mts cmd look names it.")
    private String id = "";

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who wants it.")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, in words.")
    private String reason = "";

    @Option(names = "--yes", paramLabel = "ID", description = "The parent once more, instead of typing it.")
    private @Nullable String yes;

    ParentCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks);
    }

    @Override
    protected void check() {
        request();
        confirm(what.toUpperCase(Locale.ROOT).charAt(0) + what.substring(1) + "s", id, yes);
    }

    private OperatorRequest request() {
        for (ParentChange change : ParentChange.values()) {
            if (change.name().toLowerCase(Locale.ROOT).equals(what)) {
                return new OperatorRequest.ChangeParent(new OrderId(id), change, new ActorId(by), reason);
            }
        }
        throw new IllegalArgumentException(
                "WHAT must be one of " + List.of("pause", "resume", "cancel") + ", was " + what);
    }

    @Override
    protected Answer answer(OperatorLine line) {
        Standing standing = line.ask(request());
        return Answer.done(standing, text(standing));
    }
}
