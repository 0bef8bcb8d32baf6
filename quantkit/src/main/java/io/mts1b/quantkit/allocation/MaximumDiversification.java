package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.covariance.SymmetricMatrix;

/**
 * The portfolio with the largest diversification ratio, the mean volatility of what it holds over its own volatility,
 * {@code w's / sqrt(w'C w)} with {@code s[i] = sqrt(C[i][i])}.
 *
 * <p>It is the portfolio with the best Sharpe ratio if all assets have the same. Reference: Y. Choueifaty and Y. Coignard,
 * "Toward Maximum Diversification", Journal of Portfolio Management 35(1), 2008, 40-51.
 */
public final class MaximumDiversification {

    private MaximumDiversification() {}

    /**
     * Allocates.
     *
     * @param covariance the covariance of the assets
     * @param constraints what the portfolio must keep to
     * @return the portfolio and its diversification ratio, or a conflict
     * @throws IllegalArgumentException if the two are of different numbers of assets, or the covariance is not positive
     *     semidefinite
     */
    public static Allocation allocate(SymmetricMatrix covariance, Constraints constraints) {
        double[] volatilities = new double[covariance.size()];
        for (int i = 0; i < volatilities.length; i++) {
            volatilities[i] = Math.sqrt(Math.max(covariance.get(i, i), 0));
        }
        return MeanRisk.of(PortfolioRisk.variance(covariance), constraints)
                .withExpectedReturns(volatilities)
                .maximumRatio(0);
    }
}
