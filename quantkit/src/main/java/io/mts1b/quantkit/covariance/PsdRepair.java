package io.mts1b.quantkit.covariance;

import io.mts1b.quantkit.linearalgebra.SymmetricEigen;
import java.util.Arrays;

/**
 * A positive semidefinite matrix made of one that need not be, such as a covariance estimated pair by pair, and how far
 * the two are apart.
 *
 * <p>A matrix that is positive semidefinite already, up to rounding, comes back as it is, at distance zero.
 *
 * @param matrix the repaired matrix
 * @param distance the Frobenius norm of what was changed, in the unit of the entries
 */
public record PsdRepair(SymmetricMatrix matrix, double distance) {

    private static final int MAX_PROJECTIONS = 2_000;

    /** Eigenvalues of a correlation are kept above this, so that the repaired matrix can be factored. */
    private static final double FLOOR = 1e-13;

    private static final double TOLERANCE = 1e-12;

    /** Validates. */
    public PsdRepair {
        if (!(distance >= 0 && distance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("distance must be finite and not negative, was " + distance);
        }
    }

    /**
     * Sets negative eigenvalues to zero, which gives the nearest positive semidefinite matrix of all. Variances grow.
     *
     * <p>Reference: N. J. Higham, "Computing a Nearest Symmetric Positive Semidefinite Matrix", Linear Algebra and its
     * Applications 103, 1988, 103-118.
     *
     * @param matrix the matrix
     * @return the repair
     */
    public static PsdRepair clipped(SymmetricMatrix matrix) {
        SymmetricEigen eigen = SymmetricEigen.of(matrix.toArray());
        if (isSemidefinite(eigen)) {
            return new PsdRepair(matrix, 0);
        }
        return apart(matrix, eigen.rebuild(floored(eigen, 0)));
    }

    /**
     * Raises the negative eigenvalues of the correlation to almost zero and makes its diagonal one again. Variances
     * stay; the correlation is not the nearest, but close, for one decomposition. This is the repair of skfolio.
     *
     * @param covariance the covariance
     * @return the repair
     * @throws IllegalArgumentException if a variance is not positive
     */
    public static PsdRepair clippedCorrelation(SymmetricMatrix covariance) {
        SymmetricMatrix correlation = Correlation.of(covariance);
        SymmetricEigen eigen = SymmetricEigen.of(correlation.toArray());
        if (isSemidefinite(eigen)) {
            return new PsdRepair(covariance, 0);
        }
        return withVariances(covariance, eigen.rebuild(floored(eigen, FLOOR)));
    }

    /**
     * Finds the nearest correlation matrix by projecting in turn on the positive semidefinite matrices and on those
     * with a diagonal of ones, with Dykstra's correction. Variances stay. Each projection takes one decomposition, and
     * there may be hundreds.
     *
     * <p>Reference: N. J. Higham, "Computing the Nearest Correlation Matrix: A Problem from Finance", IMA Journal of
     * Numerical Analysis 22(3), 2002, 329-343.
     *
     * @param covariance the covariance
     * @return the repair
     * @throws IllegalArgumentException if a variance is not positive
     */
    public static PsdRepair nearestCorrelation(SymmetricMatrix covariance) {
        double[][] unit = Correlation.of(covariance).toArray();
        SymmetricEigen eigen = SymmetricEigen.of(unit);
        if (isSemidefinite(eigen)) {
            return new PsdRepair(covariance, 0);
        }
        int n = unit.length;
        double[][] correction = new double[n][n];
        double[][] definite = unit;
        double change = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MAX_PROJECTIONS && change > TOLERANCE; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    correction[i][j] = unit[i][j] - correction[i][j];
                }
            }
            eigen = SymmetricEigen.of(correction);
            definite = eigen.rebuild(floored(eigen, 0));
            change = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    correction[i][j] = definite[i][j] - correction[i][j];
                    double next = i == j ? 1 : definite[i][j];
                    change = Math.max(change, Math.abs(next - unit[i][j]));
                    unit[i][j] = next;
                }
            }
        }
        return withVariances(covariance, definite);
    }

    private static boolean isSemidefinite(SymmetricEigen eigen) {
        int n = eigen.size();
        return eigen.value(n - 1) >= -n * Math.ulp(eigen.value(0));
    }

    private static double[] floored(SymmetricEigen eigen, double floor) {
        return Arrays.stream(eigen.values())
                .map(value -> Math.max(value, floor))
                .toArray();
    }

    private static PsdRepair withVariances(SymmetricMatrix covariance, double[][] lower) {
        SymmetricMatrix correlation = Correlation.of(SymmetricMatrix.ofLowerTriangle(lower));
        double[] deviations = Correlation.deviations(covariance);
        SymmetricMatrix repaired = Correlation.toCovariance(correlation, deviations);
        return apart(covariance, SymmetricMatrix.lowerTriangle(repaired));
    }

    private static PsdRepair apart(SymmetricMatrix before, double[][] after) {
        double squares = 0;
        for (int i = 0; i < after.length; i++) {
            for (int j = 0; j <= i; j++) {
                double d = after[i][j] - before.get(i, j);
                squares += (i == j ? 1 : 2) * d * d;
            }
        }
        return new PsdRepair(SymmetricMatrix.ofLowerTriangle(after), Math.sqrt(squares));
    }
}
