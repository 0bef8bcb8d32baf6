package io.mts1b.quantkit.clustering;

import io.mts1b.quantkit.covariance.SymmetricMatrix;

/**
 * A distance that sees any dependence and is not put off by a second series that varies more: {@code 1 - I(x, y) /
 * max(H(x), H(y))}, with the mutual information {@code I} and the entropies {@code H} of returns sorted into bins of equal
 * width. It is a metric, never larger than the {@linkplain VariationOfInformation variation of information}: zero if one
 * tells all of the other, one if nothing.
 *
 * <p>Reference: A. Kraskov, H. Stögbauer, R. G. Andrzejak and P. Grassberger, "Hierarchical Clustering Using Mutual
 * Information", Europhysics Letters 70(2), 2005, 278-284, equation 5; M. López de Prado, "Machine Learning for Asset
 * Managers", Cambridge, 2020, chapter 3.
 */
public final class MutualInformation {

    private MutualInformation() {}

    /**
     * Measures with as many bins as suit uncorrelated series, as {@link VariationOfInformation#of(double[][])} does.
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
        return Binned.of(returns, bins).distances((shared, _, larger) -> 1 - shared / larger);
    }
}
