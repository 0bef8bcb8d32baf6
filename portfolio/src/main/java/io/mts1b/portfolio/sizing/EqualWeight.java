package io.mts1b.portfolio.sizing;

import io.mts1b.foundation.Require;
import io.mts1b.portfolio.sizing.SizedWeights.Reason;
import io.mts1b.portfolio.sizing.SizedWeights.Refused;
import io.mts1b.portfolio.sizing.SizedWeights.Sized;
import io.mts1b.quantkit.allocation.Weights;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holds the assets of the highest scores in equal parts, and goes short those of the lowest ones.
 *
 * <p>Long only, each of {@code longs} assets weighs {@code gross / longs}. With both sides each side gets half:
 * {@code gross / 2 / longs} and {@code -gross / 2 / shorts}, so that the net exposure is zero. Between equal scores
 * the asset that comes first is held long rather, and held short last.
 *
 * <p>Reference: N. Jegadeesh and S. Titman, "Returns to Buying Winners and Selling Losers", Journal of Finance
 * 48(1), 1993, 65-91.
 *
 * @param longs how many to hold, 0 or more
 * @param shorts how many to go short, 0 or more; at least one of the two is above 0
 * @param gross the sum of the weights without their signs, above 0
 */
public record EqualWeight(int longs, int shorts, double gross) implements Sizer {

    /** Validates. */
    public EqualWeight {
        Require.that(longs >= 0, "longs must not be negative, was " + longs);
        Require.that(shorts >= 0, "shorts must not be negative, was " + shorts);
        Require.that(longs > 0 || shorts > 0, "longs and shorts must not both be 0");
        Require.that(gross > 0 && Double.isFinite(gross), "gross must be positive, was " + gross);
    }

    /**
     * Returns the rule that is never short.
     *
     * @param longs how many to hold, at least 1
     * @param gross the sum of the weights, above 0
     * @return the rule
     */
    public static EqualWeight longOnly(int longs, double gross) {
        return new EqualWeight(longs, 0, gross);
    }

    @Override
    public SizedWeights size(double... scores) {
        List<Integer> ranked = IntStream.range(0, scores.length)
                .filter(asset -> !Double.isNaN(scores[asset]))
                .boxed()
                .sorted(Comparator.comparingDouble(asset -> -scores[asset]))
                .toList();
        int held = longs + shorts;
        if (ranked.size() < held) {
            return new Refused(
                    Reason.TOO_FEW_SCORES, "scores must be of at least " + held + " assets, were of " + ranked.size());
        }
        double side = longs > 0 && shorts > 0 ? gross / 2 : gross;
        double[] weights = new double[scores.length];
        for (int rank = 0; rank < longs; rank++) {
            weights[ranked.get(rank)] = side / longs;
        }
        for (int rank = ranked.size() - shorts; rank < ranked.size(); rank++) {
            weights[ranked.get(rank)] = -side / shorts;
        }
        return new Sized(Weights.of(weights));
    }
}
