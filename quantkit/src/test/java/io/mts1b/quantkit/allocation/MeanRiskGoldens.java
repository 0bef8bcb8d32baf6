package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.StockWindow;
import io.mts1b.quantkit.parity.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/** What optimisers make of twenty stocks: the weights, and the cost that they are to make small. */
public final class MeanRiskGoldens {

    private static final PeriodsPerYear DAYS = PeriodsPerYear.TRADING_DAYS;

    private final StockWindow stocks;
    private final Sheet sheet;
    private final double[] expected;
    private final Constraints longOnly;

    private MeanRiskGoldens(StockWindow stocks, Sheet sheet) {
        this.stocks = stocks;
        this.sheet = sheet;
        this.expected = stocks.expected();
        this.longOnly = Constraints.longOnly(expected.length);
    }

    public static void compare(StockWindow stocks, Sheet sheet) {
        MeanRiskGoldens all = new MeanRiskGoldens(stocks, sheet);
        all.efficientFrontier();
        all.constrained();
        all.criticalLine();
        all.tailRisks();
    }

    /** Compares weights by the tolerance, and the cost of ours by that of theirs. */
    static void optimum(
            Sheet sheet,
            StockWindow stocks,
            String name,
            JsonNode golden,
            Weights ours,
            Tolerance tolerance,
            ToDoubleFunction<Weights> cost) {
        double[] theirs = stocks.numbers(golden);
        sheet.numbers(name + " weights", stocks.names(), theirs, ours.toArray(), tolerance);
        sheet.cost(name + " cost", cost.applyAsDouble(Weights.of(theirs)), cost.applyAsDouble(ours));
    }

    /** The Sharpe ratio, negative as a cost. */
    static ToDoubleFunction<Weights> ratio(SymmetricMatrix covariance, double[] expected, double riskless) {
        PortfolioRisk variance = PortfolioRisk.variance(covariance);
        return w -> -(Vectors.dot(expected, w.toArray()) - riskless) / Math.sqrt(variance.of(w));
    }

    private MeanRisk variance(SymmetricMatrix covariance, Constraints constraints) {
        return MeanRisk.of(PortfolioRisk.variance(covariance), constraints).withExpectedReturns(expected);
    }

    private void frontier(String name, SymmetricMatrix covariance, Allocation found, ToDoubleFunction<Weights> cost) {
        JsonNode golden = stocks.golden().required("efficient_frontier").required(name);
        Weights ours = found.orElseThrow();
        optimum(sheet, stocks, name, golden.required("weights"), ours, Tolerance.WEIGHT, cost);
        performance(name, golden.required("performance_ret_vol_sharpe"), covariance, ours);
    }

    private void performance(String name, JsonNode golden, SymmetricMatrix covariance, Weights ours) {
        double earned = Vectors.dot(expected, ours.toArray());
        double volatility = Math.sqrt(PortfolioRisk.variance(covariance).of(ours));
        sheet.numbers(
                name + " performance",
                List.of("return", "volatility", "Sharpe"),
                Goldens.row(golden),
                new double[] {earned, volatility, (earned - 0.02) / volatility},
                Tolerance.relative(1e-6));
    }

    private void efficientFrontier() {
        SymmetricMatrix sample = stocks.sample();
        SymmetricMatrix shrunk = stocks.shrunk();
        MeanRisk plain = variance(sample, longOnly);
        MeanRisk steady = variance(shrunk, longOnly);
        ToDoubleFunction<Weights> risk = PortfolioRisk.variance(sample)::of;

        frontier("min_volatility", sample, plain.minimumRisk(), risk);
        frontier("min_volatility_ledoit_wolf", shrunk, steady.minimumRisk(), PortfolioRisk.variance(shrunk)::of);
        frontier("max_sharpe_rf0.02", sample, plain.maximumRatio(0.02), ratio(sample, expected, 0.02));
        frontier("max_sharpe_rf0.02_ledoit_wolf", shrunk, steady.maximumRatio(0.02), ratio(shrunk, expected, 0.02));
        for (int aversion : new int[] {1, 5}) {
            frontier(
                    "max_quadratic_utility_ra" + aversion,
                    sample,
                    plain.maximumUtility(aversion / 2.0),
                    w -> aversion / 2.0 * risk.applyAsDouble(w) - Vectors.dot(expected, w.toArray()));
        }
        for (String name : stocks.golden().required("efficient_frontier").propertyNames()) {
            if (name.matches("efficient_(risk|return)_[0-9.]+")) {
                target(name, sample, plain);
            }
        }
    }

    private void target(String name, SymmetricMatrix sample, MeanRisk plain) {
        double target = Double.parseDouble(name.substring(name.lastIndexOf('_') + 1));
        if (name.startsWith("efficient_risk")) {
            frontier(name, sample, plain.maximumReturn(target * target), w -> -Vectors.dot(expected, w.toArray()));
        } else {
            frontier(name, sample, plain.minimumRisk(target), PortfolioRisk.variance(sample)::of);
        }
    }

