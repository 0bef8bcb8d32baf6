package io.mts1b.quantkit.metrics;

import static io.mts1b.quantkit.metrics.PeriodsPerYear.TRADING_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.PriceFile;
import io.mts1b.quantkit.returns.Returns;
import io.mts1b.quantkit.statistics.Moments;
import io.mts1b.testkit.SharedData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every figure of empyrical-reloaded efe60664 and quantstats fbd10dae, on seven series of daily prices. */
@Tag(SharedData.TAG)
class MetricsGoldenTest {

    /** Two percent a year by division, the riskless rate per period that the expected figures were made with. */
    private static final double RISKLESS = 0.02 / 252;

    private static final double RELATIVE = 1e-12;

    @ParameterizedTest
    @CsvSource({
        "'SPY (equities_daily/ppo_spy_prices.csv.gz)', ppo_spy_prices, SPY",
        "'AAPL vs SPY (equities_daily/ppo_stock_prices.csv.gz; benchmark ppo_spy_prices)', ppo_stock_prices, AAPL",
        "'GE vs SPY (equities_daily/ppo_stock_prices.csv.gz; benchmark ppo_spy_prices)', ppo_stock_prices, GE",
        "'JPM vs SPY (equities_daily/ppo_stock_prices.csv.gz; benchmark ppo_spy_prices)', ppo_stock_prices, JPM",
        "'XOM vs SPY (equities_daily/ppo_stock_prices.csv.gz; benchmark ppo_spy_prices)', ppo_stock_prices, XOM",
        "'DJI close (equities_daily/dji_1928_2010.csv.gz, sorted ascending, column Close)', dji_1928_2010, Close",
        "'ORCL Adj Close (equities_daily/bt_orcl-1995-2014.csv.gz)', bt_orcl-1995-2014, Adj Close"
    })
    void every_figure_is_reproduced(String entry, String file, String column) {
        JsonNode golden = Goldens.json("metrics/metrics_expected.json").required(entry);
        PriceFile prices = PriceFile.read(file + ".csv.gz").only(column);
        double[] returns = Returns.simple(prices.columns()[0]);
        boolean benchmarked = golden.has("benchmark_n");
        PriceFile spy = benchmarked ? PriceFile.read("ppo_spy_prices.csv.gz").only("SPY") : prices;

        assertThat(returns).hasSize(golden.required("n").intValue());
        Map<String, OptionalDouble> empyrical = likeEmpyrical(returns);
        Map<String, OptionalDouble> quantstats = likeQuantstats(returns);
        if (benchmarked) {
            double[][] paired = pairedReturns(prices, spy);
            assertThat(paired[0]).hasSize(golden.required("benchmark_n").intValue());
            empyrical.putAll(likeEmpyrical(paired[0], paired[1]));
            quantstats.put("treynor", treynor(returns, backFilled(prices, spy)));
        } else {
            quantstats.put("treynor", OptionalDouble.empty());
        }
        assertReproduced(golden.required("empyrical"), empyrical);
        assertReproduced(golden.required("quantstats"), quantstats);
        assertDrawdowns(golden.required("top5_drawdowns"), Drawdowns.ofReturns(returns), prices.dates());
    }

    private static Map<String, OptionalDouble> likeEmpyrical(double[] r) {
        CompoundReturn growth = CompoundReturn.of(r);
        Map<String, OptionalDouble> found = new LinkedHashMap<>();
        found.put("cum_return_final", some(growth.total()));
        found.put("annual_return_cagr", some(growth.annualized(TRADING_DAYS)));
        found.put(
                "annual_volatility", some(TRADING_DAYS.scaleByRoot(Moments.of(r).standardDeviation())));
        found.put("sharpe_rf0", sharpe(r));
        found.put("sharpe_rf_per_period_7.936507936507937e-05", sharpe(Returns.excess(r, RISKLESS)));
        SortinoRatio sortino = SortinoRatio.of(r, 0).orElseThrow();
        found.put("sortino_mar0", some(sortino.annualized(TRADING_DAYS)));
        found.put(
                "sortino_mar_7.936507936507937e-05",
                some(SortinoRatio.of(r, RISKLESS).orElseThrow().annualized(TRADING_DAYS)));
        found.put("downside_risk_mar0", some(TRADING_DAYS.scaleByRoot(sortino.downsideDeviation())));
        found.put("max_drawdown", some(Drawdowns.ofReturns(r).maximum()));
        found.put("calmar", DrawdownRatios.calmar(r, TRADING_DAYS));
        found.put("omega_rf0_req0", OmegaRatio.of(r, 0));
        found.put("omega_required_annual_0.05", OmegaRatio.of(r, TRADING_DAYS.perPeriod(0.05)));
        found.put("stability_of_timeseries", Stability.of(r));
        found.put("tail_ratio", TailRatios.tail(r, 0.05));
        found.put("value_at_risk_5pct", some(ValueAtRisk.historical(r, 0.05)));
        found.put("value_at_risk_1pct", some(ValueAtRisk.historical(r, 0.01)));
        found.put("conditional_value_at_risk_5pct", some(ExpectedShortfall.ofWholePeriods(r, 0.05)));
        found.put("conditional_value_at_risk_1pct", some(ExpectedShortfall.ofWholePeriods(r, 0.01)));
        return found;
    }

