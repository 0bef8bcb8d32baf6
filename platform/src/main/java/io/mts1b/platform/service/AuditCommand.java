package io.mts1b.platform.service;

import io.mts1b.foundation.Require;
import io.mts1b.platform.audit.AuditEntry;
import io.mts1b.platform.audit.AuditReader;
import io.mts1b.platform.audit.AuditVerification;
import io.mts1b.platform.audit.TreeHead;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.json.JsonException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mts platform audit show <directory>} and {@code verify <directory>}. */
@Command(name = "audit", description = "Reads an audit trail.")
final class AuditCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    AuditCommand(Console console) {
        this.console = console;
    }

    /** What a verification says to programs. */
    record Verdict(
            boolean sound,
            long lastSequence,
            @Nullable TreeHead head,
            @Nullable Long brokenSequence,
            @Nullable String reason) {}

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("audit must be run by picocli");
        }
        throw new ParameterException(spec.commandLine(), "Missing subcommand: show or verify");
    }

    @Command(name = "show", description = "Prints the entries of an audit trail, oldest first.")
    int show(
            @Parameters(paramLabel = "<directory>", description = "The directory of the trail.") Path directory,
            @Option(names = "--subject", description = "Only what was done to this, such as an order.") @Nullable String subject,
            @Option(names = "--from", defaultValue = "1", description = "The first entry to print.") long from) {
        try {
            AuditReader.open(directory).read(from, entry -> {
                if (subject == null || entry.subject().equals(subject)) {
                    console.print(entry, text(entry));
                }
            });
            return ExitCode.DONE;
        } catch (IllegalArgumentException | JournalException | JsonException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
    }

    private static String text(AuditEntry entry) {
        return entry.sequence() + "  " + entry.at() + "  " + entry.actor() + "  " + entry.action() + "  "
                + entry.subject() + "  " + entry.data();
    }

    @Command(
            name = "verify",
            description = "Checks that every entry is what was appended, and names the first that is not.")
    int verify(
            @Parameters(paramLabel = "<directory>", description = "The directory of the trail.") Path directory,
            @Option(names = "--from", description = "The first entry to check.") @Nullable Long from,
            @Option(
                            names = "--head",
                            description = "A head kept elsewhere, <size>:<root>, that the trail must agree with.")
                    @Nullable String head) {
        try {
            Require.that(from == null || head == null, "--from and --head must not be given together");
            AuditReader reader = AuditReader.open(directory);
            AuditVerification found =
                    head == null ? reader.verify(from == null ? 1 : from) : reader.verify(TreeHead.parse(head));
            console.print(
                    new Verdict(
                            found.isSound(),
                            found.lastSequence(),
                            found.head(),
                            found.brokenSequence(),
                            found.reason()),
                    text(found));
            return found.isSound() ? ExitCode.DONE : ExitCode.FAILED;
        } catch (IllegalArgumentException | JournalException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
    }

    private static String text(AuditVerification found) {
        String verdict =
                found.isSound() ? "sound" : "broken at entry " + found.brokenSequence() + ": " + found.reason();
        return verdict + "\nlast entry  " + found.lastSequence()
                + (found.head() == null ? "" : "\nhead        " + found.head());
    }
}