    private void constrained() {
        SymmetricMatrix sample = stocks.sample();
        ToDoubleFunction<Weights> risk = PortfolioRisk.variance(sample)::of;
        Constraints both = longOnly.withBounds(-1, 1);
        frontier("min_volatility_long_short", sample, variance(sample, both).minimumRisk(), risk);
        frontier(
                "min_volatility_max15pct",
                sample,
                variance(sample, longOnly.withBounds(0, 0.15)).minimumRisk(),
                risk);
        frontier(
                "min_volatility_L2_gamma0.1",
                sample,
                variance(sample, longOnly).withRidge(0.1).minimumRisk(),
                w -> risk.applyAsDouble(w) + 0.1 * Vectors.dot(w.toArray(), w.toArray()));
        frontier(
                "efficient_return_market_neutral_0.1",
                sample,
                variance(sample, both.withBudget(0)).minimumRisk(0.1),
                risk);
        frontier(
                "min_volatility_sectors_A>=0.2_B<=0.3",
                sample,
                variance(sample, sectors()).minimumRisk(),
                risk);
    }

    private Constraints sectors() {
        JsonNode sectors = stocks.golden().required("sector_map");
        List<Integer> a = new ArrayList<>();
        List<Integer> b = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            String sector = sectors.required(stocks.names().get(i)).stringValue();
            (sector.equals("A") ? a : sector.equals("B") ? b : new ArrayList<Integer>()).add(i);
        }
        double none = Double.POSITIVE_INFINITY;
        return longOnly.withGroup("A", a, 0.2, none).withGroup("B", b, -none, 0.3);
    }

    private void criticalLine() {
        SymmetricMatrix sample = stocks.sample();
        CriticalLine line = CriticalLine.of(sample, expected, longOnly);
        JsonNode golden = stocks.golden().required("critical_line");
        JsonNode lowest = golden.required("min_volatility");
        optimum(
                sheet,
                stocks,
                "critical_line min_volatility",
                lowest.required("weights"),
                line.minimumVariance(),
                Tolerance.WEIGHT,
                PortfolioRisk.variance(sample)::of);
        performance("critical_line min_volatility", lowest.required("perf"), sample, line.minimumVariance());
        JsonNode best = golden.required("max_sharpe_rf0");
        optimum(
                sheet,
                stocks,
                "critical_line max_sharpe_rf0",
                best.required("weights"),
                line.maximumRatio(0),
                Tolerance.WEIGHT,
                ratio(sample, expected, 0));
        performance("critical_line max_sharpe_rf0", best.required("perf_rf0.02"), sample, line.maximumRatio(0));
    }

    private void tailRisks() {
        double[][] returns = stocks.latestReturns();
        Weights calm = tail(
                "semivariance_min",
                PortfolioRisk.semivariance(returns, 0),
                Tolerance.WEIGHT.upTo(0.01, "their solver stops early, ours has the lower cost"));
        double earned = Vectors.dot(expected, calm.toArray());
        double deviation = DAYS.scaleByRoot(
                Math.sqrt(PortfolioRisk.semivariance(returns, 0).of(calm)));
        tailPerformance(
                "semivariance_min",
                new double[] {earned, deviation, earned / deviation},
                Tolerance.relative(1e-6).upTo(0.05, "of other weights, see above"));
        ConvexRisk loss = PortfolioRisk.conditionalValueAtRisk(returns, 0.05);
        Weights safe = tail("cvar95_min", loss, Tolerance.WEIGHT);
        tailPerformance(
                "cvar95_min",
                new double[] {Vectors.dot(expected, safe.toArray()), loss.of(safe)},
                Tolerance.relative(1e-6));
        ConvexRisk drawdown = PortfolioRisk.conditionalDrawdownAtRisk(returns, 0.05);
        Weights shallow = tail("cdar95_min", drawdown, Tolerance.WEIGHT);
        tailPerformance(
                "cdar95_min",
                new double[] {Vectors.dot(expected, shallow.toArray()), drawdown.of(shallow)},
                Tolerance.relative(1e-6));
    }

    private Weights tail(String name, ConvexRisk risk, Tolerance tolerance) {
        JsonNode golden = stocks.golden().required("tail_risk").required(name);
        Weights ours = MeanRisk.of(risk, longOnly).minimumRisk().orElseThrow();
        optimum(sheet, stocks, name, golden.required("weights"), ours, tolerance, risk::of);
        return ours;
    }

    private void tailPerformance(String name, double[] ours, Tolerance tolerance) {
        double[] theirs =
                Goldens.row(stocks.golden().required("tail_risk").required(name).required("performance"));
        sheet.numbers(name + " performance", List.of("return", "risk", "ratio"), theirs, ours, tolerance);
    }
}
