package io.mts1b.quantkit.covariance;

/**
 * Pearson's correlation, {@code rho[i][j] = c[i][j] / sqrt(c[i][i] c[j][j])}: linear dependence, in [-1, 1].
 *
 * <p>An asset without variance has no correlation and is refused by name. The diagonal is exactly one.
 */
public final class Correlation {

    private Correlation() {}

    /**
     * Returns the correlation that belongs to a covariance.
     *
     * @param covariance the covariance
     * @return the correlation
     * @throws IllegalArgumentException if a variance is not positive, or too small to divide by
     */
    public static SymmetricMatrix of(SymmetricMatrix covariance) {
        int n = covariance.size();
        double[] deviation = new double[n];
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            double variance = covariance.get(i, i);
            if (variance < Double.MIN_NORMAL) {
                throw new IllegalArgumentException("asset " + i + " must vary, had variance " + variance
                        + ": without variance it has no correlation");
            }
            deviation[i] = Math.sqrt(variance);
            lower[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                lower[i][j] = Math.clamp(covariance.get(i, j) / (deviation[i] * deviation[j]), -1.0, 1.0);
            }
            lower[i][i] = 1;
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }

    /**
     * Estimates a correlation matrix, in O(assets^2 rows).
     *
     * <p>With {@link Observations#PAIRWISE} both deviations of a pair are taken over the rows that the pair
     * shares, so the result is not that of {@link #of(SymmetricMatrix)} on a pairwise covariance.
     *
     * @param returns one column per asset, all of one length, NaN where missing; not modified
     * @param use which rows count where values are missing
     * @return the correlation, one row per asset in the order given
     * @throws IllegalArgumentException if there is no asset, the columns differ in length, a value is infinite,
     *     two assets share fewer than 2 rows, or an asset does not vary
     */
    public static SymmetricMatrix of(double[][] returns, Observations use) {
        return use == Observations.PAIRWISE && Panel.checkRagged(returns)
                ? SymmetricMatrix.ofLowerTriangle(new PairwiseSums(returns).correlations())
                : of(SampleCovariance.of(returns, use));
    }
}
