package io.mts1b.oms.commands;

import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsLog;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.archive.FileArchive;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Parameters;

/** A command that reads a log. */
abstract class LogCommand extends AnsweringCommand {

    @Parameters(paramLabel = "<journal>", description = "The directory of the journal.")
    private Path journal = Path.of("");

    LogCommand(Console console) {
        super(console);
    }

    Path journal() {
        return journal;
    }

    /** Reads the log; a damaged one, or one that is none, is bad input. */
    long forEach(Consumer<OmsEvent> consumer) {
        try {
            return OmsLog.forEach(journal, consumer);
        } catch (JournalException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Lends a state before the first event, whose ended orders live in files that are deleted afterwards: a log of years is
     * looked at in little memory.
     */
    final <T> T withState(Function<OmsState, T> work) {
        return withArchive(ended -> work.apply(new OmsState(ended, OmsState.KEPT)));
    }

    /** Lends an archive whose files are deleted afterwards. */
    final <T> T withArchive(Function<Archive, T> work) {
        try (TemporaryFolder folder = TemporaryFolder.make();
                Archive ended = FileArchive.create(folder.path().resolve("ended"))) {
            return work.apply(ended);
        } catch (IOException e) {
            throw new UncheckedIOException("there must be room for what has ended among the temporary files", e);
        }
    }
}
