package io.mts1b.quantkit.expectedreturns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.PriceFile;
import io.mts1b.quantkit.metrics.CompoundReturn;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.returns.Returns;
import io.mts1b.testkit.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Twenty stocks, 1990 to 2018, as PyPortfolioOpt 65cabcee estimates what they earn. */
@Tag(SharedData.TAG)
class ExpectedReturnsGoldenTest {

    private static final PeriodsPerYear DAYS = PeriodsPerYear.TRADING_DAYS;

    @ParameterizedTest
    @ValueSource(strings = {"ppo20_common_window", "ppo20_full_ragged"})
    void estimates_are_those_of_pyportfolioopt(String file) {
        PriceFile all = PriceFile.read("ppo_stock_prices.csv.gz");
        PriceFile prices = file.equals("ppo20_common_window") ? all.complete() : all;
        double[][] returns = Returns.simple(prices.columns());
        double[][] logarithmic = Returns.logarithmic(prices.columns());
        double[] market = CapitalAssetPricing.equalWeightMarket(returns);
        double premium = CompoundReturn.of(market).annualized(DAYS);
        JsonNode golden = Goldens.json("pypfopt/" + file + ".json");

        check(prices, golden, "mean_historical_return", HistoricalMean.compounded(returns, DAYS));
        check(prices, golden, "mean_historical_return_arith", HistoricalMean.arithmetic(returns, DAYS));
        check(prices, golden, "mean_historical_return_log", HistoricalMean.compounded(logarithmic, DAYS));
        check(prices, golden, "ema_historical_return_span500", ExponentialMean.compounded(returns, 500, DAYS));
        check(prices, golden, "capm_return_equal_weight_market", CapitalAssetPricing.of(returns, market, premium, 0));
    }

    private static void check(PriceFile prices, JsonNode golden, String name, double[] found) {
        double[] expected = Goldens.numbers(golden.required(name), prices.names());
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).as(name).isCloseTo(expected[i], within(1e-11 * Math.abs(expected[i])));
        }
    }
}
