package io.mts1b.oms.running;

import io.mts1b.foundation.Require;
import io.mts1b.platform.config.Default;
import java.time.Duration;

/**
 * Which quotes and trades are believed, and how often they move prices.
 *
 * @param staleAfter how old one may be, positive and at most an hour
 * @param aheadBy by how much its clock may be ahead of ours, at most a minute
 * @param markEvery how often quotes mark the price of an instrument at most, which is written down each time; at most an hour
 */
public record MarketSettings(
        @Default("5s") Duration staleAfter,
        @Default("2s") Duration aheadBy,
        @Default("1s") Duration markEvery) {

    private static final Duration LONGEST = Duration.ofHours(1);

    /** Validates. */
    public MarketSettings {
        Require.that(
                staleAfter.isPositive() && staleAfter.compareTo(LONGEST) <= 0,
                "stale_after must be positive and at most an hour, was " + staleAfter);
        Require.that(
                !aheadBy.isNegative() && aheadBy.compareTo(Duration.ofMinutes(1)) <= 0,
                "ahead_by must be zero to a minute, was " + aheadBy);
        Require.that(
                !markEvery.isNegative() && markEvery.compareTo(LONGEST) <= 0,
                "mark_every must be zero to an hour, was " + markEvery);
    }
}
