package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.statistics.Samples;

/** Weights in inverse proportion to any measure of risk. */
final class InverseRisk {

    private InverseRisk() {}

    /** Refuses a risk that cannot be divided by. */
    static double requirePositive(int asset, double risk) {
        if (!(risk >= Double.MIN_NORMAL && risk < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("asset " + asset + " must have a positive risk, had " + risk
                    + ": leave out what does not vary or cannot lose");
        }
        return risk;
    }

    /**
     * Returns {@code (1 / risk[k]) / sum of (1 / risk[j])}.
     *
     * @param risks one positive risk per asset
     */
    static double[] weights(double[] risks) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < risks.length; i++) {
            least = Math.min(least, requirePositive(i, risks[i]));
        }
        double[] weights = new double[risks.length];
        for (int i = 0; i < risks.length; i++) {
            // Relative to the least risk, so that no inverse overflows.
            weights[i] = least / risks[i];
        }
        double sum = Samples.sum(weights);
        for (int i = 0; i < risks.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
