package io.mts1b.quantkit.expectedreturns;

import io.mts1b.quantkit.metrics.CompoundReturn;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.statistics.Samples;

/** The mean of past returns, each asset over its own history. */
public final class HistoricalMean {

    private HistoricalMean() {}

    /**
     * Compounds: {@code (product of (1 + r[t]))^(periods per year / n) - 1}, the growth rate that was.
     *
     * @param returns one column of returns per asset, each at least -1, NaN where missing; not modified
     * @param periodsPerYear how many periods make a year
     * @return the annual return of each asset
     * @throws IllegalArgumentException if the panel is none, an asset has no return, or one is infinite or below -1
     */
    public static double[] compounded(double[][] returns, PeriodsPerYear periodsPerYear) {
        return History.each(returns, 1, present -> CompoundReturn.of(present).annualized(periodsPerYear));
    }

    /**
     * Adds up: {@code mean of r[t] * periods per year}, which is what a portfolio rebalanced every period expects.
     *
     * @param returns one column of returns per asset, NaN where missing; not modified
     * @param periodsPerYear how many periods make a year
     * @return the annual return of each asset
     * @throws IllegalArgumentException if the panel is none, an asset has no return, or one is infinite
     */
    public static double[] arithmetic(double[][] returns, PeriodsPerYear periodsPerYear) {
        return History.each(returns, 1, present -> periodsPerYear.scale(Samples.mean(present)));
    }
}
