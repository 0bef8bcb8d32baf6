package io.mts1b.quantkit.covariance;

/**
 * The covariance and the correlation of the same returns, estimated together for little more than the price of one.
 *
 * <p>Where values are missing and {@link Observations#PAIRWISE} is used, both deviations in a correlation are taken
 * over the rows that the pair shares, so it is not the {@linkplain Correlation#of(SymmetricMatrix) correlation that
 * belongs to} the covariance.
 *
 * @param covariance the {@linkplain SampleCovariance sample covariance} per period
 * @param correlation Pearson's {@linkplain Correlation correlation}
 */
public record Comovement(SymmetricMatrix covariance, SymmetricMatrix correlation) {

    /** Validates. */
    public Comovement {
        if (covariance.size() != correlation.size()) {
            throw new IllegalArgumentException(
                    "correlation must be of " + covariance.size() + " assets, was of " + correlation.size());
        }
    }

    /**
     * Estimates both matrices, in O(assets^2 rows).
     *
     * @param returns one column per asset, all of one length, NaN where missing; not modified
     * @param use which rows count where values are missing
     * @return covariance and correlation, one row per asset in the order given
     * @throws IllegalArgumentException if there is no asset, the columns differ in length, a value is infinite,
     *     two assets share fewer than 2 rows, or an asset does not vary
     */
    public static Comovement of(double[][] returns, Observations use) {
        if (use == Observations.PAIRWISE && Panel.checkRagged(returns)) {
            PairwiseSums sums = new PairwiseSums(returns);
            return new Comovement(
                    SymmetricMatrix.ofLowerTriangle(sums.covariances()),
                    SymmetricMatrix.ofLowerTriangle(sums.correlations()));
        }
        SymmetricMatrix covariance = SampleCovariance.of(returns, use);
        return new Comovement(covariance, Correlation.of(covariance));
    }
}
