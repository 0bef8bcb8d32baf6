package io.mts1b.foundation.risk;

import io.mts1b.foundation.Require;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the gates decided, and how long that took.
 *
 * @param decision the decision, as it is in the log
 * @param latency from the first gate to the last, not negative; null where another process decided than the one that tells it,
 *     because it is in no log
 */
public record GateReport(RiskDecision decision, @Nullable Duration latency) {

    /** Validates. */
    public GateReport {
        Objects.requireNonNull(decision, "decision");
        Require.that(latency == null || !latency.isNegative(), "latency must not be negative, was " + latency);
    }
}
