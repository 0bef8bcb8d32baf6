package io.mts1b.portfolio.book;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What all rows of the tables have in common. */
final class BookRows {

    /** What a column for identifiers holds. */
    private static final int LONGEST = 255;

    private BookRows() {}

    static void requireIdentifier(String name, String value) {
        Require.visible(name, value, LONGEST);
    }

    static SortedMap<InstrumentId, Double> finite(SortedMap<InstrumentId, Double> weights) {
        weights.forEach((instrument, weight) ->
                Require.that(Double.isFinite(weight), "weight of " + instrument + " must be finite, was " + weight));
        return Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }
}
