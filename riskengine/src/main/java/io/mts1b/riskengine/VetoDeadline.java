package io.mts1b.riskengine;

import io.mts1b.foundation.risk.RiskEnvelope;
import java.time.Instant;
import java.util.Optional;

/**
 * Until when the chief risk officer is waited for.
 *
 * <p>The gates never wait. Whoever takes orders in asks when an order comes, keeps it aside, and has it reviewed when the
 * answer has come or the deadline has passed, whichever is first; other orders are not kept up. What silence means then,
 * the envelope says.
 */
public final class VetoDeadline {

    private VetoDeadline() {}

    /**
     * Returns until when an answer is waited for.
     *
     * @param limits the limits of the order's fund
     * @param asked when the chief risk officer was asked
     * @return the deadline; empty if nobody has to be asked
     */
    public static Optional<Instant> of(RiskEnvelope limits, Instant asked) {
        return limits.croVetoEnabled() ? Optional.of(asked.plus(limits.croVetoTimeout())) : Optional.empty();
    }
}
