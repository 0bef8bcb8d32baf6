package io.mts1b.quantkit.covariance;

import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;

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

    /**
     * Returns the covariance that has a given correlation: the inverse of {@link #of}.
     *
     * @param correlation the correlation
     * @param deviations the standard deviations, one per asset
     * @return {@code c[i][j] = rho[i][j] s[i] s[j]}
     * @throws IllegalArgumentException if there are not as many deviations as assets, or one is negative or not finite
     */
    public static SymmetricMatrix toCovariance(SymmetricMatrix correlation, double[] deviations) {
        Samples.requireLength("deviations", deviations, correlation.size());
        double[][] lower = new double[deviations.length][];
        for (int i = 0; i < deviations.length; i++) {
            if (!(deviations[i] >= 0)) {
                throw new IllegalArgumentException("deviation " + i + " must not be negative, was " + deviations[i]);
            }
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                lower[i][j] = correlation.get(i, j) * deviations[i] * deviations[j];
            }
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }

    /** Returns the square roots of the diagonal. */
    static double[] deviations(SymmetricMatrix covariance) {
        double[] deviations = new double[covariance.size()];
        Arrays.setAll(deviations, i -> Math.sqrt(covariance.get(i, i)));
        return deviations;
    }
}
