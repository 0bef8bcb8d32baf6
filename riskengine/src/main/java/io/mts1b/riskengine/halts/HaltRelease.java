package io.mts1b.riskengine.halts;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.platform.json.Json;
import java.time.Instant;
import java.util.Objects;

/**
 * The wish to end a halt.
 *
 * @param halt what is to end, exactly as it was asked for
 * @param liftedBy who wishes it
 * @param cosignedBy who agrees; somebody else
 * @param at when
 */
public record HaltRelease(HaltRequest halt, ActorId liftedBy, ActorId cosignedBy, Instant at) {

    /** Validates. */
    public HaltRelease {
        Objects.requireNonNull(halt, "halt");
        Objects.requireNonNull(liftedBy, "liftedBy");
        Require.that(
                !cosignedBy.equals(liftedBy), "cosignedBy must be somebody else than " + liftedBy + " who lifts it");
        Require.that(!at.isBefore(halt.at()), "at must not be before the halt of " + halt.at() + ", was " + at);
    }

    /**
     * Returns what the second operator signs. It names the halt with its time, so a signature ends one halt and no later
     * one.
     *
     * @return the canonical JSON of this, under a name that nothing else is signed under
     */
    public byte[] message() {
        return Json.bytes(new Message("mts1b halt release", this));
    }

    private record Message(String purpose, HaltRelease release) {}
}
