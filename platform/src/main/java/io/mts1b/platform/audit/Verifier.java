package io.mts1b.platform.audit;

import io.mts1b.platform.json.Json;
import io.mts1b.platform.json.JsonException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks entries one after the other. */
final class Verifier {

    private final long first;
    private final @Nullable TreeHead known;
    private final MerkleTree tree = new MerkleTree();
    private long last;
    private @Nullable String hash;
    private Instant at = Instant.MIN;
    private @Nullable String otherRoot;

    Verifier(long first, @Nullable TreeHead known) {
        this.first = first;
        this.known = known;
        last = first - 1;
        hash = first == 1 ? AuditEntry.NOTHING : null;
    }

    long last() {
        return last;
    }

    /** Checks the next record; what is wrong, or empty. */
    Optional<AuditVerification> check(long sequence, byte[] record) {
        AuditEntry entry;
        try {
            entry = Json.read(record, AuditEntry.class);
        } catch (JsonException e) {
            return broken(sequence, "it is no entry: " + e.getMessage());
        }
        if (entry.sequence() != sequence || !Arrays.equals(record, Json.bytes(entry))) {
            return broken(sequence, "it is not written as entry " + sequence + " would be");
        }
        if (hash != null && !entry.previous().equals(hash)) {
            // The follower remembers what was there; at the beginning there is nobody to have been changed.
            return broken(Math.max(1, sequence - 1), "it is not what entry " + sequence + " follows");
        }
        if (entry.at().isBefore(at)) {
            return broken(sequence, "it is older than the entry before it");
        }
        tree.add(entry.leaf());
        hash = entry.hash();
        at = entry.at();
        last = sequence;
        if (known != null && known.size() == sequence) {
            otherRoot = tree.head().root();
        }
        return Optional.empty();
    }

    private Optional<AuditVerification> broken(long sequence, String reason) {
        return Optional.of(AuditVerification.broken(last, sequence, reason));
    }

    AuditVerification end() {
        if (known != null && known.size() > last) {
            return AuditVerification.broken(
                    last, last + 1, "the trail ends before it, and once had " + known.size() + " entries");
        }
        if (known != null && known.size() > 0 && !known.root().equals(otherRoot)) {
            return AuditVerification.broken(
                    last, known.size(), "it, or one before it, is not what it was when the head was taken");
        }
        return new AuditVerification(last, first == 1 ? tree.head() : null, null, null);
    }
}
