package io.mts1b.quantkit.expectedreturns;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.LdlFactorization;
import io.mts1b.quantkit.linearalgebra.SymmetricEigen;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;

/**
 * Means pulled towards a common value: {@code intensity * target + (1 - intensity) * mean}.
 *
 * <p>Of three or more means, the sample means are never the best guess, whatever the truth: C. Stein, "Inadmissibility of
 * the Usual Estimator for the Mean of a Multivariate Normal Distribution", Proceedings of the Third Berkeley Symposium 1,
 * 1956, 197-206. Immutable and thread-safe.
 */
public final class ShrunkMean {

    private final double[] means;
    private final double intensity;

    private ShrunkMean(double[] means, double intensity) {
        this.means = means;
        this.intensity = intensity;
    }

    /**
     * Pulls means towards one target by a given intensity.
     *
     * @param means one mean per asset
     * @param target where to, such as the riskless rate
     * @param intensity how far, in [0, 1]
     * @return the shrunk means
     * @throws IllegalArgumentException if a mean or the target is not finite, or the intensity is out of range
     */
    public static ShrunkMean towards(double[] means, double target, double intensity) {
        Samples.requireFinite("means", means, 1);
        if (!Double.isFinite(target)) {
            throw new IllegalArgumentException("target must be finite, was " + target);
        }
        if (!(intensity >= 0 && intensity <= 1)) {
            throw new IllegalArgumentException("intensity must be in [0, 1], was " + intensity);
        }
        double[] shrunk = new double[means.length];
        Arrays.setAll(shrunk, i -> intensity * target + (1 - intensity) * means[i]);
        return new ShrunkMean(shrunk, intensity);
    }

    /**
     * Pulls means towards their own mean, by the intensity of James and Stein for errors that correlate:
     * {@code (sum of l - 2 max l) / (n ||means - target||^2)} with {@code l} the eigenvalues of the covariance, clamped
     * to [0, 1].
     *
     * <p>Reference: W. James and C. Stein, "Estimation with Quadratic Loss", Proceedings of the Fourth Berkeley Symposium
     * 1, 1961, 361-379; in the form of A. Meucci, "Risk and Asset Allocation", Springer, 2005, equation 4.142.
     *
     * @param means one sample mean per asset
     * @param covariance the covariance of the returns, in the same unit of time as the means
     * @param rows how many returns each mean is of, in that unit of time: years for annual means
     * @return the shrunk means
     * @throws IllegalArgumentException if the shapes differ, or there are no rows
     */
    public static ShrunkMean jamesStein(double[] means, SymmetricMatrix covariance, double rows) {
        requireSample(means, covariance, rows);
        double[] values = SymmetricEigen.of(covariance.toArray()).values();
        double target = Samples.mean(means);
        return towards(
                means, target, ratio((Samples.sum(values) - 2 * values[0]) / rows, squaredDistance(means, target)));
    }

    /**
     * Pulls means towards the mean of the portfolio of least variance, by the intensity of Jorion:
     * {@code (N + 2) / (N + 2 + n d)} with {@code d = (means - target)' C^-1 (means - target)}.
     *
     * <p>Reference: P. Jorion, "Bayes-Stein Estimation for Portfolio Analysis", Journal of Financial and Quantitative
     * Analysis 21(3), 1986, 279-292.
     *
     * @param means one sample mean per asset
     * @param covariance the covariance of the returns, in the same unit of time as the means; positive definite
     * @param rows how many returns each mean is of, in that unit of time: years for annual means
     * @return the shrunk means
     * @throws IllegalArgumentException if the shapes differ, there are no rows, or the covariance is singular
     */
    public static ShrunkMean bayesStein(double[] means, SymmetricMatrix covariance, double rows) {
        requireSample(means, covariance, rows);
        LdlFactorization solver = LdlFactorization.ofPositiveDefinite(covariance.toArray())
                .orElseThrow(() -> new IllegalArgumentException(
                        "covariance must be positive definite: shrink it, or use James-Stein"));
        double[] ones = new double[means.length];
        Arrays.fill(ones, 1);
        double[] inverse = solver.solve(ones);
        double target = Vectors.dot(inverse, means) / Samples.sum(inverse);
        double[] apart = new double[means.length];
        Arrays.setAll(apart, i -> means[i] - target);
        double distance = Vectors.dot(apart, solver.solve(apart.clone()));
        double degrees = means.length + 2;
        return towards(means, target, degrees / (degrees + rows * distance));
    }

    private static void requireSample(double[] means, SymmetricMatrix covariance, double rows) {
        Samples.requireFinite("means", means, 1);
        Samples.requireLength("means", means, covariance.size());
        if (!(rows > 0 && rows < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rows must be positive and finite, was " + rows);
        }
    }

    private static double squaredDistance(double[] means, double target) {
        double squares = 0;
        for (double mean : means) {
            squares += (mean - target) * (mean - target);
        }
        return squares;
    }

    /** Means that do not differ are where they are pulled to already, however far. */
    private static double ratio(double error, double distance) {
        return distance > 0 ? Math.clamp(error / distance, 0.0, 1.0) : 1;
    }

    /**
     * Returns the shrunk means.
     *
     * @return a new array, one mean per asset
     */
    public double[] means() {
        return means.clone();
    }

    /**
     * Returns how far they were pulled.
     *
     * @return the intensity, in [0, 1]
     */
    public double intensity() {
        return intensity;
    }
}
