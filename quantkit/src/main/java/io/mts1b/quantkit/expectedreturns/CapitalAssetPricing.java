package io.mts1b.quantkit.expectedreturns;

import io.mts1b.quantkit.statistics.LinearFit;
import io.mts1b.quantkit.statistics.Moments;
import io.mts1b.quantkit.statistics.Samples;
import java.util.stream.IntStream;

/**
 * What assets should earn for moving with the market: {@code riskless + beta[i] (market - riskless)}.
 *
 * <p>Beta is the covariance of asset and market over the rows in which the asset has a return, divided by the variance of
 * the market over all rows. Reference: W. F. Sharpe, "Capital Asset Prices: A Theory of Market Equilibrium under
 * Conditions of Risk", Journal of Finance 19(3), 1964, 425-442.
 */
public final class CapitalAssetPricing {

    private CapitalAssetPricing() {}

    /**
     * Returns what each asset should earn in a year.
     *
     * @param returns one column of returns per asset, NaN where missing; not modified
     * @param market the returns of the market, of the same rows, nothing missing
     * @param marketReturn what the market is expected to return in a year
     * @param riskless what a riskless investment returns in a year
     * @return the annual return of each asset
     * @throws IllegalArgumentException if the panel is none, the market does not fit it or does not vary, or an asset has
     *     fewer than 2 returns
     */
    public static double[] of(double[][] returns, double[] market, double marketReturn, double riskless) {
        History.each(returns, 2, Samples::mean);
        Samples.requireLength("market", market, returns[0].length);
        double variance = Moments.of(market).variance();
        if (variance == 0) {
            throw new IllegalArgumentException("market must vary, was constant");
        }
        double[] expected = new double[returns.length];
        for (int i = 0; i < returns.length; i++) {
            double[] column = returns[i];
            int[] rows = IntStream.range(0, column.length)
                    .filter(t -> !Double.isNaN(column[t]))
                    .toArray();
            double[] own = IntStream.of(rows).mapToDouble(t -> column[t]).toArray();
            double[] shared = IntStream.of(rows).mapToDouble(t -> market[t]).toArray();
            double products = LinearFit.of(shared, own).map(LinearFit::products).orElse(0.0);
            expected[i] = riskless + products / (rows.length - 1) / variance * (marketReturn - riskless);
        }
        return expected;
    }

    /**
     * Returns the market that holds the same of every asset: for each row, the mean of the returns that are there.
     *
     * @param returns one column of returns per asset, NaN where missing; not modified
     * @return one return per row
     * @throws IllegalArgumentException if the panel is none, or a row has no return at all
     */
    public static double[] equalWeightMarket(double[][] returns) {
        History.each(returns, 1, Samples::mean);
        double[] market = new double[returns[0].length];
        for (int t = 0; t < market.length; t++) {
            double sum = 0;
            int present = 0;
            for (double[] column : returns) {
                if (!Double.isNaN(column[t])) {
                    sum += column[t];
                    present++;
                }
            }
            if (present == 0) {
                throw new IllegalArgumentException("row " + t + " must hold at least 1 return, held 0");
            }
            market[t] = sum / present;
        }
        return market;
    }
}
