package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.PriceFile;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.returns.Returns;
import io.mts1b.quantkit.statistics.Samples;
import io.mts1b.testkit.SharedData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Portfolios of twenty stocks as PyPortfolioOpt 65cabcee and skfolio c06db840 find them. */
@Tag(SharedData.TAG)
class MeanRiskGoldenTest {

    private static final PriceFile ALL = PriceFile.read("ppo_stock_prices.csv.gz");
    private static final double TOLERANCE = 1e-6;

    /** What a set of PyPortfolioOpt's answers was computed from. */
    private static final class Case {

        private final JsonNode golden;
        private final List<String> names = ALL.names();
        private final double[] expected;
        private final SymmetricMatrix sample;
        private final SymmetricMatrix shrunk;

        Case(String file) {
            golden = Goldens.json("pypfopt/" + file + ".json");
            expected = Goldens.numbers(golden.required("mean_historical_return"), names);
            sample = matrix(golden.required("sample_cov"));
            shrunk = matrix(
                    golden.required("shrinkage").required("constant_variance").required("cov"));
        }

        private static SymmetricMatrix matrix(JsonNode node) {
            return SymmetricMatrix.of(Goldens.matrix(node.required("matrix")));
        }

        MeanRisk of(SymmetricMatrix covariance, Constraints constraints) {
            return MeanRisk.of(PortfolioRisk.variance(covariance), constraints).withExpectedReturns(expected);
        }

        double[] weights(String group, String name) {
            return Goldens.numbers(golden.required(group).required(name).required("weights"), names);
        }

        /** Theirs is found to their solver's accuracy: ours is as near, and no worse by the objective. */
        void assertFound(String name, Allocation found, ToDoubleFunction<double[]> cost) {
            double[] ours = found.orElseThrow().toArray();
            double[] theirs = weights("efficient_frontier", name);
            assertThat(ours).as(name).containsExactly(theirs, within(TOLERANCE));
            assertThat(cost.applyAsDouble(ours)).as(name).isLessThanOrEqualTo(cost.applyAsDouble(theirs) + 1e-9);
        }

        double variance(SymmetricMatrix covariance, double[] weights) {
            return Vectors.dot(weights, Vectors.multiply(covariance.toArray(), weights));
        }

        double sharpe(SymmetricMatrix covariance, double[] weights) {
            return (Vectors.dot(expected, weights) - 0.02) / Math.sqrt(variance(covariance, weights));
        }

