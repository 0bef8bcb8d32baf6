package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.covariance.SymmetricMatrix;

/**
 * Weights in inverse proportion to volatility, {@code w[i] = (1 / s[i]) / sum of (1 / s[j])}, so that each
 * asset alone would move the portfolio as much as any other.
 *
 * <p>It equals risk parity where all correlations are the same. Reference: S. Maillard, T. Roncalli and J.
 * Teïletche, "The Properties of Equally Weighted Risk Contribution Portfolios", Journal of Portfolio
 * Management 36(4), 2010, 60-70.
 */
public final class InverseVolatility {

    private InverseVolatility() {}

    /**
     * Allocates.
     *
     * @param covariance the covariance of the assets, of which only the diagonal counts
     * @return positive weights that sum to one
     * @throws IllegalArgumentException if a variance is not positive, or too small to divide by
     */
    public static Weights allocate(SymmetricMatrix covariance) {
        double[] volatility = new double[covariance.size()];
        for (int i = 0; i < volatility.length; i++) {
            volatility[i] = Math.sqrt(InverseRisk.requirePositive(i, covariance.get(i, i)));
        }
        return Weights.of(InverseRisk.weights(volatility));
    }
}
