package io.mts1b.foundation.signals;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How strongly a strategy likes each instrument at one moment.
 *
 * @param strategy who says so
 * @param at as of when, computed from nothing later
 * @param scores one per instrument it has an opinion of, each instrument once
 */
public record Signal(StrategyId strategy, Instant at, List<Score> scores) {

    /** Validates, and copies. */
    public Signal {
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(at, "at");
        scores = List.copyOf(scores);
        Require.that(
                scores.stream().map(Score::instrument).distinct().count() == scores.size(),
                "scores must be of distinct instruments, was " + scores);
    }

    /**
     * The opinion of one instrument.
     *
     * @param instrument of which
     * @param value higher is stronger, in the strategy's own unit; finite
     */
    public record Score(InstrumentId instrument, double value) {

        /** Validates. */
        public Score {
            Objects.requireNonNull(instrument, "instrument");
            Require.that(Double.isFinite(value), "value must be finite, was " + value);
        }
    }

    /**
     * Returns the score of one instrument.
     *
     * @param instrument the instrument
     * @return its score; empty if the strategy has no opinion of it
     */
    public OptionalDouble score(InstrumentId instrument) {
        return scores.stream()
                .filter(score -> score.instrument.equals(instrument))
                .mapToDouble(Score::value)
                .findFirst();
    }
}
