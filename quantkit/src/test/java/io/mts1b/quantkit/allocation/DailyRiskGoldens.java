package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.StockWindow;
import io.mts1b.quantkit.parity.Tolerance;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/** What the optimisers of skfolio make of daily returns that are not annualised. */
public final class DailyRiskGoldens {

    /** Of solvers that stop before ours, at a higher cost. */
    private static final Tolerance SOLVER =
            Tolerance.WEIGHT.upTo(1e-4, "the accuracy of their solver, ours has the lower cost");

    private final StockWindow stocks;
    private final JsonNode golden;
    private final Sheet sheet;
    private final double[][] returns;
    private final SymmetricMatrix covariance;
    private final ConvexRisk variance;
    private final Constraints longOnly;

    private DailyRiskGoldens(StockWindow stocks, JsonNode golden, Sheet sheet) {
        this.stocks = stocks;
        this.golden = golden;
        this.sheet = sheet;
        this.returns = stocks.returns();
        this.covariance = SampleCovariance.of(returns, Observations.COMPLETE);
        this.variance = PortfolioRisk.variance(covariance);
        this.longOnly = Constraints.longOnly(returns.length);
    }

    public static void compareWithSkfolio(StockWindow stocks, JsonNode answers, Sheet sheet) {
        DailyRiskGoldens all = new DailyRiskGoldens(stocks, answers.required("weights"), sheet);
        all.lowestRisks();
        all.bestRatios();
        all.equalRisks();
    }

    private void compare(String name, Weights ours, Tolerance tolerance, ToDoubleFunction<Weights> cost) {
        MeanRiskGoldens.optimum(sheet, stocks, name, golden.required(name), ours, tolerance, cost);
    }

    private void lowest(String name, ConvexRisk risk, Tolerance tolerance) {
        compare(name, MeanRisk.of(risk, longOnly).minimumRisk().orElseThrow(), tolerance, risk::of);
    }

    private void lowestRisks() {
        lowest("MinVariance", variance, SOLVER);
        lowest("MinCVaR95", PortfolioRisk.conditionalValueAtRisk(returns, 0.05), Tolerance.WEIGHT);
        lowest("MinSemiVariance", PortfolioRisk.semivariance(returns), SOLVER);
        lowest("MinCDaR95", PortfolioRisk.conditionalDrawdownAtRisk(returns, 0.05), Tolerance.WEIGHT);
        lowest("MinMAD", PortfolioRisk.meanAbsoluteDeviation(returns), Tolerance.WEIGHT);
    }

    private void bestRatios() {
        double[] means = Arrays.stream(returns).mapToDouble(Samples::mean).toArray();
        double[] alone = new double[returns.length];
        Arrays.setAll(alone, i -> Math.sqrt(covariance.get(i, i)));
        MeanRisk plain = MeanRisk.of(variance, longOnly).withExpectedReturns(means);

        compare(
                "MaxRatio_variance",
                plain.maximumRatio(0).orElseThrow(),
                SOLVER,
                MeanRiskGoldens.ratio(covariance, means, 0));
        compare(
                "MaxUtility_ra1",
                plain.maximumUtility(1).orElseThrow(),
                SOLVER,
                w -> variance.of(w) - Vectors.dot(means, w.toArray()));
        compare(
                "MaximumDiversification",
                MaximumDiversification.allocate(covariance, longOnly).orElseThrow(),
                SOLVER,
                MeanRiskGoldens.ratio(covariance, alone, 0));
    }

    private void equalRisks() {
        ConvexRisk loss = PortfolioRisk.conditionalValueAtRisk(returns, 0.05);
        compare("RiskBudgeting_variance_equal", RiskBudgeting.allocate(variance), SOLVER, w -> budget(variance, w));
        compare("RiskBudgeting_CVaR_equal", RiskBudgeting.allocate(loss), SOLVER, w -> budget(loss, w));
    }

    /** What a risk budget makes least: the log of the risk of weights that sum to one, less the mean of their logs. */
    private static double budget(ConvexRisk risk, Weights weights) {
        double logs =
                Arrays.stream(weights.toArray()).map(StrictMath::log).average().orElseThrow();
        return StrictMath.log(risk.of(weights)) * (risk instanceof Variance ? 0.5 : 1) - logs;
    }
}