    private static Map<String, OptionalDouble> likeEmpyrical(double[] r, double[] b) {
        MarketModel model = MarketModel.of(r, b).orElseThrow();
        Map<String, OptionalDouble> found = new LinkedHashMap<>();
        found.put("alpha_annualised_rf0", some(model.annualizedAlpha(TRADING_DAYS)));
        found.put("beta", some(model.beta()));
        found.put(
                "excess_sharpe_information_ratio_daily",
                some(BenchmarkRelative.informationRatio(r, b).orElseThrow().perPeriod()));
        found.put("up_capture", BenchmarkRelative.upCapture(r, b, TRADING_DAYS));
        found.put("down_capture", BenchmarkRelative.downCapture(r, b, TRADING_DAYS));
        found.put("up_down_capture", BenchmarkRelative.captureRatio(r, b, TRADING_DAYS));
        found.put("batting_average", BenchmarkRelative.battingAverage(r, b));
        found.put("tracking_error_annual_ddof1", some(TRADING_DAYS.scaleByRoot(BenchmarkRelative.trackingError(r, b))));
        return found;
    }

    private static Map<String, OptionalDouble> likeQuantstats(double[] r) {
        CompoundReturn growth = CompoundReturn.of(r);
        Moments moments = Moments.of(r);
        SharpeRatio sharpe = SharpeRatio.of(r).orElseThrow();
        SortinoRatio sortino = SortinoRatio.of(r, 0).orElseThrow();
        Drawdowns drawdowns = Drawdowns.ofReturns(r);
        double gaussian = ValueAtRisk.gaussian(r, 0.05);
        double penalty = Autocorrelation.penalty(r).orElseThrow();
        double skewness = moments.skewness().orElseThrow();
        double excess = moments.excessKurtosis().orElseThrow();
        Map<String, OptionalDouble> found = new LinkedHashMap<>();
        found.put("comp", some(growth.total()));
        found.put("cagr", some(growth.annualized(TRADING_DAYS)));
        found.put("expected_return", some(growth.perPeriod()));
        found.put("volatility", some(TRADING_DAYS.scaleByRoot(moments.standardDeviation())));
        found.put("skew", some(skewness));
        found.put("kurtosis_excess", some(excess));
        found.put("sharpe", some(sharpe.annualized(TRADING_DAYS)));
        found.put("smart_sharpe", some(sharpe.annualized(TRADING_DAYS) / penalty));
        // quantstats at this commit passes the excess kurtosis where the paper means the plain one.
        found.put("probabilistic_sharpe_ratio", sharpe.probabilityAbove(0, skewness, excess));
        found.put("sortino", some(sortino.annualized(TRADING_DAYS)));
        found.put("adjusted_sortino", some(sortino.adjusted(TRADING_DAYS)));
        found.put("max_drawdown", some(drawdowns.maximum()));
        found.put("calmar", DrawdownRatios.calmar(r, TRADING_DAYS));
        found.put("omega", OmegaRatio.of(r, 0));
        found.put("ulcer_index", drawdowns.ulcerIndex(1));
        found.put("ulcer_performance_index", DrawdownRatios.ulcerPerformance(r, 0));
        found.put("recovery_factor", DrawdownRatios.recoveryFactor(r));
        found.put("serenity_index", DrawdownRatios.serenity(r, 0));
        found.put("var_95_gaussian", some(gaussian));
        found.put("cvar_95", ExpectedShortfall.below(r, gaussian));
        found.put("tail_ratio", TailRatios.tail(r, 0.05));
        found.put("common_sense_ratio", TailRatios.commonSense(r, 0.05));
        found.put("outlier_win_ratio", TailRatios.outlierWin(r, 0.99));
        found.putAll(winsLikeQuantstats(WinLoss.of(r)));
        return found;
    }

