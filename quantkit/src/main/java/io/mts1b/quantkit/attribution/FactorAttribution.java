package io.mts1b.quantkit.attribution;

import io.mts1b.foundation.Require;

/**
 * What of a portfolio's returns factors account for.
 *
 * <p>On each date the exposure to a factor is {@code sum over assets of weight loading}; its contribution is exposure
 * times the factor's return; the common return is the sum of these, and the rest is specific to what was held.
 *
 * <p>Reference: R. Grinold and R. Kahn, "Active Portfolio Management", 2nd edition, 1999, chapter 17. Immutable and
 * thread-safe.
 */
public final class FactorAttribution {

    private final double[][] exposures;
    private final double[][] contributions;
    private final double[] common;
    private final double[] specific;

    private FactorAttribution(double[][] exposures, double[][] contributions, double[] common, double[] specific) {
        this.exposures = exposures;
        this.contributions = contributions;
        this.common = common;
        this.specific = specific;
    }

    /**
     * Attributes returns.
     *
     * @param returns T returns of the portfolio
     * @param weights A columns of T weights held during each period, cash left out
     * @param loadings F times A columns of T loadings of each asset on each factor
     * @param factorReturns F columns of T returns of the factors
     * @return the attribution
     * @throws IllegalArgumentException if shapes differ or a number is not finite
     */
    public static FactorAttribution of(
            double[] returns, double[][] weights, double[][][] loadings, double[][] factorReturns) {
        int factors = factorReturns.length;
        int dates = returns.length;
        require("returns", returns, dates);
        require("weights", weights, weights.length, dates);
        require("factor returns", factorReturns, factors, dates);
        Require.that(loadings.length == factors, "loadings must be of " + factors + " factors, of " + loadings.length);
        double[][] exposures = new double[factors][dates];
        double[][] contributions = new double[factors][dates];
        double[] common = new double[dates];
        for (int f = 0; f < factors; f++) {
            require("loadings on factor " + f, loadings[f], weights.length, dates);
            for (int t = 0; t < dates; t++) {
                for (int a = 0; a < weights.length; a++) {
                    exposures[f][t] += weights[a][t] * loadings[f][a][t];
                }
                contributions[f][t] = exposures[f][t] * factorReturns[f][t];
                common[t] += contributions[f][t];
            }
        }
        double[] specific = new double[dates];
        for (int t = 0; t < dates; t++) {
            specific[t] = returns[t] - common[t];
        }
        return new FactorAttribution(exposures, contributions, common, specific);
    }

    /**
     * Returns what the portfolio was exposed to.
     *
     * @param factor which factor, from 0
     * @return T exposures
     */
    public double[] exposures(int factor) {
        return exposures[factor].clone();
    }

    /**
     * Returns what a factor contributed.
     *
     * @param factor which factor, from 0
     * @return T returns
     */
    public double[] contributions(int factor) {
        return contributions[factor].clone();
    }

    /**
     * Returns what all factors contributed.
     *
     * @return T returns
     */
    public double[] common() {
        return common.clone();
    }

    /**
     * Returns what no factor contributed.
     *
     * @return T returns
     */
    public double[] specific() {
        return specific.clone();
    }

    private static void require(String name, double[][] columns, int count, int dates) {
        Require.that(columns.length == count, name + " must have " + count + " columns, had " + columns.length);
        for (double[] column : columns) {
            require(name, column, dates);
        }
    }

    private static void require(String name, double[] column, int dates) {
        Require.that(column.length == dates, name + " must have " + dates + " rows, had " + column.length);
        for (double value : column) {
            Require.that(Double.isFinite(value), name + " must be finite, held " + value);
        }
    }
}
