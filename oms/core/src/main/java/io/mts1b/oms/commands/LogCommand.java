package io.mts1b.oms.commands;

import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsLog;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;
import java.nio.file.Path;
import java.util.function.Consumer;
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
}