    private static Map<String, OptionalDouble> winsLikeQuantstats(WinLoss record) {
        Map<String, OptionalDouble> found = new LinkedHashMap<>();
        found.put("win_rate", record.winRate());
        found.put("profit_factor", record.profitFactor());
        found.put("payoff_ratio", record.payoffRatio());
        found.put("gain_to_pain", record.gainToPain());
        found.put("kelly_criterion", record.edgeOverOdds());
        found.put("risk_of_ruin", record.riskOfRuin());
        found.put("consecutive_wins", some(record.longestWin()));
        found.put("consecutive_losses", some(record.longestLoss()));
        // quantstats rounds the exposure up to a whole percent.
        found.put("exposure", some(Math.ceil(record.exposure().orElseThrow() * 100) / 100));
        return found;
    }

    /** quantstats measures this beta on all returns, and that of the total return. */
    private static OptionalDouble treynor(double[] returns, double[] benchmark) {
        return MarketModel.of(returns, benchmark)
                .orElseThrow()
                .treynorRatio(CompoundReturn.of(returns).total());
    }

    private static void assertReproduced(JsonNode golden, Map<String, OptionalDouble> found) {
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(golden.propertyNames());
        found.forEach((name, value) -> {
            JsonNode expected = golden.required(name);
            if (expected.isNull()) {
                assertThat(value).as(name).isEmpty();
            } else {
                double tolerance = RELATIVE * Math.abs(expected.doubleValue()) + Double.MIN_NORMAL;
                assertThat(value.orElseThrow() - expected.doubleValue())
                        .as("%s: %s is not %s", name, value, expected)
                        .isBetween(-tolerance, tolerance);
            }
        });
    }

    private static void assertDrawdowns(JsonNode golden, Drawdowns drawdowns, List<String> dates) {
        List<Drawdown> deepest = drawdowns.deepest(golden.size());
        assertThat(deepest).hasSize(golden.size());
        for (int i = 0; i < golden.size(); i++) {
            Drawdown found = deepest.get(i);
            JsonNode expected = golden.get(i);
            assertThat(dates.get(found.peak()))
                    .isEqualTo(expected.required("peak").stringValue());
            assertThat(dates.get(found.valley()))
                    .isEqualTo(expected.required("valley").stringValue());
            assertThat(found.recovered())
                    .isEqualTo(!expected.required("recovery").isNull());
            found.recovery()
                    .ifPresent(t -> assertThat(dates.get(t))
                            .isEqualTo(expected.required("recovery").stringValue()));
            assertThat(found.depth() / expected.required("depth").doubleValue() - 1)
                    .isBetween(-RELATIVE, RELATIVE);
        }
    }

    /** The returns of both on the dates on which both have one. */
    private static double[][] pairedReturns(PriceFile prices, PriceFile benchmark) {
        double[] own = Returns.simple(prices.columns()[0]);
        double[] theirs = Returns.simple(benchmark.columns()[0]);
        List<double[]> pairs = new ArrayList<>();
        for (int t = 1; t < prices.dates().size(); t++) {
            int u = benchmark.dates().indexOf(prices.dates().get(t));
            if (u > 0) {
                pairs.add(new double[] {own[t - 1], theirs[u - 1]});
            }
        }
        return new double[][] {
            pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
            pairs.stream().mapToDouble(pair -> pair[1]).toArray()
        };
    }

    /**
     * The returns of the benchmark on the dates of the prices, as quantstats has them: wealth is rebuilt from the
     * benchmark's returns, a date without a value takes the next one, and the first return is zero.
     */
    private static double[] backFilled(PriceFile prices, PriceFile benchmark) {
        double[] wealth = Returns.wealth(Returns.simple(benchmark.columns()[0]));
        List<String> known = benchmark.dates().subList(1, benchmark.dates().size());
        double[] levels = prices.dates().stream()
                .skip(1)
                .mapToDouble(date -> {
                    int found = Collections.binarySearch(known, date);
                    return wealth[1 + (found < 0 ? -found - 1 : found)];
                })
                .toArray();
        double[] returns = new double[levels.length];
        System.arraycopy(Returns.simple(levels), 0, returns, 1, levels.length - 1);
        return returns;
    }

    private static OptionalDouble sharpe(double[] excess) {
        return some(SharpeRatio.of(excess).orElseThrow().annualized(TRADING_DAYS));
    }

    private static OptionalDouble some(double value) {
        return OptionalDouble.of(value);
    }
}
