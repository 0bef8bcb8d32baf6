package io.mts1b.platform.service;

import io.mts1b.platform.journal.Corruption;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.journal.JournalVerification;
import io.mts1b.platform.journal.TornTail;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mts platform journal verify <directory>}. */
@Command(name = "journal", description = "Looks after a journal.")
final class JournalCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    JournalCommand(Console console) {
        this.console = console;
    }

    /** What a verification says to programs. */
    record Verdict(
            boolean sound,
            long lastSequence,
            String chainHash,
            @Nullable Long tornTailBytes,
            @Nullable Long badSequence,
            @Nullable String badFile,
            @Nullable String reason) {}

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("journal must be run by picocli");
        }
        throw new ParameterException(spec.commandLine(), "Missing subcommand: verify");
    }

    @Command(name = "verify", description = "Reads a journal in full, without changing it, and names what is wrong.")
    int verify(@Parameters(paramLabel = "<directory>", description = "The directory of the journal.") Path directory) {
        JournalVerification found;
        try {
            found = JournalVerification.of(directory);
        } catch (JournalException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
        console.print(verdict(found), text(found));
        return found.isSound() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Verdict verdict(JournalVerification found) {
        TornTail torn = found.tornTail();
        Corruption bad = found.corruption();
        return new Verdict(
                found.isSound(),
                found.lastSequence(),
                found.chainHash(),
                torn == null ? null : torn.bytes(),
                bad == null ? null : bad.sequence(),
                bad == null ? null : bad.file().toString(),
                bad == null ? null : bad.reason());
    }

    private static String text(JournalVerification found) {
        TornTail torn = found.tornTail();
        Corruption bad = found.corruption();
        return (bad == null ? "sound" : "corrupt at " + bad)
                + "\nlast record  " + found.lastSequence()
                + "\nchain hash   " + found.chainHash()
                + (torn == null ? "" : "\ntorn tail    " + torn.bytes() + " bytes in " + torn.file());
    }
}
