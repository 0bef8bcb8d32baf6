package io.mts1b.platform.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What reading a trail has found.
 *
 * @param lastSequence the last entry that was read and fits
 * @param head what the trail was up to there; null if it was not read from its beginning
 * @param brokenSequence the first entry that is not what was appended; null if there is none
 * @param reason what is wrong with it; null if nothing is
 */
public record AuditVerification(
        long lastSequence,
        @Nullable TreeHead head,
        @Nullable Long brokenSequence,
        @Nullable String reason) {

    static AuditVerification broken(long last, long sequence, String reason) {
        return new AuditVerification(last, null, sequence, Objects.requireNonNull(reason, "reason"));
    }

    /**
     * Tells whether every entry that was read is what was appended.
     *
     * @return true unless one is broken
     */
    public boolean isSound() {
        return brokenSequence == null;
    }
}
