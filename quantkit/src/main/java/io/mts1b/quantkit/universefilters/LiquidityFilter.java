package io.mts1b.quantkit.universefilters;

import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Lets in what trades enough.
 *
 * @param volume how it is measured
 * @param least how much must be traded per day, in the currency of the prices
 */
public record LiquidityFilter(AverageDailyVolume volume, Buffer least) implements UniverseFilter {

    @Override
    public boolean[][] members(UniversePanel panel) {
        boolean[][] members = new boolean[panel.instruments().size()][];
        for (int a = 0; a < members.length; a++) {
            members[a] = least.follow(volume.of(panel, a));
        }
        return members;
    }
}
