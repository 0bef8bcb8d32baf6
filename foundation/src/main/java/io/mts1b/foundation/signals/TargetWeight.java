package io.mts1b.foundation.signals;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Objects;

/**
 * The share of a fund that a strategy wants in one instrument.
 *
 * @param fund of which fund
 * @param strategy who wants it
 * @param instrument in what
 * @param weight the share of net asset value as a fraction, negative for short; finite
 * @param at as of when, computed from nothing later
 */
public record TargetWeight(FundId fund, StrategyId strategy, InstrumentId instrument, double weight, Instant at) {

    /** Validates. */
    public TargetWeight {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(instrument, "instrument");
        Require.that(Double.isFinite(weight), "weight must be finite, was " + weight);
        Objects.requireNonNull(at, "at");
    }
}
