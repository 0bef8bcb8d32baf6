package io.mts1b.oms;

import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Comparator;
import java.util.Objects;

/**
 * What a strategy of a fund has in an instrument at a broker.
 *
 * @param fund whose
 * @param instrument what
 * @param broker where
 * @param strategy what decided it
 */
public record Stake(FundId fund, InstrumentId instrument, BrokerId broker, StrategyId strategy)
        implements Comparable<Stake> {

    private static final Comparator<Stake> ORDER = Comparator.comparing(Stake::fund)
            .thenComparing(Stake::instrument)
            .thenComparing(Stake::broker)
            .thenComparing(Stake::strategy);

    /** Validates. */
    public Stake {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(broker, "broker");
        Objects.requireNonNull(strategy, "strategy");
    }

    @Override
    public int compareTo(Stake other) {
        return ORDER.compare(this, other);
    }
}
