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

    /**
     * Returns Spearman's correlation, that of the ranks of returns: monotone dependence, which outliers do not sway. Equal
     * returns share the mean of their ranks. Reference: C. Spearman, "The Proof and Measurement of Association between Two
     * Things", American Journal of Psychology 15(1), 1904, 72-101.
     *
     * @param returns one column per asset, all of one length, at least 2 rows, nothing missing; not modified
     * @return the rank correlation
     * @throws IllegalArgumentException if the panel is none or has gaps, or an asset does not vary
     */
    public static SymmetricMatrix spearman(double[][] returns) {
        double[][] ranks = new double[returns.length][];
        for (int i = 0; i < returns.length; i++) {
            ranks[i] = ranks(Samples.requireFinite("asset " + i, returns[i], 2));
        }
        return Comovement.of(ranks, Observations.COMPLETE).correlation();
    }

    /**
     * Returns Kendall's correlation, of all pairs of rows how many more move the same way than not, {@code (c - d) /
     * sqrt((n - tx)(n - ty))} with {@code c} and {@code d} pairs that do and do not, {@code n} in all, and {@code tx} and
     * {@code ty} in which an asset does not move: tau-b. Reference: M. G. Kendall, "The Treatment of Ties in Ranking
     * Problems", Biometrika 33(3), 1945, 239-251.
     *
     * @param returns one column per asset, all of one length, at least 2 rows, nothing missing; not modified
     * @return the rank correlation
     * @throws IllegalArgumentException if the panel is none or has gaps, or an asset does not vary
     */
    public static SymmetricMatrix kendall(double[][] returns) {
        if (returns.length == 0) {
            throw new IllegalArgumentException("returns must hold at least 1 asset, held 0");
        }
        for (int i = 0; i < returns.length; i++) {
            Samples.requireFinite("asset " + i, returns[i], 2);
            Samples.requireLength("asset " + i, returns[i], returns[0].length);
        }
        KendallCorrelation pairs = new KendallCorrelation(returns);
        double[][] lower = new double[returns.length][];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                lower[i][j] = pairs.of(i, j);
            }
            lower[i][i] = 1;
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }

    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            // Kept where the first of the equal values stands.
            ranks[from] = (from + to - 1) / 2.0;
        }
        double[] found = new double[values.length];
        Arrays.setAll(found, t -> ranks[lowest(sorted, values[t])]);
        return found;
    }

    /** Returns the index of the first of some equal values. Zeros of both signs are equal. */
    private static int lowest(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the square roots of the diagonal. */
    static double[] deviations(SymmetricMatrix covariance) {
        double[] deviations = new double[covariance.size()];
        Arrays.setAll(deviations, i -> Math.sqrt(covariance.get(i, i)));
        return deviations;
    }
}
