package io.mts1b.platform.audit;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.platform.json.Json;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody did something to something.
 *
 * @param sequence where in the trail it stands, from 1
 * @param at when it was appended, never before the entry before it
 * @param actor who did it
 * @param action what they did, 1 to 64 letters, digits, {@code _} and {@code -}
 * @param subject to what, such as an order or a fund, 1 to 128 visible ASCII characters
 * @param data the particulars, as JSON
 * @param previous the hash of the entry before it; that of the first is 64 zeros
 */
public record AuditEntry(
        long sequence, Instant at, ActorId actor, String action, String subject, String data, String previous) {

    /** What the first entry follows. */
    static final String NOTHING = "0".repeat(64);

    private static final int MAX_ACTION = 64;
    private static final int MAX_SUBJECT = 128;

    /** Validates. */
    public AuditEntry {
        Require.that(sequence >= 1, "sequence must be at least 1, was " + sequence);
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Require.token("action", action, MAX_ACTION);
        Require.visible("subject", subject, MAX_SUBJECT);
        Objects.requireNonNull(data, "data");
        Require.that(
                previous.matches("[0-9a-f]{64}"), "previous must be 64 hexadecimal digits, was '" + previous + "'");
    }

    /**
     * Returns the hash that the next entry holds, and the tree begins with.
     *
     * @return SHA-256 of a zero byte and the JSON of the entry, as 64 hexadecimal digits
     */
    public String hash() {
        return MerkleTree.hex(leaf());
    }

    byte[] leaf() {
        return MerkleTree.leaf(Json.bytes(this));
    }
}
