package io.mts1b.quantkit.returns;

import io.mts1b.quantkit.statistics.Samples;
import java.util.function.UnaryOperator;

/**
 * Returns of prices, and the wealth that returns build.
 *
 * <p>Pure functions; arguments are not modified. A price is missing where it is NaN, and a return is
 * missing (NaN) where either of its two prices is: no price is carried forward.
 */
public final class Returns {

    private Returns() {}

    /**
     * Returns the simple returns {@code p[t] / p[t - 1] - 1}.
     *
     * @param prices positive prices, oldest first, NaN where missing; at least one
     * @return one return fewer than prices; element {@code t} leads to price {@code t + 1}
     * @throws IllegalArgumentException if there are no prices, or one is zero, negative or infinite
     */
    public static double[] simple(double[] prices) {
        double[] returns = growth(prices);
        for (int t = 0; t < returns.length; t++) {
            returns[t] -= 1;
        }
        return returns;
    }

    /**
     * Returns the logarithmic returns {@code ln(p[t] / p[t - 1])}.
     *
     * @param prices positive prices, oldest first, NaN where missing; at least one
     * @return one return fewer than prices; element {@code t} leads to price {@code t + 1}
     * @throws IllegalArgumentException if there are no prices, or one is zero, negative or infinite
     */
    public static double[] logarithmic(double[] prices) {
        double[] returns = growth(prices);
        for (int t = 0; t < returns.length; t++) {
            returns[t] = StrictMath.log(returns[t]);
        }
        return returns;
    }

    /**
     * Returns the {@linkplain #simple(double[]) simple returns} of a panel, column by column.
     *
     * @param prices one column of prices per asset, all of one length
     * @return one column of returns per asset
     * @throws IllegalArgumentException if a column differs in length, or holds a price that is refused
     */
    public static double[][] simple(double[][] prices) {
        return eachColumn(prices, Returns::simple);
    }

    /**
     * Returns the {@linkplain #logarithmic(double[]) logarithmic returns} of a panel, column by column.
     *
     * @param prices one column of prices per asset, all of one length
     * @return one column of returns per asset
     * @throws IllegalArgumentException if a column differs in length, or holds a price that is refused
     */
    public static double[][] logarithmic(double[][] prices) {
        return eachColumn(prices, Returns::logarithmic);
    }

    /**
     * Returns what was earned above a constant rate.
     *
     * @param returns returns per period
     * @param rate the rate per period, such as the riskless one
     * @return {@code returns[t] - rate}
     */
    public static double[] excess(double[] returns, double rate) {
        double[] excess = returns.clone();
        for (int t = 0; t < excess.length; t++) {
            excess[t] -= rate;
        }
        return excess;
    }

    /**
     * Returns what was earned above a benchmark in the same periods.
     *
     * @param returns returns per period
     * @param benchmark the returns of the benchmark, as many
     * @return {@code returns[t] - benchmark[t]}
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double[] excess(double[] returns, double[] benchmark) {
        Samples.requireLength("benchmark", benchmark, returns.length);
        double[] excess = returns.clone();
        for (int t = 0; t < excess.length; t++) {
            excess[t] -= benchmark[t];
        }
        return excess;
    }

    /**
     * Returns what one unit of money becomes when every return is reinvested:
     * {@code w[0] = 1, w[t + 1] = w[t] (1 + r[t])}.
     *
     * @param simpleReturns simple returns per period, finite and at least -1
     * @return the wealth before the first period and after each: one value more than returns
     * @throws IllegalArgumentException if a return is not finite, or loses more than everything
     */
    public static double[] wealth(double[] simpleReturns) {
        Samples.requireFinite("returns", simpleReturns, 0);
        double[] wealth = new double[simpleReturns.length + 1];
        wealth[0] = 1;
        for (int t = 0; t < simpleReturns.length; t++) {
            if (simpleReturns[t] < -1) {
                throw new IllegalArgumentException("returns must be at least -1, the loss of everything, was "
                        + simpleReturns[t] + " at index " + t);
            }
            wealth[t + 1] = wealth[t] * (1 + simpleReturns[t]);
        }
        return wealth;
    }

    private static double[] growth(double[] prices) {
        if (prices.length == 0) {
            throw new IllegalArgumentException("prices must hold at least 1 value, held 0");
        }
        for (int t = 0; t < prices.length; t++) {
            if (prices[t] <= 0 || prices[t] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("prices must be positive and finite, or NaN where missing, was "
                        + prices[t] + " at index " + t);
            }
        }
        double[] growth = new double[prices.length - 1];
        for (int t = 0; t < growth.length; t++) {
            growth[t] = prices[t + 1] / prices[t];
        }
        return growth;
    }

    private static double[][] eachColumn(double[][] prices, UnaryOperator<double[]> returns) {
        double[][] columns = new double[prices.length][];
        for (int asset = 0; asset < prices.length; asset++) {
            try {
                Samples.requireLength("prices", prices[asset], prices[0].length);
                columns[asset] = returns.apply(prices[asset]);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("asset " + asset + ": " + e.getMessage(), e);
            }
        }
        return columns;
    }
}
