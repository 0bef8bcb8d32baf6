package io.mts1b.oms;

import io.mts1b.oms.archive.FileArchive;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.riskengine.RiskEngine;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** Opens an order management system on a journal that somebody else sees too. */
public final class OmsJournal {

    private OmsJournal() {}

    /**
     * Opens a log in a journal, and replays what is in it.
     *
     * @param directory where the journal stands or will stand
     * @param options how it is written
     * @param around who sees what is written, and when it is durable; the identity if nobody
     * @param risk who decides about orders
     * @param policy how long venues are waited for
     * @param clock the time of decisions
     * @return the system in the state after the last event
     * @throws io.mts1b.platform.journal.JournalException if another writer has the log, or it is damaged
     */
    public static Oms open(
            Path directory,
            JournalOptions options,
            UnaryOperator<EventLog> around,
            RiskEngine risk,
            OmsPolicy policy,
            InstantSource clock) {
        // The log first: whoever has it has the archive beside it.
        EventLog log = around.apply(JournaledLog.open(directory, options));
        FileArchive archive;
        try {
            archive = FileArchive.create(Path.of(directory + ".archive"));
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
        return Oms.open(log, archive, OmsState.KEPT, risk, policy, clock);
    }
}
