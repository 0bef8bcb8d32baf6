package io.mts1b.foundation.risk;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.orders.Order;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's order to stop trading. It holds until it is lifted, whatever happens meanwhile.
 *
 * @param severity how far it reaches
 * @param fund the fund; null exactly for FIRM_HALT
 * @param strategy the strategy; null except for STRATEGY_HALT
 * @param reason why, in words
 * @param requestedBy who asked
 * @param at when
 */
public record HaltRequest(
        HaltSeverity severity,
        @Nullable FundId fund,
        @Nullable StrategyId strategy,
        String reason,
        ActorId requestedBy,
        Instant at) {

    /** Validates. */
    public HaltRequest {
        Objects.requireNonNull(severity, "severity");
        Require.that(
                (fund == null) == (severity == HaltSeverity.FIRM_HALT),
                "fund must be given unless the halt is firm-wide, was " + fund + " with " + severity);
        Require.that(
                (strategy != null) == (severity == HaltSeverity.STRATEGY_HALT),
                "strategy must be given for a strategy halt only, was " + strategy + " with " + severity);
        Require.that(!reason.isBlank(), "reason must not be blank");
        Require.note("reason", reason, 1_000);
        Objects.requireNonNull(requestedBy, "requestedBy");
        Objects.requireNonNull(at, "at");
    }

    /**
     * Tells whether the halt stops an order.
     *
     * @param order the order
     * @return true if it is within reach
     */
    public boolean covers(Order order) {
        return switch (severity) {
            case FIRM_HALT -> true;
            case FUND_HALT -> order.fund().equals(fund);
            case STRATEGY_HALT -> order.fund().equals(fund) && order.strategy().equals(strategy);
        };
    }
}
