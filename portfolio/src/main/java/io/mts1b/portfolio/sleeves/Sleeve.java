package io.mts1b.portfolio.sleeves;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One strategy within a portfolio.
 *
 * @param name what it is called, unique among the sleeves of the portfolio
 * @param weights shares of the sleeve's own capital as fractions, negative for short; finite
 */
public record Sleeve(String name, SortedMap<InstrumentId, Double> weights) {

    /** Validates, and copies. */
    public Sleeve {
        Require.visible("name", name, 64);
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        weights.forEach((instrument, weight) ->
                Require.that(Double.isFinite(weight), "weight of " + instrument + " must be finite, was " + weight));
    }
}
