package io.mts1b.platform.audit;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.Journal;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.platform.journal.JournalReader;
import io.mts1b.platform.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The writing end of an audit trail. Thread-safe; entries of several threads share a sync of the disk.
 */
public final class AuditTrail implements AutoCloseable {

    private final Journal journal;
    private final InstantSource clock;
    private final AuditReader reader;

    // Guarded by this.
    private MerkleTree tree = new MerkleTree();
    private String lastHash = AuditEntry.NOTHING;
    private Instant lastAt = Instant.MIN;
    private boolean isClosed;

    private AuditTrail(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        reader = new AuditReader(journal::read);
    }

    /**
     * Opens a trail for writing, and begins one in a directory that is empty or missing.
     *
     * @param directory the trail's own directory
     * @param clock what entries are stamped with
     * @return the trail
     * @throws JournalException if another writer has it, it is no trail, it is damaged, or the disk fails
     */
    public static AuditTrail open(Path directory, InstantSource clock) {
        Journal journal = Journal.open(directory, JournalOptions.of(DurabilityPolicy.GROUP));
        try {
            AuditTrail trail = new AuditTrail(journal, clock);
            trail.recall();
            return trail;
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** Goes on from the tree that was kept last, if there is one, and reads the last entry in any case. */
    private synchronized void recall() {
        Optional<MerkleTree> kept = journal.latestSnapshot().map(snapshot -> MerkleTree.decode(snapshot.state()));
        tree = kept.orElseGet(MerkleTree::new);
        try (JournalReader records = journal.read(Math.max(1, tree.size()))) {
            while (records.next()) {
                AuditEntry entry = Json.read(records.payload(), AuditEntry.class);
                if (entry.sequence() > tree.size()) {
                    tree.add(entry.leaf());
                }
                lastHash = entry.hash();
                lastAt = entry.at();
            }
        }
    }

    /**
     * Writes down that somebody did something to something, and waits until it is safe.
     *
     * @param actor who did it
     * @param action what they did, 1 to 64 letters, digits, {@code _} and {@code -}
     * @param subject to what, 1 to 128 visible ASCII characters
     * @param data the particulars, a value with a JSON form
     * @return the entry
     * @throws JournalException if it could not be written
     */
    public AuditEntry append(ActorId actor, String action, String subject, Object data) {
        String json = Json.write(data);
        AuditEntry entry;
        synchronized (this) {
            Instant now = clock.instant();
            Instant at = now.isBefore(lastAt) ? lastAt : now;
            entry = new AuditEntry(tree.size() + 1, at, actor, action, subject, json, lastHash);
            byte[] record = Json.bytes(entry);
            long sequence = journal.submit(record);
            Require.that(sequence == entry.sequence(), "journal must be the trail's alone");
            byte[] leaf = MerkleTree.leaf(record);
            tree.add(leaf);
            lastHash = MerkleTree.hex(leaf);
            lastAt = at;
        }
        journal.awaitDurable(entry.sequence());
        return entry;
    }

    /**
     * Returns what the trail is now, to be kept elsewhere.
     *
     * @return the head over all entries
     */
    public synchronized TreeHead head() {
        return tree.head();
    }

    /**
     * Returns the reading end.
     *
     * @return a reader of what is safe, good until the trail is closed
     */
    public AuditReader reader() {
        return reader;
    }

    /**
     * Ends the writing, and keeps the tree so that opening need not read all entries. Closing again does nothing.
     *
     * @throws JournalException if the journal has failed
     */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        long durable = journal.durable();
        if (durable > 0 && durable == tree.size()) {
            journal.saveSnapshot(durable, tree.encode());
        }
        journal.close();
    }
}
