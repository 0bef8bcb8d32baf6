package io.mts1b.quantkit.expectedreturns;

import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.statistics.Samples;

/**
 * The mean of past returns, the recent ones counting more: {@code sum w[t] r[t] / sum w[t]} with
 * {@code w = (1 - a)^age} and {@code a = 2 / (span + 1)}, age in rows of the panel whether or not a value is missing.
 *
 * <p>Reference: J. S. Hunter, "The Exponentially Weighted Moving Average", Journal of Quality Technology 18(4), 1986,
 * 203-210; the adjusted form of pandas.
 */
public final class ExponentialMean {

    private ExponentialMean() {}

    /**
     * Compounds the mean over a year: {@code (1 + mean)^(periods per year) - 1}.
     *
     * @param returns one column of returns per asset, NaN where missing; not modified
     * @param span how many rows back the mean age lies, above 1
     * @param periodsPerYear how many periods make a year
     * @return the annual return of each asset
     * @throws IllegalArgumentException if the panel is none, the span is out of range, an asset has no return, or one is
     *     infinite
     */
    public static double[] compounded(double[][] returns, double span, PeriodsPerYear periodsPerYear) {
        double[] means = means(returns, span);
        for (int i = 0; i < means.length; i++) {
            means[i] = periodsPerYear.compound(means[i]);
        }
        return means;
    }

    /**
     * Adds the mean up over a year: {@code mean * periods per year}.
     *
     * @param returns one column of returns per asset, NaN where missing; not modified
     * @param span how many rows back the mean age lies, above 1
     * @param periodsPerYear how many periods make a year
     * @return the annual return of each asset
     * @throws IllegalArgumentException if the panel is none, the span is out of range, an asset has no return, or one is
     *     infinite
     */
    public static double[] arithmetic(double[][] returns, double span, PeriodsPerYear periodsPerYear) {
        double[] means = means(returns, span);
        for (int i = 0; i < means.length; i++) {
            means[i] = periodsPerYear.scale(means[i]);
        }
        return means;
    }

    private static double[] means(double[][] returns, double span) {
        if (!(span > 1 && span < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("span must be finite and above 1, was " + span);
        }
        History.each(returns, 1, Samples::mean);
        double decay = 1 - 2 / (span + 1);
        double[] means = new double[returns.length];
        for (int asset = 0; asset < returns.length; asset++) {
            double sum = 0;
            double weight = 0;
            for (double r : returns[asset]) {
                boolean present = !Double.isNaN(r);
                sum = decay * sum + (present ? r : 0);
                weight = decay * weight + (present ? 1 : 0);
            }
            means[asset] = sum / weight;
        }
        return means;
    }
}
