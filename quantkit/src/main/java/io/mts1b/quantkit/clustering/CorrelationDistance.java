package io.mts1b.quantkit.clustering;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import java.util.function.DoubleUnaryOperator;

/** Distances between assets that move alike. */
public final class CorrelationDistance {

    private CorrelationDistance() {}

    /**
     * Returns {@code d = sqrt((1 - rho) / 2)}: zero for assets that move as one, one for opposites.
     *
     * <p>It is a metric, being proportional to the Euclidean distance of standardised returns. Reference: M.
     * López de Prado, "Building Diversified Portfolios that Outperform Out of Sample", Journal of Portfolio
     * Management 42(4), 2016, 59-69, appendix A.1.
     *
     * @param correlation correlations in [-1, 1], one on the diagonal
     * @return the distances in [0, 1]
     * @throws IllegalArgumentException if an entry is not a correlation
     */
    public static SymmetricMatrix of(SymmetricMatrix correlation) {
        return apart(correlation, rho -> Math.sqrt((1 - rho) / 2));
    }

    /**
     * Returns {@code d = sqrt(1 - |rho|)}: zero for assets that move as one and for opposites, one for those that have
     * nothing to do with each other. Fit for portfolios that may be short.
     *
     * <p>It is a metric. Reference: M. López de Prado, "Machine Learning for Asset Managers", Cambridge, 2020, section 3.3.
     *
     * @param correlation correlations in [-1, 1], one on the diagonal
     * @return the distances in [0, 1]
     * @throws IllegalArgumentException if an entry is not a correlation
     */
    public static SymmetricMatrix ofAbsolute(SymmetricMatrix correlation) {
        return apart(correlation, rho -> Math.sqrt(1 - Math.abs(rho)));
    }

    private static SymmetricMatrix apart(SymmetricMatrix correlation, DoubleUnaryOperator distance) {
        int n = correlation.size();
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double rho = correlation.get(i, j);
                if (!(Math.abs(rho) <= 1) || (i == j && rho != 1)) {
                    throw new IllegalArgumentException("correlation (" + i + ", " + j + ") must be "
                            + (i == j ? "1" : "in [-1, 1]") + ", was " + rho);
                }
                lower[i][j] = distance.applyAsDouble(rho);
            }
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }

    /**
     * Returns the Euclidean distances between the columns of a distance matrix: two assets are close if they
     * stand alike to all others. This is the second step of López de Prado (2016), which many
     * implementations leave out. Takes O(n^3).
     *
     * @param distances distances between assets
     * @return {@code sqrt(sum over k of (d[k][i] - d[k][j])^2)}
     */
    public static SymmetricMatrix ofColumns(SymmetricMatrix distances) {
        double[][] columns = distances.toArray();
        double[][] lower = new double[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                double squares = 0;
                for (int k = 0; k < columns.length; k++) {
                    double d = columns[i][k] - columns[j][k];
                    squares += d * d;
                }
                lower[i][j] = Math.sqrt(squares);
            }
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }
}
