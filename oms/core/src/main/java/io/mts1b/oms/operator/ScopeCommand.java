package io.mts1b.oms.operator;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.oms.Scope;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command with a scope, somebody who wants it, and a reason; done once the scope was typed again. */
abstract class ScopeCommand extends OperatorCommand {

    @Parameters(
            paramLabel = "SCOPE",
            description = "everything, fund:FUND, strategy:FUND/STRATEGY, position:FUND/INSTRUMENT or broker:BROKER.")
    private String title = "";

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who wants it.")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, in words.")
    private String reason = "";

    @Option(names = "--yes", paramLabel = "SCOPE", description = "The scope once more, instead of typing it.")
    private @Nullable String yes;

    private final String verb;

    ScopeCommand(Console console, Function<BusSettings, BusNetwork> networks, String verb) {
        super(console, networks);
        this.verb = verb;
    }

    @Override
    protected final void check() {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("--reason must not be blank");
        }
        actor();
        confirm(verb, scope().title(), yes);
    }

    protected final Scope scope() {
        return Scope.parse(title);
    }

    protected final ActorId actor() {
        return new ActorId(by);
    }

    protected final String reason() {
        return reason;
    }
}
