package io.mts1b.riskengine.stops;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.StrategyId;
import java.util.Objects;

/**
 * In whose name positions are closed.
 *
 * @param strategy the strategy the orders count as, which the fund must allow
 * @param broker through whom
 * @param actor who asks
 */
public record StopDesk(StrategyId strategy, BrokerId broker, ActorId actor) {

    /** Validates. */
    public StopDesk {
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(broker, "broker");
        Objects.requireNonNull(actor, "actor");
    }
}
