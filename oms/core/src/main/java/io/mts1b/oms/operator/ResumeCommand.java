package io.mts1b.oms.operator;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.oms.Scope;
import io.mts1b.oms.running.OperatorAnswer.Standing;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.security.Ed25519;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.security.SecretException;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import io.mts1b.riskengine.halts.HaltRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mts cmd resume SCOPE}. */
@Command(
        name = "resume",
        description = "Ends the halts of exactly a scope, as two operators want; the second one signs.")
final class ResumeCommand extends OperatorCommand {

    @Parameters(paramLabel = "SCOPE", description = "everything, fund:FUND or strategy:FUND/STRATEGY.")
    private String title = "";

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who wants it.")
    private String by = "";

    @Option(names = "--cosigned-by", paramLabel = "NAME", required = true, description = "Who agrees; somebody else.")
    private String cosignedBy = "";

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "The Ed25519 key of who agrees, in PEM (PKCS #8).")
    private Path key = Path.of("");

    @Option(names = "--yes", paramLabel = "SCOPE", description = "The scope once more, instead of typing it.")
    private @Nullable String yes;

    ResumeCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks);
    }

    /** What stands after a halt of several was refused to end, for programs. */
    private record Partly(String failure, Standing standing) {}

    @Override
    protected void check() {
        if (by.equals(cosignedBy)) {
            throw new IllegalArgumentException("--cosigned-by must be somebody else than " + by);
        }
        confirm("Resumes", Scope.parse(title).title(), yes);
    }

    @Override
    protected Answer answer(OperatorLine line) {
        Scope scope = Scope.parse(title);
        Ed25519 signer = signer();
        Standing standing = line.ask(new OperatorRequest.Look());
        List<HaltRequest> halts = standing.halts().stream()
                .filter(halt -> scope.isWithin(halt) && scope.severity().equals(Optional.of(halt.severity())))
                .toList();
        if (halts.isEmpty()) {
            throw new IllegalArgumentException("no halt of exactly " + title + " is in force");
        }
        for (HaltRequest halt : halts) {
            try {
                standing = line.ask(request(halt, signer));
            } catch (IllegalArgumentException e) {
                if (halt.equals(halts.getFirst())) {
                    throw e;
                }
                // Some have ended: it is not so that nothing was done.
                Partly partly = new Partly(String.valueOf(e.getMessage()), line.ask(new OperatorRequest.Look()));
                return new Answer(partly, "failed: " + partly.failure + "\n" + text(partly.standing), ExitCode.FAILED);
            }
        }
        return Answer.done(standing, text(standing));
    }

    private OperatorRequest request(HaltRequest halt, Ed25519 signer) {
        HaltRelease release = new HaltRelease(
                halt,
                new ActorId(by),
                new ActorId(cosignedBy),
                WallClock.source().instant());
        return new OperatorRequest.Resume(release, HexFormat.of().formatHex(signer.sign(release.message())));
    }

    private Ed25519 signer() {
        try {
            return Ed25519.parse(Secret.of(Files.readString(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SecretException e) {
            throw new IllegalArgumentException("--key: " + e.getMessage(), e);
        }
    }
}
