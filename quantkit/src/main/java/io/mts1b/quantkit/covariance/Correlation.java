package io.mts1b.quantkit.covariance;

/**
 * Pearson's correlation, {@code rho[i][j] = c[i][j] / sqrt(c[i][i] c[j][j])}: linear dependence, in [-1, 1].
 *
 * <p>An asset without variance has no correlation and is refused by name. The diagonal is exactly one. From returns,
 * both matrices come out of {@link Comovement} at once.
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
}
