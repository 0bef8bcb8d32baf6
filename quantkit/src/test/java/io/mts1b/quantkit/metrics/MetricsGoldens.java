package io.mts1b.quantkit.metrics;

import static io.mts1b.quantkit.metrics.PeriodsPerYear.TRADING_DAYS;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.PriceFile;
import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.Tolerance;
import io.mts1b.quantkit.returns.Returns;
import io.mts1b.quantkit.statistics.Moments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** Every figure of empyrical-reloaded efe60664 and quantstats fbd10dae, on seven series of daily prices. */
public final class MetricsGoldens {

    /** Two percent a year by division, the riskless rate per period that the expected figures were made with. */
    private static final double RISKLESS = 0.02 / 252;

    private static final String FILE = "metrics/metrics_expected.json";

    private MetricsGoldens() {}

    public static Sheet sheet() {
        Sheet sheet = new Sheet(
                FILE,
                "Every figure of empyrical-reloaded efe60664 and quantstats fbd10dae, on seven series of daily prices. Of a"
                        + " series without a benchmark quantstats has no Treynor ratio, nor have we. Where quantstats departs from"
                        + " its sources, ours is computed as it does: its probabilistic Sharpe ratio takes excess kurtosis for"
                        + " plain, and its exposure is rounded up to a whole percent.");
        for (String entry : Goldens.json(FILE).propertyNames()) {
            compare(entry, sheet);
        }
        return sheet;
    }

    private static void compare(String entry, Sheet sheet) {
        JsonNode golden = Goldens.json(FILE).required(entry);
        String file = entry.replaceFirst(".*equities_daily/([^.]+)[.].*", "$1");
        String series = entry.substring(0, entry.indexOf(" ("));
        String name = series.replace(" vs SPY", "").replace("ORCL ", "").replace("DJI close", "Close");
        PriceFile prices = PriceFile.read(file + ".csv.gz").only(name);
        double[] returns = Returns.simple(prices.columns()[0]);
        boolean benchmarked = golden.has("benchmark_n");
        Map<String, OptionalDouble> empyrical = likeEmpyrical(returns);
        Map<String, OptionalDouble> quantstats = likeQuantstats(returns);

        count(sheet, series + " n", golden.required("n"), returns.length);
        quantstats.put("treynor", OptionalDouble.empty());
        if (benchmarked) {
            PriceFile spy = PriceFile.read("ppo_spy_prices.csv.gz").only("SPY");
            double[][] paired = pairedReturns(prices, spy);
            count(sheet, series + " benchmark_n", golden.required("benchmark_n"), paired[0].length);
            empyrical.putAll(likeEmpyrical(paired[0], paired[1]));
            quantstats.put("treynor", treynor(returns, backFilled(prices, spy)));
        }
        figures(sheet, series + " empyrical ", golden.required("empyrical"), empyrical);
        figures(sheet, series + " quantstats ", golden.required("quantstats"), quantstats);
        drawdowns(sheet, series + " top5_drawdowns ", golden.required("top5_drawdowns"), returns, prices.dates());
    }

    private static void count(Sheet sheet, String name, JsonNode theirs, int ours) {
        sheet.number(name, theirs.doubleValue(), ours, Tolerance.EXACT);
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

    private static void figures(Sheet sheet, String prefix, JsonNode golden, Map<String, OptionalDouble> ours) {
        for (String name : golden.propertyNames()) {
            JsonNode theirs = golden.required(name);
            double figure = theirs.isNull() ? Double.NaN : theirs.doubleValue();
            OptionalDouble found = ours.getOrDefault(name, OptionalDouble.of(Double.NEGATIVE_INFINITY));
            sheet.number(prefix + name, figure, found, Tolerance.FORMULA);
        }
    }

    private static void drawdowns(Sheet sheet, String prefix, JsonNode golden, double[] returns, List<String> dates) {
        List<Drawdown> deepest = Drawdowns.ofReturns(returns).deepest(golden.size());
        List<String> theirs = new ArrayList<>();
        golden.forEach(one -> theirs.add(String.join(
                " to ",
                one.required("peak").stringValue(),
                one.required("valley").stringValue(),
                one.required("recovery").isNull()
                        ? "never"
                        : one.required("recovery").stringValue())));
        List<String> ours = deepest.stream()
                .map(one -> String.join(
                        " to ",
                        dates.get(one.peak()),
                        dates.get(one.valley()),
                        one.recovery().isEmpty()
                                ? "never"
                                : dates.get(one.recovery().getAsInt())))
                .toList();
        sheet.words(prefix + "dates", theirs, ours);
        sheet.numbers(
                prefix + "depth",
                k -> Integer.toString(k),
                golden.valueStream()
                        .mapToDouble(one -> one.required("depth").doubleValue())
                        .toArray(),
                deepest.stream().mapToDouble(Drawdown::depth).toArray(),
                Tolerance.FORMULA);
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
