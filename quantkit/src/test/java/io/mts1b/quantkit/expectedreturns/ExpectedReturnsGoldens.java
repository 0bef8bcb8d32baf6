package io.mts1b.quantkit.expectedreturns;

import io.mts1b.quantkit.metrics.CompoundReturn;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.StockWindow;
import io.mts1b.quantkit.parity.Tolerance;
import io.mts1b.quantkit.returns.Returns;

/** What stocks earn, as PyPortfolioOpt estimates it. */
public final class ExpectedReturnsGoldens {

    private static final PeriodsPerYear DAYS = PeriodsPerYear.TRADING_DAYS;

    private ExpectedReturnsGoldens() {}

    public static void compare(StockWindow stocks, Sheet sheet) {
        double[][] returns = stocks.returns();
        double[][] logarithmic = Returns.logarithmic(stocks.prices().columns());
        double[] market = CapitalAssetPricing.equalWeightMarket(returns);
        double premium = CompoundReturn.of(market).annualized(DAYS);

        compare(stocks, sheet, "mean_historical_return", HistoricalMean.compounded(returns, DAYS));
        compare(stocks, sheet, "mean_historical_return_arith", HistoricalMean.arithmetic(returns, DAYS));
        compare(stocks, sheet, "mean_historical_return_log", HistoricalMean.compounded(logarithmic, DAYS));
        compare(stocks, sheet, "ema_historical_return_span500", ExponentialMean.compounded(returns, 500, DAYS));
        // The golden was made without a riskless rate.
        compare(stocks, sheet, "capm_return_equal_weight_market", CapitalAssetPricing.of(returns, market, premium, 0));
    }

    private static void compare(StockWindow stocks, Sheet sheet, String golden, double[] ours) {
        double[] theirs = stocks.numbers(stocks.golden().required(golden));
        sheet.numbers(golden, stocks.names(), theirs, ours, Tolerance.FORMULA);
    }
}
