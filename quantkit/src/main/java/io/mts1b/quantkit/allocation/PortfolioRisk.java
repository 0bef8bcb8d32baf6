package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.covariance.SymmetricMatrix;

/**
 * How risky it is to hold some assets and nothing else.
 *
 * <p>An implementation is a pure function, safe for use by many threads, and homogeneous: its units are
 * those of the measure, the same for every portfolio.
 */
public interface PortfolioRisk {

    /**
     * Returns how many assets it knows.
     *
     * @return the number of assets, which go by {@code 0} to {@code assets() - 1}
     */
    int assets();

    /**
     * Measures a portfolio.
     *
     * @param members the assets held, each once
     * @param weights how much of each, as many
     * @return the risk
     */
    double of(int[] members, double[] weights);

    /**
     * Returns the variance of returns, {@code sum of w[i] w[j] c[i][j]}.
     *
     * @param covariance the covariance of the assets
     * @return the variance per period as a measure of risk
     */
    static PortfolioRisk variance(SymmetricMatrix covariance) {
        return new Variance(covariance);
    }

    /**
     * Returns the expected loss in the worst periods of a history, as a positive number: the negative of
     * {@link io.mts1b.quantkit.metrics.ExpectedShortfall#coherent}.
     *
     * @param returns one column of finite returns per asset, all of one length, at least one row; copied
     * @param tail which fraction of the periods is the worst, in (0, 1), such as 0.05
     * @return the conditional value at risk per period as a measure of risk
     * @throws IllegalArgumentException if the returns are ragged or not finite, or the tail is out of range
     */
    static PortfolioRisk conditionalValueAtRisk(double[][] returns, double tail) {
        return TailLoss.of(returns, tail);
    }
}
