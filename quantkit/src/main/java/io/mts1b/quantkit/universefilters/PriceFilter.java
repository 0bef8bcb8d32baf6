package io.mts1b.quantkit.universefilters;

import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Lets in what is not too cheap: ticks and spreads weigh heavily on prices of cents. Prices must be those that were
 * paid, because prices adjusted for later splits know the future.
 *
 * @param least the close
 */
public record PriceFilter(Buffer least) implements UniverseFilter {

    @Override
    public boolean[][] members(UniversePanel panel) {
        boolean[][] members = new boolean[panel.instruments().size()][];
        for (int a = 0; a < members.length; a++) {
            members[a] = least.follow(panel.column(PanelField.CLOSE, a));
        }
        return members;
    }
}
