package io.mts1b.quantkit.universefilters;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Lets in the assets that trade most, with the buffer that index providers use: an asset comes in when it ranks at most
 * {@code enter}, and leaves when it ranks beyond {@code stay}.
 *
 * <p>Ranks count from 1 among the assets whose volume is known; of equal ones the first in the panel ranks first.
 * Between {@code enter} and {@code stay} assets are in at any time.
 *
 * @param volume how size is measured
 * @param enter the rank to come in, at least 1
 * @param stay the rank to stay in, at least {@code enter}
 */
public record LargestFilter(AverageDailyVolume volume, int enter, int stay) implements UniverseFilter {

    /** Validates. */
    public LargestFilter {
        Require.that(enter >= 1, "enter must be at least 1, was " + enter);
        Require.that(stay >= enter, "stay must be at least enter " + enter + ", was " + stay);
    }

    @Override
    public boolean[][] members(UniversePanel panel) {
        int assets = panel.instruments().size();
        int dates = panel.dates().size();
        double[][] volumes = new double[assets][];
        for (int a = 0; a < assets; a++) {
            volumes[a] = volume.of(panel, a);
        }
        double[][] ranks = new double[assets][dates];
        for (int t = 0; t < dates; t++) {
            for (int a = 0; a < assets; a++) {
                ranks[a][t] = -rank(volumes, a, t);
            }
        }
        Buffer buffer = new Buffer(-enter, -stay);
        boolean[][] members = new boolean[assets][];
        for (int a = 0; a < assets; a++) {
            members[a] = buffer.follow(ranks[a]);
        }
        return members;
    }

    private static double rank(double[][] volumes, int asset, int t) {
        double own = volumes[asset][t];
        if (Double.isNaN(own)) {
            return Double.NaN;
        }
        int rank = 1;
        for (int a = 0; a < volumes.length; a++) {
            if (volumes[a][t] > own || (a < asset && volumes[a][t] == own)) {
                rank++;
            }
        }
        return rank;
    }
}
