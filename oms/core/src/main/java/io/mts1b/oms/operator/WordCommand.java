package io.mts1b.oms.operator;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.oms.running.OperatorAnswer.Standing;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.service.Console;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that says what only a person can know about a difference; done once the difference was typed. */
abstract class WordCommand extends OperatorCommand {

    @Parameters(paramLabel = "ID", description = "The difference, as mts cmd look names it.")
    private String id = "";

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who says so.")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, in words.")
    private String reason = "";

    @Option(
            names = "--yes",
            paramLabel = "DIFFERENCE",
            description = "What the difference is about, such as 'foreign fill F1', instead of typing it.")
    private @Nullable String yes;

    private final String verb;

    WordCommand(Console console, Function<BusSettings, BusNetwork> networks, String verb) {
        super(console, networks);
        this.verb = verb;
    }

    /** Returns what is asked; refuses a difference of which that cannot be said. */
    abstract OperatorRequest request(Standing.At at);

    ActorId actor() {
        return new ActorId(by);
    }

    String reason() {
        return reason;
    }

    @Override
    protected void check() {
        actor();
        if (reason.isBlank()) {
            throw new IllegalArgumentException("--reason must not be blank");
        }
    }

    @Override
    protected final Answer answer(OperatorLine line) {
        Standing.At at = line.ask(new OperatorRequest.Look()).differences().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "ID must be that of a difference as it stands, see mts cmd look, was " + id));
        OperatorRequest request = request(at);
        confirm(
                verb + " " + Json.write(at.difference()) + " at " + at.broker() + ":",
                at.difference().key(),
                yes);
        Standing standing = line.ask(request);
        return Answer.done(standing, text(standing));
    }
}
