package io.mts1b.quantkit.universefilters;

import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Says which assets may be held. Implementations are immutable and thread-safe.
 *
 * <p>{@code FilterContract} in the tests of this package checks what the package promises.
 */
@FunctionalInterface
public interface UniverseFilter {

    /**
     * Looks at all assets on all dates.
     *
     * @param panel T dates by A assets
     * @return A columns of T answers, oldest first: true if the asset may be held from that date's close on
     * @throws IllegalArgumentException if the panel lacks a field that is looked at
     */
    boolean[][] members(UniversePanel panel);

    /**
     * Adds a second condition.
     *
     * @param other another filter
     * @return one that lets in what both let in
     */
    default UniverseFilter and(UniverseFilter other) {
        return panel -> {
            boolean[][] both = members(panel);
            boolean[][] second = other.members(panel);
            for (int a = 0; a < both.length; a++) {
                for (int t = 0; t < both[a].length; t++) {
                    both[a][t] &= second[a][t];
                }
            }
            return both;
        };
    }
}
