package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One kind of figure of many assets, point in time: on each date only what had been published is known.
 *
 * <p>Immutable and thread-safe.
 */
public final class Releases {

    private final SortedMap<InstrumentId, List<Release>> byAsset = new TreeMap<>();
    private final int lagDays;
    private final int maxAgeDays;

    /**
     * Collects figures.
     *
     * @param releases the figures, in any order; of a period that was released twice the later one counts from its own
     *     release on
     * @param lagDays how many days after its release a figure may first be used: 0 is right only for figures that are
     *     out before the close, 1 is safe
     * @param maxAgeDays how many days after the end of its period a figure is too old to be used
     * @throws IllegalArgumentException if a number of days is negative, or an asset's period was released twice on one
     *     day
     */
    public Releases(List<Release> releases, int lagDays, int maxAgeDays) {
        Require.that(lagDays >= 0, "lagDays must not be negative, was " + lagDays);
        Require.that(maxAgeDays >= 0, "maxAgeDays must not be negative, was " + maxAgeDays);
        this.lagDays = lagDays;
        this.maxAgeDays = maxAgeDays;
        for (Release release : releases) {
            byAsset.computeIfAbsent(release.asset(), _ -> new ArrayList<>()).add(release);
        }
        for (List<Release> figures : byAsset.values()) {
            figures.sort(Comparator.comparing(Release::released).thenComparing(Release::period));
            for (int i = 1; i < figures.size(); i++) {
                Release before = figures.get(i - 1);
                Release after = figures.get(i);
                Require.that(
                        !(before.period().equals(after.period())
                                && before.released().equals(after.released())),
                        "period " + after.period() + " of " + after.asset() + " must be released once on "
                                + after.released());
            }
        }
    }

    /**
     * Returns what was known of an asset on each date of a panel.
     *
     * @param panel T dates
     * @param asset the asset's place in the panel
     * @return T values: of what was out by then the figure of the latest period, in its latest version; NaN where
     *     nothing was out or the figure is too old
     */
    public double[] known(UniversePanel panel, int asset) {
        List<Release> figures = byAsset.getOrDefault(panel.instruments().get(asset), List.of());
        double[] values = new double[panel.dates().size()];
        Release latest = null;
        int next = 0;
        for (int t = 0; t < values.length; t++) {
            LocalDate date = panel.dates().get(t);
            while (next < figures.size()
                    && !figures.get(next).released().plusDays(lagDays).isAfter(date)) {
                Release out = figures.get(next++);
                latest = latest == null || !out.period().isBefore(latest.period()) ? out : latest;
            }
            boolean fresh =
                    latest != null && !latest.period().plusDays(maxAgeDays).isBefore(date);
            values[t] = latest != null && fresh ? latest.value() : Double.NaN;
        }
        return values;
    }
}
