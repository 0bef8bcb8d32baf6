package io.mts1b.quantkit.odds;

import io.mts1b.quantkit.statistics.Samples;

/**
 * How good a forecast was, once it is known what happened; less is better. The expected score is least for whoever states
 * what he believes.
 *
 * <p>Reference: T. Gneiting and A. E. Raftery, "Strictly Proper Scoring Rules, Prediction, and Estimation", Journal of the
 * American Statistical Association 102(477), 2007, 359-378.
 */
public final class ScoringRules {

    private static final double ROUNDING = 1e-9;

    private ScoringRules() {}

    /**
     * Returns the score of Brier, {@code sum of (p[i] - o[i])^2} with {@code o[i]} one for what happened and else zero.
     *
     * @param probabilities one per outcome, which sum to one
     * @param happened the outcome that happened, from 0
     * @return the score in [0, 2]
     * @throws IllegalArgumentException if the probabilities are none, or there is no such outcome
     */
    public static double brier(double[] probabilities, int happened) {
        requireForecast(probabilities, happened);
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double error = probabilities[i] - (i == happened ? 1 : 0);
            sum += error * error;
        }
        return sum;
    }

    /**
     * Returns the logarithmic score, {@code -log p} of what happened.
     *
     * @param probabilities one per outcome, which sum to one
     * @param happened the outcome that happened, from 0, which must not have been held impossible
     * @return the score in nats, not negative
     * @throws IllegalArgumentException if the probabilities are none, there is no such outcome, or its probability is zero
     */
    public static double logarithmic(double[] probabilities, int happened) {
        requireForecast(probabilities, happened);
        if (probabilities[happened] == 0) {
            throw new IllegalArgumentException("what happened must not have had probability 0, outcome " + happened);
        }
        return -StrictMath.log(probabilities[happened]);
    }

    /**
     * Returns the ranked probability score for outcomes in an order, such as home, draw and away:
     * {@code sum over k < n - 1 of (sum over i <= k of (p[i] - o[i]))^2 / (n - 1)}. Reference: E. S. Epstein, "A Scoring System
     * for Probability Forecasts of Ranked Categories", Journal of Applied Meteorology 8(6), 1969, 985-987.
     *
     * @param probabilities one per outcome in their order, at least 2, which sum to one
     * @param happened the outcome that happened, from 0
     * @return the score in [0, 1]
     * @throws IllegalArgumentException if the probabilities are none, or there is no such outcome
     */
    public static double rankedProbability(double[] probabilities, int happened) {
        requireForecast(probabilities, happened);
        double sum = 0;
        double cumulative = 0;
        for (int k = 0; k < probabilities.length - 1; k++) {
            cumulative += probabilities[k] - (k == happened ? 1 : 0);
            sum += cumulative * cumulative;
        }
        return sum / (probabilities.length - 1);
    }

    private static void requireForecast(double[] probabilities, int happened) {
        Samples.requireFinite("probabilities", probabilities, 2);
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException(
                        "probabilities must be in [0, 1], was " + probabilities[i] + " at index " + i);
            }
        }
        double sum = Samples.sum(probabilities);
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("probabilities must sum to 1, summed to " + sum);
        }
        if (happened < 0 || happened >= probabilities.length) {
            throw new IllegalArgumentException(
                    "what happened must be in [0, " + (probabilities.length - 1) + "], was " + happened);
        }
    }
}
