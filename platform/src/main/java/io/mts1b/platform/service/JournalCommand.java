package io.mts1b.platform.service;

import io.mts1b.platform.journal.Corruption;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.journal.JournalReader;
import io.mts1b.platform.journal.JournalVerification;
import io.mts1b.platform.journal.TornTail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mts platform journal verify <directory>} and {@code tail <directory>}. */
@Command(name = "journal", description = "Looks after a journal.")
final class JournalCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    JournalCommand(Console console) {
        this.console = console;
    }

    /** What a verification says to programs. */
    record Verdict(
            boolean sound,
            long firstSequence,
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
        throw new ParameterException(spec.commandLine(), "Missing subcommand: verify or tail");
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

    /** A record for programs: as text if it is some, else in hexadecimal digits. */
    record Line(
            long sequence, @Nullable String text, @Nullable String hex) {

        static Line of(long sequence, byte[] payload) {
            String text = new String(payload, StandardCharsets.UTF_8);
            boolean isText = Arrays.equals(payload, text.getBytes(StandardCharsets.UTF_8))
                    && text.chars().noneMatch(Character::isISOControl);
            return isText
                    ? new Line(sequence, text, null)
                    : new Line(sequence, null, HexFormat.of().formatHex(payload));
        }

        String forPeople() {
            return sequence + "  " + (text == null ? "0x" + hex : text);
        }
    }

    @Command(name = "tail", description = "Prints the records of a journal, also while somebody writes it.")
    int tail(
            @Parameters(paramLabel = "<directory>", description = "The directory of the journal.") Path directory,
            @Option(names = "--from", defaultValue = "1", description = "The first record to print.") long from,
            @Option(names = "--count", description = "How many records to print.") @Nullable Long count,
            @Option(names = "--follow", description = "Wait for more at the end.") boolean follow)
            throws InterruptedException {
        try (JournalReader reader = JournalReader.open(directory, from)) {
            long left = count == null ? Long.MAX_VALUE : count;
            while (left > 0) {
                if (follow ? reader.next(PAUSE) : reader.next()) {
                    Line line = Line.of(reader.sequence(), reader.payload());
                    console.print(line, line.forPeople());
                    left--;
                } else if (!follow) {
                    break;
                }
            }
            return ExitCode.DONE;
        } catch (IllegalArgumentException | JournalException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
    }

    private static Verdict verdict(JournalVerification found) {
        TornTail torn = found.tornTail();
        Corruption bad = found.corruption();
        return new Verdict(
                found.isSound(),
                found.firstSequence(),
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
                + "\nfirst record " + found.firstSequence()
                + "\nlast record  " + found.lastSequence()
                + "\nchain hash   " + found.chainHash()
                + (torn == null ? "" : "\ntorn tail    " + torn.bytes() + " bytes in " + torn.file());
    }
}
