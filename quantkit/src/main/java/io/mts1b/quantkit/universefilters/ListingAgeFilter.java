package io.mts1b.quantkit.universefilters;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lets in what has been listed long enough to be known.
 *
 * @param listed the dates on which assets were listed; of others, the first date with a close in the panel counts, so
 *     that a panel must begin early enough
 * @param days how many days must have passed since, zero or more
 */
public record ListingAgeFilter(SortedMap<InstrumentId, LocalDate> listed, int days) implements UniverseFilter {

    /** Validates, and copies. */
    public ListingAgeFilter {
        Require.that(days >= 0, "days must not be negative, was " + days);
        listed = Collections.unmodifiableSortedMap(new TreeMap<>((Map<InstrumentId, LocalDate>) listed));
    }

    @Override
    public boolean[][] members(UniversePanel panel) {
        boolean[][] members =
                new boolean[panel.instruments().size()][panel.dates().size()];
        for (int a = 0; a < members.length; a++) {
            LocalDate since = listed.get(panel.instruments().get(a));
            double[] close = panel.column(PanelField.CLOSE, a);
            for (int t = 0; t < close.length; t++) {
                LocalDate date = panel.dates().get(t);
                since = since == null && !Double.isNaN(close[t]) ? date : since;
                members[a][t] = since != null && !since.plusDays(days).isAfter(date);
            }
        }
        return members;
    }
}
