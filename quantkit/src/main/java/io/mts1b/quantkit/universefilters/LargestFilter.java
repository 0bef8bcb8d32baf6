package io.mts1b.quantkit.universefilters;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.UniversePanel;
import java.util.Comparator;
import java.util.stream.IntStream;

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
            rank(volumes, ranks, t);
        }
        Buffer buffer = new Buffer(-enter, -stay);
        boolean[][] members = new boolean[assets][];
        for (int a = 0; a < assets; a++) {
            members[a] = buffer.follow(ranks[a]);
        }
        return members;
    }

    /** Writes ranks with a minus, so that the larger is the better one; NaN where the volume is unknown. */
    private static void rank(double[][] volumes, double[][] ranks, int t) {
        int[] known = IntStream.range(0, volumes.length)
                .filter(a -> !Double.isNaN(volumes[a][t]))
                .boxed()
                .sorted(Comparator.comparingDouble(a -> -volumes[a][t]))
                .mapToInt(a -> a)
                .toArray();
        for (int a = 0; a < volumes.length; a++) {
            ranks[a][t] = Double.NaN;
        }
        for (int place = 0; place < known.length; place++) {
            ranks[known[place]][t] = -(place + 1.0);
        }
    }
}
