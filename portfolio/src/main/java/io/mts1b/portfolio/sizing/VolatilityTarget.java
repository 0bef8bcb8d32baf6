package io.mts1b.portfolio.sizing;

import io.mts1b.foundation.Require;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.statistics.Moments;
import java.util.Arrays;
import java.util.Objects;

/**
 * Scales weights so that the portfolio's recent volatility meets a target, down as well as up.
 *
 * <p>With weights {@code w}, returns {@code r_t} of the assets over the last {@code window} periods and
 * {@code s} the annualized sample standard deviation (divisor {@code window - 1}) of {@code sum_i w_i r_ti},
 * the scale is {@code min(target / s, maxScale)}. It assumes that volatility persists: the next
 * month resembles the last one.
 *
 * <p>Reference: A. Moreira and T. Muir, "Volatility-Managed Portfolios", Journal of Finance 72(4), 2017,
 * 1611-1644.
 *
 * @param annualVolatility the target as a fraction per square-root year, above 0
 * @param window how many of the latest returns are looked at, at least 2
 * @param periods how many return periods make a year
 * @param maxScale the largest factor, above 0; 1 for a fund that borrows nothing
 */
public record VolatilityTarget(double annualVolatility, int window, PeriodsPerYear periods, double maxScale) {

    /** Validates. */
    public VolatilityTarget {
        requirePositive("annualVolatility", annualVolatility);
        Require.that(window >= 2, "window must be at least 2, was " + window);
        Objects.requireNonNull(periods, "periods");
        requirePositive("maxScale", maxScale);
    }

    /**
     * Returns the factor for some weights.
     *
     * @param weights one per asset, finite
     * @param returns one column per asset, in the same order, simple returns as fractions, oldest first, at
     *     least {@link #window()} of them and of equal length; the last {@link #window()} must be finite
     * @return the factor, above 0; {@link #maxScale()} for a portfolio that did not move
     * @throws IllegalArgumentException if a shape or a value is not as above
     */
    public double scale(double[] weights, double[][] returns) {
        Require.that(
                weights.length == returns.length,
                "returns must have " + weights.length + " columns, had " + returns.length);
        double[] portfolio = new double[window];
        for (int asset = 0; asset < weights.length; asset++) {
            double weight = weights[asset];
            double[] column = returns[asset];
            Require.that(Double.isFinite(weight), "weight of asset " + asset + " must be finite, was " + weight);
            Require.that(
                    column.length >= window,
                    "returns of asset " + asset + " must be at least " + window + ", were " + column.length);
            for (int t = 0; t < window; t++) {
                double value = column[column.length - window + t];
                Require.that(Double.isFinite(value), "returns of asset " + asset + " must be finite, held " + value);
                portfolio[t] += weight * value;
            }
        }
        double deviation = periods.scaleByRoot(Moments.of(portfolio).standardDeviation());
        return deviation == 0 ? maxScale : Math.min(annualVolatility / deviation, maxScale);
    }

    /**
     * Scales weights.
     *
     * @param weights one per asset
     * @param returns one column per asset, in the same order, simple returns as fractions, oldest first; NaN where
     *     one is missing
     * @return the weights times {@link #scale}; refused if an asset has not a return in each period of the window
     * @throws IllegalArgumentException if the sizes differ or a return is infinite
     */
    public SizedWeights size(Weights weights, double[][] returns) {
        for (int asset = 0; asset < returns.length; asset++) {
            double[] column = returns[asset];
            int from = column.length - window;
            if (from < 0) {
                return new SizedWeights.Refused(
                        SizedWeights.Reason.TOO_LITTLE_HISTORY,
                        "returns must be at least " + window + ", were " + column.length);
            }
            if (Arrays.stream(column, from, column.length).anyMatch(Double::isNaN)) {
                return new SizedWeights.Refused(
                        SizedWeights.Reason.TOO_LITTLE_HISTORY,
                        "the last " + window + " returns of asset " + asset + " must not be missing, one is");
            }
        }
        double[] scaled = weights.toArray();
        double scale = scale(scaled, returns);
        for (int asset = 0; asset < scaled.length; asset++) {
            scaled[asset] *= scale;
        }
        return new SizedWeights.Sized(Weights.of(scaled));
    }

    private static void requirePositive(String name, double value) {
        Require.that(value > 0 && Double.isFinite(value), name + " must be positive, was " + value);
    }
}
