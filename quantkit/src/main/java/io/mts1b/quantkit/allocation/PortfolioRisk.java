package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.covariance.FactorCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;
import java.util.stream.IntStream;

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
    static ConvexRisk variance(SymmetricMatrix covariance) {
        return new Variance(covariance);
    }

    /**
     * Returns the variance of returns, without ever making the covariance dense.
     *
     * @param covariance the covariance of the assets, kept as factors
     * @return the variance per period as a measure of risk
     */
    static ConvexRisk variance(FactorCovariance covariance) {
        return new FactorVariance(covariance);
    }

    /**
     * Returns the mean square of what returns fall short of a target, {@code sum of min(r[t] - target, 0)^2 / n}, where
     * the target is per unit of capital invested. Reference: H. Markowitz, "Portfolio Selection", Wiley, 1959, chapter 9.
     *
     * @param returns one column of finite returns per asset, all of one length, at least one row; copied
     * @param target what a return must reach per period
     * @return the semivariance per period as a measure of risk
     * @throws IllegalArgumentException if the returns are ragged or not finite, or the target is not finite
     */
    static ConvexRisk semivariance(double[][] returns, double target) {
        if (!Double.isFinite(target)) {
            throw new IllegalArgumentException("target must be finite, was " + target);
        }
        Scenarios scenarios = Scenarios.of(returns);
        double[] targets = new double[returns.length];
        Arrays.fill(targets, target);
        return new Semivariance(scenarios.less(targets), scenarios.count());
    }

    /**
     * Returns the semivariance below the mean, {@code sum of min(r[t] - mean, 0)^2 / (n - 1)}.
     *
     * @param returns one column of finite returns per asset, all of one length, at least two rows; copied
     * @return the semivariance per period as a measure of risk
     * @throws IllegalArgumentException if the returns are ragged, not finite, or of fewer than two rows
     */
    static ConvexRisk semivariance(double[][] returns) {
        Scenarios scenarios = Scenarios.of(returns);
        if (scenarios.count() < 2) {
            throw new IllegalArgumentException("returns must hold at least 2 rows, held " + scenarios.count());
        }
        return new Semivariance(scenarios.less(scenarios.means()), scenarios.count() - 1);
    }

    /**
     * Returns the mean absolute deviation from the mean. Reference: H. Konno and H. Yamazaki, "Mean-Absolute Deviation
     * Portfolio Optimization Model and its Applications to Tokyo Stock Market", Management Science 37(5), 1991, 519-531.
     *
     * @param returns one column of finite returns per asset, all of one length, at least one row; copied
     * @return the mean absolute deviation per period as a measure of risk
     * @throws IllegalArgumentException if the returns are ragged or not finite
     */
    static ConvexRisk meanAbsoluteDeviation(double[][] returns) {
        Scenarios scenarios = Scenarios.of(returns);
        return new AbsoluteDeviation(scenarios.less(scenarios.means()));
    }

    /**
     * Returns the expected loss in the worst periods of a history, as a positive number: the negative of
     * {@link io.mts1b.quantkit.metrics.ExpectedShortfall#coherent}. Reference: R. T. Rockafellar and S. Uryasev,
     * "Optimization of Conditional Value-at-Risk", Journal of Risk 2(3), 2000, 21-41.
     *
     * @param returns one column of finite returns per asset, all of one length, at least one row; copied
     * @param tail which fraction of the periods is the worst, in (0, 1), such as 0.05
     * @return the conditional value at risk per period as a measure of risk
     * @throws IllegalArgumentException if the returns are ragged or not finite, or the tail is out of range
     */
    static ConvexRisk conditionalValueAtRisk(double[][] returns, double tail) {
        return new TailLoss(Scenarios.of(returns), Scenarios.requireTail(tail));
    }

    /**
     * Returns the entropic value at risk, the tightest bound that exponential moments set to the loss in the worst
     * periods: {@code min over s > 0 of s log(mean of exp(-r[t] / s) / tail)}. Reference: A. Ahmadi-Javid, "Entropic
     * Value-at-Risk: A New Coherent Risk Measure", Journal of Optimization Theory and Applications 155(3), 2012, 1105-1123.
     *
     * @param returns one column of finite returns per asset, all of one length, at least one row; copied
     * @param tail which fraction of the periods is the worst, in (0, 1), such as 0.05
     * @return the entropic value at risk per period as a measure of risk
     * @throws IllegalArgumentException if the returns are ragged or not finite, or the tail is out of range
     */
    static ConvexRisk entropicValueAtRisk(double[][] returns, double tail) {
        return new EntropicTailLoss(Scenarios.of(returns), Scenarios.requireTail(tail));
    }

    /**
     * Returns the mean of the deepest drawdowns of a history, of sums of returns that are not reinvested, measured from the
     * high so far, zero at the start. Reference: A. Chekhlov, S. Uryasev and M. Zabarankin, "Drawdown Measure in Portfolio
     * Optimization", International Journal of Theoretical and Applied Finance 8(1), 2005, 13-58.
     *
     * @param returns one column of finite returns per asset, oldest first, all of one length, at least one row; copied
     * @param tail which fraction of the periods counts, those of the deepest drawdowns, in (0, 1), such as 0.05
     * @return the conditional drawdown at risk as a measure of risk
     * @throws IllegalArgumentException if the returns are ragged or not finite, or the tail is out of range
     */
    static ConvexRisk conditionalDrawdownAtRisk(double[][] returns, double tail) {
        return new TailDrawdown(Scenarios.of(returns), Scenarios.requireTail(tail));
    }

    /**
     * Measures a portfolio of all assets.
     *
     * @param weights one weight per asset
     * @return the risk
     * @throws IllegalArgumentException if there are not as many weights as assets
     */
    default double of(Weights weights) {
        double[] all = weights.toArray();
        Samples.requireLength("weights", all, assets());
        return of(IntStream.range(0, all.length).toArray(), all);
    }
}
