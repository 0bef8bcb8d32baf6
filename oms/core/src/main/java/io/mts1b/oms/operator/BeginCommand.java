package io.mts1b.oms.operator;

import io.mts1b.oms.Operation;
import io.mts1b.oms.running.OperatorAnswer.Progress;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that begins an operation, and waits until it has ended. */
abstract class BeginCommand extends ScopeCommand {

    private static final Executor LATER = CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS);

    private final Operation.Kind kind;

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            description = "After so many seconds what is left is left, and told; default: ${DEFAULT-VALUE}.")
    private long within = 300;

    @Option(
            names = "--id",
            description = "What it is called; one that was begun under this name is not begun again, but waited for.")
    private @Nullable String id;

    BeginCommand(Console console, Function<BusSettings, BusNetwork> networks, Operation.Kind kind, String verb) {
        super(console, networks, verb);
        this.kind = kind;
    }

    @Override
    protected final Answer answer(OperatorLine line) {
        String name = id == null
                ? kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-"
                        + WallClock.source().instant().toEpochMilli()
                : id;
        Progress progress = line.ask(
                        new OperatorRequest.Begin(name, kind, scope(), reason(), actor(), Duration.ofSeconds(within)))
                .operation(name)
                .orElseThrow();
        console().err().print("begun as " + name + "\n");
        console().err().flush();
        while (progress.running()) {
            progress = CompletableFuture.supplyAsync(() -> line.ask(new OperatorRequest.Ask(name)), LATER)
                    .join()
                    .operation(name)
                    .orElseThrow();
        }
        return new Answer(progress, text(progress), progress.left().isEmpty() ? ExitCode.DONE : ExitCode.FAILED);
    }
}
