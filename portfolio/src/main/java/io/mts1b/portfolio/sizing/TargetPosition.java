package io.mts1b.portfolio.sizing;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Objects;

/**
 * The quantity of one instrument that a fund should hold.
 *
 * @param fund which fund
 * @param strategy who wants it
 * @param instrument of what
 * @param quantity how much, negative for short, in whole lots
 * @param at as of when
 */
public record TargetPosition(FundId fund, StrategyId strategy, InstrumentId instrument, Decimal quantity, Instant at) {

    /** Validates. */
    public TargetPosition {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(at, "at");
    }
}
