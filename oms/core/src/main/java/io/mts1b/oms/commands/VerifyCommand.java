package io.mts1b.oms.commands;

import io.mts1b.oms.OmsLog;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.journal.JournalVerification;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code mts oms verify}. */
@Command(
        name = "verify",
        description =
                "Checks the chain of a log, that every event can follow those before it, twice to one state, and that its"
                        + " snapshots are what its events come to.")
class VerifyCommand extends LogCommand {

    VerifyCommand(Console console) {
        super(console);
    }

    /** What is printed to programs. */
    record Report(
            boolean sound,
            long events,
            int snapshots,
            String chainHash,
            @Nullable String hash,
            @Nullable String reason) {}

    @Override
    protected Answer answer() {
        JournalVerification chain;
        try {
            chain = JournalVerification.of(journal());
        } catch (JournalException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
        long[] events = {0};
        String hash = null;
        int snapshots = 0;
        String reason = chain.isSound() ? null : "the chain is broken, see mts platform journal verify";
        if (reason == null) {
            try {
                hash = replay(Long.MAX_VALUE, events);
                // A service may write on meanwhile: the second replay ends where the first did.
                reason = replay(events[0], new long[1]).equals(hash) ? null : "a second replay gives another state";
                snapshots = withArchive(archive -> OmsLog.verifySnapshots(journal(), archive));
            } catch (RuntimeException e) {
                reason = "event " + (events[0] + 1) + " cannot follow: " + e.getMessage();
            }
        }
        Report report = new Report(reason == null, events[0], snapshots, chain.chainHash(), hash, reason);
        String text = reason == null
                ? row("sound", 8, events[0] + " events, " + snapshots + " snapshots")
                        + "\n"
                        + row("hash", 8, hash == null ? "" : hash)
                : "not sound: " + reason;
        return new Answer(report, text, reason == null ? ExitCode.DONE : ExitCode.FAILED);
    }

    /** Applies so many events at most, counts them, and returns the hash of what they come to. */
    private String replay(long most, long[] events) {
        return withState(state -> {
            forEach(event -> {
                if (events[0] < most) {
                    state.apply(event);
                    events[0]++;
                }
            });
            return state.hash();
        });
    }
}
