package io.mts1b.quantkit.covariance;

import io.mts1b.quantkit.linearalgebra.SymmetricEigen;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;

/**
 * A covariance whose correlations keep only what a random matrix could not have made.
 *
 * <p>The eigenvalues of the correlation of {@code n} unrelated assets over {@code T} rows lie below
 * {@code s^2 (1 + sqrt(n / T))^2}, the edge of the law of Marchenko and Pastur, with {@code s^2} the part of the
 * variance that is noise. Eigenvalues below the edge are replaced by their mean; the diagonal is made one again, and
 * variances stay what they were.
 *
 * <p>Reference: V. A. Marchenko and L. A. Pastur, "Distribution of Eigenvalues for Some Sets of Random Matrices",
 * Mathematics of the USSR-Sbornik 1(4), 1967, 457-483; M. López de Prado, "Machine Learning for Asset Managers",
 * Cambridge, 2020, section 2.5.1 (constant residual eigenvalue).
 *
 * @param covariance the estimate, with the variances of the one it was made from
 * @param signals how many eigenvalues lie above the edge
 */
public record DenoisedCovariance(SymmetricMatrix covariance, int signals) {

    /**
     * Denoises with all variance taken as noise, which keeps the fewest signals.
     *
     * @param covariance the covariance, estimated from {@code rows} rows
     * @param rows how many rows it was estimated from, at least 1
     * @return what is left
     * @throws IllegalArgumentException if there are no rows, or a variance is not positive
     */
    public static DenoisedCovariance of(SymmetricMatrix covariance, int rows) {
        return of(covariance, rows, 1);
    }

    /**
     * Denoises with a given part of the variance taken as noise.
     *
     * @param covariance the covariance, estimated from {@code rows} rows
     * @param rows how many rows it was estimated from, at least 1
     * @param noise the part of the variance that is noise, in (0, 1]
     * @return what is left
     * @throws IllegalArgumentException if there are no rows, the noise is out of range, or a variance is not positive
     */
    public static DenoisedCovariance of(SymmetricMatrix covariance, int rows, double noise) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, was " + rows);
        }
        if (!(noise > 0 && noise <= 1)) {
            throw new IllegalArgumentException("noise must be in (0, 1], was " + noise);
        }
        SymmetricEigen eigen = SymmetricEigen.of(Correlation.of(covariance).toArray());
        double root = 1 + Math.sqrt((double) covariance.size() / rows);
        double edge = noise * root * root;
        double[] values = eigen.values();
        int signals = (int) Arrays.stream(values).filter(value -> value > edge).count();
        double residual = 0;
        for (int k = signals; k < values.length; k++) {
            residual += values[k] / (values.length - signals);
        }
        Arrays.fill(values, signals, values.length, residual);
        return new DenoisedCovariance(rescaled(eigen.rebuild(values), covariance), signals);
    }

    /**
     * Takes out the largest common moves, such as the market, so that what is left tells assets apart. The result is
     * singular: good for clustering, not for inversion. Reference: López de Prado (2020), section 2.6.
     *
     * @param covariance the covariance
     * @param components how many of the largest eigenvalues go, from 0 to one less than there are assets
     * @return the covariance without them, variances unchanged
     * @throws IllegalArgumentException if the components are out of range, a variance is not positive, or an asset is
     *     nothing but what is taken out
     */
    public static SymmetricMatrix detoned(SymmetricMatrix covariance, int components) {
        if (components < 0 || components >= covariance.size()) {
            throw new IllegalArgumentException(
                    "components must be in [0, " + (covariance.size() - 1) + "], was " + components);
        }
        SymmetricEigen eigen = SymmetricEigen.of(Correlation.of(covariance).toArray());
        double[] values = eigen.values();
        Arrays.fill(values, 0, components, 0);
        double[][] rest = eigen.rebuild(values);
        for (int i = 0; i < rest.length; i++) {
            if (!(rest[i][i] > Samples.NOISE)) {
                throw new IllegalArgumentException(
                        "asset " + i + " must be more than the " + components + " largest common moves");
            }
        }
        return rescaled(rest, covariance);
    }

    private static SymmetricMatrix rescaled(double[][] lower, SymmetricMatrix covariance) {
        SymmetricMatrix correlation = Correlation.of(SymmetricMatrix.ofLowerTriangle(lower));
        return Correlation.toCovariance(correlation, Correlation.deviations(covariance));
    }
}
