package io.mts1b.quantkit.clustering;

import io.mts1b.quantkit.covariance.SymmetricMatrix;

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
        return of(returns, Binned.suitable(returns));
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
        return Binned.of(returns, bins).distances((shared, joint, _) -> 1 - shared / joint);
    }
}
