package io.mts1b.brokers.fix;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which counterparty, and how patient.
 *
 * @param broker the name that orders are routed by
 * @param session the way to it
 * @param account tag 1 of all orders; null if the session says enough
 * @param patience how long a command or a question may stay unanswered before it is in doubt
 */
public record FixSettings(
        BrokerId broker, FixSession session, @Nullable String account, Duration patience) {

    /** Validates. */
    public FixSettings {
        Objects.requireNonNull(broker, "broker");
        Objects.requireNonNull(session, "session");
        if (account != null) {
            Require.visible("account", account, 64);
        }
        Require.that(
                patience.isPositive() && patience.compareTo(Duration.ofMinutes(10)) <= 0,
                "patience must be positive and at most 10 minutes, was " + patience);
    }
}
