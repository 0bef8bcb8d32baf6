package io.mts1b.riskengine.envelopes;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.foundation.risk.RiskEnvelope;
import java.util.List;
import java.util.Optional;

/** Which limits may follow which. */
public final class EnvelopePolicy {

    private EnvelopePolicy() {}

    /**
     * Refuses limits that may not follow those that hold.
     *
     * <p>Versions of one fund rise strictly, tell why they were made, and are not made before the one they follow. While
     * the fund, one of its strategies or the house is halted, nothing may become looser.
     *
     * @param current the limits that hold; empty if the fund has none
     * @param next the limits that are to hold
     * @param halts what is halted
     * @throws IllegalArgumentException if they may not, naming what stands against it
     */
    public static void require(Optional<RiskEnvelope> current, RiskEnvelope next, List<HaltRequest> halts) {
        if (current.isEmpty()) {
            return;
        }
        RiskEnvelope before = current.get();
        Require.that(
                next.fund().equals(before.fund()) && next.envelopeId().equals(before.envelopeId()),
                "envelope must be " + before.envelopeId() + " of " + before.fund() + ", was " + next.envelopeId()
                        + " of " + next.fund());
        Require.that(
                next.nav().currency().equals(before.nav().currency()),
                "nav must be in " + before.nav().currency() + ", was " + next.nav());
        Require.that(
                next.version() > before.version(),
                "version must be above " + before.version() + ", was " + next.version());
        Require.that(
                !next.createdAt().isBefore(before.createdAt()),
                "createdAt must not be before " + before.createdAt() + ", was " + next.createdAt());
        Require.that(!next.notes().isBlank(), "notes must say why version " + next.version() + " was made");
        List<String> loosened = EnvelopeChange.between(before, next).loosened();
        for (HaltRequest halt : halts) {
            boolean reaches =
                    halt.severity() == HaltSeverity.FIRM_HALT || next.fund().equals(halt.fund());
            Require.that(
                    !reaches || loosened.isEmpty(),
                    "limits must not be loosened during a halt (" + halt.reason() + "), would be: "
                            + String.join(", ", loosened));
        }
    }
}
