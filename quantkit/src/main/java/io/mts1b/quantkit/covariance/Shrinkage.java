package io.mts1b.quantkit.covariance;

/**
 * Shrinkage of the sample covariance by the intensity that minimises the expected squared error.
 *
 * <p>Each estimator takes O(assets^2 rows) for the sample, and O(assets rows) for the intensity. Where values are
 * missing, {@link Observations#COMPLETE} leaves those rows out and {@link Observations#PAIRWISE} counts a missing
 * return as zero, as PyPortfolioOpt does. The result is symmetric and, except for constant correlation on a ragged
 * panel, positive semidefinite.
 */
public final class Shrinkage {

    private Shrinkage() {}

    /**
     * Shrinks towards equal variances without correlation. Reference: O. Ledoit and M. Wolf, "A Well-Conditioned
     * Estimator for Large-Dimensional Covariance Matrices", Journal of Multivariate Analysis 88(2), 2004, 365-411.
     *
     * @param returns one column per asset, all of one length, NaN where missing; not modified
     * @param use which rows count where values are missing
     * @return the estimate, with divisor {@code n}
     * @throws IllegalArgumentException if the panel is none or holds fewer than 2 rows
     */
    public static ShrunkCovariance constantVariance(double[][] returns, Observations use) {
        double[][] x = Panel.centred(Panel.withoutGaps(returns, use));
        SymmetricMatrix sample = SampleMoments.covariance(x);
        double squares = SampleMoments.inner(sample, sample);
        double trace = SampleMoments.trace(sample);
        double distance = squares - trace * trace / x.length;
        double error = (SampleMoments.squaredNorms(x) / x[0].length - squares) / x[0].length;
        double intensity = distance > 0 ? Math.clamp(error / distance, 0.0, 1.0) : 0;
        return ShrunkCovariance.towardsIdentity(sample, intensity);
    }

    /**
     * Shrinks towards equal variances without correlation by the intensity that is optimal for normal returns.
     * Reference: Y. Chen, A. Wiesel, Y. C. Eldar and A. O. Hero, "Shrinkage Algorithms for MMSE Covariance
     * Estimation", IEEE Transactions on Signal Processing 58(10), 2010, 5016-5029, equation 23, without the terms
     * divided by the number of assets, as in scikit-learn.
     *
     * @param returns one column per asset, all of one length, NaN where missing; not modified
     * @param use which rows count where values are missing
     * @return the estimate, with divisor {@code n}
     * @throws IllegalArgumentException if the panel is none or holds fewer than 2 rows
     */
    public static ShrunkCovariance oracleApproximating(double[][] returns, Observations use) {
        double[][] x = Panel.centred(Panel.withoutGaps(returns, use));
        SymmetricMatrix sample = SampleMoments.covariance(x);
        double n = x.length;
        double mean = SampleMoments.trace(sample) / n;
        double alpha = SampleMoments.inner(sample, sample) / (n * n);
        double denominator = (x[0].length + 1) * (alpha - mean * mean / n);
        double intensity = denominator > 0 ? Math.min((alpha + mean * mean) / denominator, 1) : 1;
        return ShrunkCovariance.towardsIdentity(sample, intensity);
    }

    /**
     * Shrinks towards the covariance of a market model, whose factor is the mean of all assets. Reference: O. Ledoit
     * and M. Wolf, "Improved Estimation of the Covariance Matrix of Stock Returns with an Application to Portfolio
     * Selection", Journal of Empirical Finance 10(5), 2003, 603-621.
     *
     * @param returns one column per asset, all of one length, NaN where missing; not modified
     * @param use which rows count where values are missing
     * @return the estimate, with divisor {@code n}
     * @throws IllegalArgumentException if the panel is none or holds fewer than 2 rows, or the assets hedge each other
     *     so that their mean does not vary
     */
    public static ShrunkCovariance singleFactor(double[][] returns, Observations use) {
        return SingleFactorShrinkage.of(Panel.centred(Panel.withoutGaps(returns, use)));
    }

    /**
     * Shrinks towards the sample variances with one correlation, the mean one. Reference: O. Ledoit and M. Wolf,
     * "Honey, I Shrunk the Sample Covariance Matrix", Journal of Portfolio Management 30(4), 2004, 110-119,
     * appendix B. The sample has divisor {@code n - 1} and the intensity divisor {@code n}, as in PyPortfolioOpt.
     *
     * @param returns one column per asset, all of one length, NaN where missing; not modified
     * @param use which rows count where values are missing
     * @return the estimate
     * @throws IllegalArgumentException if the panel is none or holds fewer than 2 rows, or an asset does not vary
     */
    public static ShrunkCovariance constantCorrelation(double[][] returns, Observations use) {
        return ConstantCorrelationShrinkage.of(
                SampleCovariance.of(returns, use), Panel.centred(Panel.withoutGaps(returns, use)));
    }
}