        Constraints sectors() {
            JsonNode map = golden.required("sector_map");
            List<Integer> a = new ArrayList<>();
            List<Integer> b = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String sector = map.required(names.get(i)).stringValue();
                (sector.equals("A") ? a : sector.equals("B") ? b : new ArrayList<Integer>()).add(i);
            }
            double none = Double.POSITIVE_INFINITY;
            return Constraints.longOnly(20).withGroup("A", a, 0.2, none).withGroup("B", b, -none, 0.3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppo20_common_window", "ppo20_full_ragged"})
    void efficient_frontier_is_that_of_pyportfolioopt(String file) {
        Case all = new Case(file);
        Constraints longOnly = Constraints.longOnly(20);
        MeanRisk plain = all.of(all.sample, longOnly);
        MeanRisk shrunk = all.of(all.shrunk, longOnly);
        ToDoubleFunction<double[]> variance = w -> all.variance(all.sample, w);

        all.assertFound("min_volatility", plain.minimumRisk(), variance);
        all.assertFound("min_volatility_ledoit_wolf", shrunk.minimumRisk(), w -> all.variance(all.shrunk, w));
        all.assertFound("max_sharpe_rf0.02", plain.maximumRatio(0.02), w -> -all.sharpe(all.sample, w));
        all.assertFound("max_sharpe_rf0.02_ledoit_wolf", shrunk.maximumRatio(0.02), w -> -all.sharpe(all.shrunk, w));
        for (int aversion : new int[] {1, 5}) {
            all.assertFound(
                    "max_quadratic_utility_ra" + aversion,
                    plain.maximumUtility(aversion / 2.0),
                    w -> aversion / 2.0 * variance.applyAsDouble(w) - Vectors.dot(all.expected, w));
        }
        all.assertFound(
                "min_volatility_long_short",
                all.of(all.sample, longOnly.withBounds(-1, 1)).minimumRisk(),
                variance);
        all.assertFound(
                "min_volatility_max15pct",
                all.of(all.sample, longOnly.withBounds(0, 0.15)).minimumRisk(),
                variance);
        all.assertFound(
                "min_volatility_L2_gamma0.1",
                plain.withRidge(0.1).minimumRisk(),
                w -> variance.applyAsDouble(w) + 0.1 * Vectors.dot(w, w));
        all.assertFound(
                "efficient_return_market_neutral_0.1",
                all.of(all.sample, longOnly.withBounds(-1, 1).withBudget(0)).minimumRisk(0.1),
                variance);
        all.assertFound(
                "min_volatility_sectors_A>=0.2_B<=0.3",
                all.of(all.sample, all.sectors()).minimumRisk(),
                variance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppo20_common_window", "ppo20_full_ragged"})
    void targets_are_met_as_by_pyportfolioopt(String file) {
        Case all = new Case(file);
        MeanRisk plain = all.of(all.sample, Constraints.longOnly(20));
        int found = 0;
        for (String name : all.golden.required("efficient_frontier").propertyNames()) {
            if (!name.matches("efficient_(risk|return)_[0-9.]+")) {
                continue;
            }
            double target = Double.parseDouble(name.substring(name.lastIndexOf('_') + 1));
            if (name.startsWith("efficient_risk")) {
                all.assertFound(name, plain.maximumReturn(target * target), w -> -Vectors.dot(all.expected, w));
            } else {
                all.assertFound(name, plain.minimumRisk(target), w -> all.variance(all.sample, w));
            }
            found++;
        }
        assertThat(found).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppo20_common_window", "ppo20_full_ragged"})
    void tail_risks_are_as_low_as_those_of_pyportfolioopt(String file) {
        Case all = new Case(file);
        double[][] complete = Returns.simple(ALL.complete().columns());
        double[][] returns = Arrays.stream(complete)
                .map(column -> Arrays.copyOfRange(column, column.length - 750, column.length))
                .toArray(double[][]::new);
        assertLowest(
                all.weights("tail_risk", "cvar95_min"), PortfolioRisk.conditionalValueAtRisk(returns, 0.05), TOLERANCE);
        assertLowest(
                all.weights("tail_risk", "cdar95_min"),
                PortfolioRisk.conditionalDrawdownAtRisk(returns, 0.05),
                TOLERANCE);
        // Their solver stops early here: the semivariance of their weights is 0.02 percent larger than ours.
        assertLowest(all.weights("tail_risk", "semivariance_min"), PortfolioRisk.semivariance(returns, 0), 0.01);
    }

    /** No worse by the objective, and as near by the weights as the accuracy of theirs allows. */
    private static void assertLowest(double[] theirs, ConvexRisk risk, double tolerance) {
        Weights ours = MeanRisk.of(risk, Constraints.longOnly(20)).minimumRisk().orElseThrow();
        assertThat(risk.of(ours)).isLessThanOrEqualTo(risk.of(Weights.of(theirs)) * (1 + 1e-9));
        assertThat(ours.toArray()).containsExactly(theirs, within(tolerance));
    }

    /** The portfolios of skfolio, for daily returns that are not annualised. */
    private static final class Daily {

        private final JsonNode golden = Goldens.json("skfolio/ppo20_common_window.json");
        private final double[][] returns = Returns.simple(ALL.complete().columns());
        private final SymmetricMatrix covariance =
                SymmetricMatrix.of(Goldens.matrix(golden.required("covariance_daily_not_annualised")
                        .required("EmpiricalCovariance")
                        .required("cov")));
        private final ConvexRisk variance = PortfolioRisk.variance(covariance);
        private final double[] means =
                Arrays.stream(returns).mapToDouble(Samples::mean).toArray();

        double[] weights(String name) {
            return Goldens.numbers(golden.required("weights").required(name), ALL.names());
        }

        void assertFound(String name, Allocation found, double tolerance, ToDoubleFunction<double[]> cost) {
            double[] ours = found.orElseThrow().toArray();
            double theirs = cost.applyAsDouble(weights(name));
            assertThat(ours).as(name).containsExactly(weights(name), within(tolerance));
            assertThat(cost.applyAsDouble(ours)).as(name).isLessThanOrEqualTo(theirs + 1e-9 * Math.abs(theirs));
        }
    }

    @Test
    void risks_are_as_low_as_those_of_skfolio() {
        Daily daily = new Daily();
        // Tolerances wider than 1e-6 are the accuracy of their solver: our objective is lower.
        assertLowest(daily.weights("MinVariance"), daily.variance, 1e-4);
        assertLowest(daily.weights("MinCVaR95"), PortfolioRisk.conditionalValueAtRisk(daily.returns, 0.05), TOLERANCE);
        assertLowest(daily.weights("MinSemiVariance"), PortfolioRisk.semivariance(daily.returns), 1e-5);
        assertLowest(
                daily.weights("MinCDaR95"), PortfolioRisk.conditionalDrawdownAtRisk(daily.returns, 0.05), TOLERANCE);
        assertLowest(daily.weights("MinMAD"), PortfolioRisk.meanAbsoluteDeviation(daily.returns), TOLERANCE);
    }

    @Test
    void best_ratio_utility_and_diversification_are_those_of_skfolio() {
        Daily daily = new Daily();
        MeanRisk plain = MeanRisk.of(daily.variance, Constraints.longOnly(20)).withExpectedReturns(daily.means);
        ToDoubleFunction<double[]> volatility = w -> Math.sqrt(daily.variance.of(Weights.of(w)));

        daily.assertFound(
                "MaxRatio_variance",
                plain.maximumRatio(0),
                1e-4,
                w -> -Vectors.dot(daily.means, w) / volatility.applyAsDouble(w));
        daily.assertFound(
                "MaxUtility_ra1",
                plain.maximumUtility(1),
                1e-4,
                w -> daily.variance.of(Weights.of(w)) - Vectors.dot(daily.means, w));
        double[] alone = new double[20];
        Arrays.setAll(alone, i -> Math.sqrt(daily.covariance.get(i, i)));
        daily.assertFound(
                "MaximumDiversification",
                MaximumDiversification.allocate(daily.covariance, Constraints.longOnly(20)),
                1e-4,
                w -> -Vectors.dot(alone, w) / volatility.applyAsDouble(w));
    }

    @Test
    void risk_budgets_are_those_of_skfolio() {
        // Within the accuracy of their solver: our contributions are equal to rounding, see RiskBudgetingTest.
        Daily daily = new Daily();
        ConvexRisk loss = PortfolioRisk.conditionalValueAtRisk(daily.returns, 0.05);
        assertThat(RiskBudgeting.allocate(daily.variance).toArray())
                .containsExactly(daily.weights("RiskBudgeting_variance_equal"), within(1e-5));
        assertThat(RiskBudgeting.allocate(loss).toArray())
                .containsExactly(daily.weights("RiskBudgeting_CVaR_equal"), within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppo20_common_window", "ppo20_full_ragged"})
    void critical_line_is_that_of_pyportfolioopt(String file) {
        Case all = new Case(file);
        CriticalLine line = CriticalLine.of(all.sample, all.expected, Constraints.longOnly(20));
        assertThat(line.minimumVariance().toArray())
                .containsExactly(all.weights("critical_line", "min_volatility"), within(1e-10));
        assertThat(line.maximumRatio(0).toArray())
                .containsExactly(all.weights("critical_line", "max_sharpe_rf0"), within(1e-7));
    }
}
