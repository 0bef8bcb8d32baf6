package io.mts1b.quantkit.covariance;

/**
 * The unbiased sample covariance of returns,
 * {@code c[i][j] = sum over t of (r[i][t] - m[i]) (r[j][t] - m[j]) / (n - 1)}.
 *
 * <p>The estimate assumes that the returns of one row belong together and that rows are exchangeable. With
 * fewer rows than assets it is singular: fine for risk parity by clusters, not for inversion. A column that
 * is constant up to rounding has variance exactly zero.
 */
public final class SampleCovariance {

    private SampleCovariance() {}

    /**
     * Estimates a covariance matrix, in O(assets^2 rows).
     *
     * @param returns one column per asset, all of one length, NaN where missing; not modified
     * @param use which rows count where values are missing
     * @return the covariance per period, one row per asset in the order given
     * @throws IllegalArgumentException if there is no asset, the columns differ in length, a value is infinite,
     *     two assets share fewer than 2 rows, or a variance overflows
     */
    public static SymmetricMatrix of(double[][] returns, Observations use) {
        if (!Panel.checkRagged(returns)) {
            return ofComplete(returns);
        }
        return switch (use) {
            case COMPLETE -> ofComplete(Panel.completeRows(returns));
            case PAIRWISE -> SymmetricMatrix.ofLowerTriangle(new PairwiseSums(returns).covariances());
        };
    }

    private static SymmetricMatrix ofComplete(double[][] returns) {
        int rows = returns[0].length;
        if (rows < 2) {
            throw new IllegalArgumentException(
                    "returns must hold at least 2 rows in which no asset is missing, held " + rows);
        }
        double[][] centred = Panel.centred(returns);
        double[][] covariance = CrossProducts.lowerTriangle(centred);
        for (double[] row : covariance) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= rows - 1;
            }
        }
        return SymmetricMatrix.ofLowerTriangle(covariance);
    }
}
