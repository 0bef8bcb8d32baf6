package io.mts1b.platform.audit;

import io.mts1b.foundation.Require;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.journal.JournalReader;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.json.JsonException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a trail, also while somebody appends to it. Every question reads the journal from the beginning, but
 * for {@link #verify}, and keeps nothing of it. Thread-safe.
 */
public final class AuditReader {

    private final Function<Long, JournalReader> journal;

    AuditReader(Function<Long, JournalReader> journal) {
        this.journal = journal;
    }

    /**
     * Opens a trail for reading alone.
     *
     * @param directory the trail's directory
     * @return the reader
     * @throws JournalException if it is none
     */
    public static AuditReader open(Path directory) {
        JournalReader.open(directory, 1).close();
        return new AuditReader(from -> JournalReader.open(directory, from));
    }

    /**
     * Hands in all entries from one on, oldest first.
     *
     * @param from the first one wanted, from 1
     * @param reader takes them
     * @throws JournalException if the journal is damaged or cannot be read
     * @throws JsonException if a record is no entry
     */
    public void read(long from, Consumer<AuditEntry> reader) {
        try (JournalReader records = journal.apply(from)) {
            while (records.next()) {
                reader.accept(Json.read(records.payload(), AuditEntry.class));
            }
        }
    }

    /**
     * Finds what was done to something.
     *
     * @param subject to what
     * @return the entries, oldest first
     * @throws JournalException if the journal is damaged or cannot be read
     */
    public List<AuditEntry> trail(String subject) {
        List<AuditEntry> found = new ArrayList<>();
        read(1, entry -> {
            if (entry.subject().equals(subject)) {
                found.add(entry);
            }
        });
        return List.copyOf(found);
    }

    /**
     * Checks that every entry is what was appended.
     *
     * @param from the first entry to check, from 1
     * @return what was found
     */
    public AuditVerification verify(long from) {
        return verify(from, null);
    }

    /**
     * Checks that every entry is what was appended, and that the trail has grown out of what it was.
     *
     * @param known a head that was taken before, and kept elsewhere
     * @return what was found
     */
    public AuditVerification verify(TreeHead known) {
        return verify(1, known);
    }

    private AuditVerification verify(long from, @Nullable TreeHead known) {
        Require.that(from >= 1, "from must be at least 1, was " + from);
        // The entry before says whether the first one fits.
        long first = Math.max(1, from - 1);
        Verifier verifier = new Verifier(first, known);
        try (JournalReader records = journal.apply(first)) {
            while (records.next()) {
                Optional<AuditVerification> broken = verifier.check(records.sequence(), records.payload());
                if (broken.isPresent()) {
                    return broken.get();
                }
            }
            return verifier.end();
        } catch (JournalException e) {
            long sequence = e.corruption().orElseThrow(() -> e).sequence();
            return AuditVerification.broken(verifier.last(), sequence, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns what the trail is now.
     *
     * @return the head over all entries
     * @throws JournalException if the journal is damaged or cannot be read
     */
    public TreeHead head() {
        MerkleTree tree = new MerkleTree();
        read(1, entry -> tree.add(entry.leaf()));
        return tree.head();
    }

    /**
     * Proves that an entry is in the trail.
     *
     * @param sequence the entry
     * @param size how many entries the head has that the proof is for
     * @return the proof
     * @throws IllegalArgumentException if the trail does not have so many entries
     * @throws JournalException if the journal is damaged or cannot be read
     */
    public InclusionProof prove(long sequence, long size) {
        Require.that(sequence >= 1 && sequence <= size, "sequence must be in [1, " + size + "], was " + sequence);
        ProofBuilder builder = new ProofBuilder(sequence, size);
        long read = 0;
        try (JournalReader records = journal.apply(1L)) {
            while (read < size && records.next()) {
                builder.add(Json.read(records.payload(), AuditEntry.class));
                read++;
            }
        }
        Require.that(read == size, "size must be at most " + read + ", was " + size);
        return builder.proof();
    }

    /**
     * Writes all entries for somebody else to check: a line of JSON each, whose SHA-256 with a zero byte before
     * it is what the next line's {@code previous} says, and a last line with the head.
     *
     * @param out takes the lines, without line feeds
     * @return the head
     * @throws JournalException if the journal is damaged or cannot be read
     */
    public TreeHead export(Consumer<String> out) {
        MerkleTree tree = new MerkleTree();
        read(1, entry -> {
            tree.add(entry.leaf());
            out.accept(Json.write(entry));
        });
        out.accept(Json.write(tree.head()));
        return tree.head();
    }
}
