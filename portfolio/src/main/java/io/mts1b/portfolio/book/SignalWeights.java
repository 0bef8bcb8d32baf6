package io.mts1b.portfolio.book;

import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;

/**
 * The weights a signal asks for; one row per instrument, whose key is time, signal and instrument.
 *
 * @param at as of when, computed from nothing later
 * @param signal which signal
 * @param weights shares of the capital as fractions, negative for short; finite
 */
public record SignalWeights(Instant at, String signal, SortedMap<InstrumentId, Double> weights) {

    /** Validates, and copies. */
    public SignalWeights {
        Objects.requireNonNull(at, "at");
        BookRows.requireIdentifier("signal", signal);
        weights = BookRows.finite(weights);
    }
}
