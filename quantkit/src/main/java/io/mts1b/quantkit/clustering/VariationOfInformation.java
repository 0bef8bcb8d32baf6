package io.mts1b.quantkit.clustering;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.statistics.Samples;

/**
 * A distance that sees any dependence, not only linear: {@code 1 - I(x, y) / H(x, y)}, with the mutual information
 * {@code I} and the joint entropy {@code H} of returns sorted into bins of equal width. It is a metric: zero if one tells
 * all of the other, one if nothing.
 *
 * <p>Reference: A. Kraskov, H. Stögbauer, R. G. Andrzejak and P. Grassberger, "Hierarchical Clustering Using Mutual
 * Information", Europhysics Letters 70(2), 2005, 278-284; M. López de Prado, "Machine Learning for Asset Managers",
 * Cambridge, 2020, chapter 3.
 */
public final class VariationOfInformation {

    private VariationOfInformation() {}

    /**
     * Measures with as many bins as suit uncorrelated series, {@code round(z / 6 + 2 / (3 z) + 1 / 3)} with
     * {@code z = cbrt(8 + 324 n + 12 sqrt(36 n + 729 n^2))} for {@code n} rows. Reference: A. Hacine-Gharbi, P. Ravier, R.
     * Harba and T. Mohamadi, "Low Bias Histogram-Based Estimation of Mutual Information", Pattern Recognition Letters
     * 33(10), 2012, 1302-1308.
     *
     * @param returns one column of finite returns per asset, all of one length, at least 2 rows, that vary
     * @return the distances in [0, 1]
     * @throws IllegalArgumentException if there is no asset, the columns differ in length, or an asset does not vary
     */
    public static SymmetricMatrix of(double[][] returns) {
        if (returns.length == 0) {
            throw new IllegalArgumentException("returns must hold at least 1 asset, held 0");
        }
        double n = returns[0].length;
        double z = StrictMath.cbrt(8 + 324 * n + 12 * Math.sqrt(36 * n + 729 * n * n));
        return of(returns, (int) Math.max(Math.round(z / 6 + 2 / (3 * z) + 1.0 / 3), 2));
    }

    /**
     * Measures with a number of bins.
     *
     * @param returns one column of finite returns per asset, all of one length, at least 2 rows, that vary
     * @param bins how many bins the range of each asset is divided into, at least 2
     * @return the distances in [0, 1]
     * @throws IllegalArgumentException if there is no asset, the columns differ in length, an asset does not vary, or there
     *     are fewer than 2 bins
     */
    public static SymmetricMatrix of(double[][] returns, int bins) {
        if (bins < 2 || returns.length == 0) {
            throw new IllegalArgumentException(
                    "bins must be at least 2 and assets at least 1, were " + bins + " and " + returns.length);
        }
        int[][] sorted = new int[returns.length][];
        double[][] lower = new double[returns.length][];
        for (int i = 0; i < returns.length; i++) {
            Samples.requireLength("asset " + i, returns[i], returns[0].length);
            sorted[i] = sort(i, Samples.requireFinite("asset " + i, returns[i], 2), bins);
            lower[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                lower[i][j] = distance(sorted[i], sorted[j], bins);
            }
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }

    private static int[] sort(int asset, double[] values, int bins) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (!(most > least)) {
            throw new IllegalArgumentException("asset " + asset + " must vary, was constant at " + least);
        }
        int[] sorted = new int[values.length];
        for (int t = 0; t < values.length; t++) {
            // Halved, so that no difference overflows.
            double part = (values[t] / 2 - least / 2) / (most / 2 - least / 2);
            sorted[t] = Math.min((int) (part * bins), bins - 1);
        }
        return sorted;
    }

    private static double distance(int[] x, int[] y, int bins) {
        double[] ofX = new double[bins];
        double[] ofY = new double[bins];
        double[] ofBoth = new double[bins * bins];
        for (int t = 0; t < x.length; t++) {
            ofX[x[t]]++;
            ofY[y[t]]++;
            ofBoth[x[t] * bins + y[t]]++;
        }
        double joint = entropy(ofBoth, x.length);
        double shared = entropy(ofX, x.length) + entropy(ofY, x.length) - joint;
        return Math.clamp(1 - shared / joint, 0.0, 1.0);
    }

    private static double entropy(double[] counts, int rows) {
        double sum = 0;
        for (double count : counts) {
            sum -= count == 0 ? 0 : count / rows * StrictMath.log(count / rows);
        }
        return sum;
    }
}
