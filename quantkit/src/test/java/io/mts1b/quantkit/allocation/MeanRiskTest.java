package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.covariance.FactorCovariance;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.statistics.Samples;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanRiskTest {

    /** Volatilities of 10 and 20 percent, uncorrelated. */
    private static final ConvexRisk TWO =
            PortfolioRisk.variance(SymmetricMatrix.of(new double[][] {{0.01, 0}, {0, 0.04}}));

    @Test
    void two_assets_are_weighted_by_inverse_variance() {
        Allocation found = MeanRisk.of(TWO, Constraints.longOnly(2)).minimumRisk();
        assertThat(found.orElseThrow().toArray()).containsExactly(new double[] {0.8, 0.2}, within(1e-15));
        assertThat(((Allocation.Optimal) found).objective()).isCloseTo(0.008, within(1e-15));
    }

    @Test
    void tangency_is_proportional_to_excess_over_variance() {
        // 0.05 / 0.01 = 5 and 0.08 / 0.04 = 2.
        MeanRisk both = MeanRisk.of(TWO, Constraints.longOnly(2)).withExpectedReturns(new double[] {0.07, 0.10});
        Allocation found = both.maximumRatio(0.02);
        assertThat(found.orElseThrow().toArray()).containsExactly(new double[] {5 / 7.0, 2 / 7.0}, within(1e-12));
        assertThat(((Allocation.Optimal) found).objective()).isCloseTo(Math.sqrt(0.25 + 0.16), within(1e-12));
    }

    @Test
    void utility_of_unbounded_positions_is_the_textbook_quadratic() {
        // max m'w - w'C w with w summing to one: w = C^-1 (m - k) / 2, k = 0.0544.
        MeanRisk both = MeanRisk.of(TWO, Constraints.unbounded(2)).withExpectedReturns(new double[] {0.07, 0.10});
        double k = (0.07 / 0.02 + 0.10 / 0.08 - 1) / (1 / 0.02 + 1 / 0.08);
        assertThat(both.maximumUtility(1).orElseThrow().toArray())
                .containsExactly(new double[] {(0.07 - k) / 0.02, (0.10 - k) / 0.08}, within(1e-10));
    }

    @Test
    void a_riskier_portfolio_earns_what_the_limit_allows() {
        // 0.01 a^2 + 0.04 (1 - a)^2 = 0.02 at a = 0.4 +- sqrt(0.16 - 0.08 * ...): the lower root earns more.
        MeanRisk both = MeanRisk.of(TWO, Constraints.longOnly(2)).withExpectedReturns(new double[] {0.05, 0.10});
        double a = (0.08 - Math.sqrt(0.0064 - 4 * 0.05 * 0.02)) / 0.1;
        assertThat(both.maximumReturn(0.02).orElseThrow().toArray())
                .containsExactly(new double[] {a, 1 - a}, within(1e-9));
    }

    @Test
    void trading_costs_keep_a_portfolio_where_the_gain_is_smaller() {
        // Around equal weights the gradient of the variance is 0.01 and 0.04: a trade gains 0.03 at first.
        MeanRisk plain = MeanRisk.of(TWO, Constraints.longOnly(2));
        Weights held = Weights.equal(2);
        Weights kept = plain.withTradingCosts(held, new double[] {0.02, 0.02})
                .minimumRisk()
                .orElseThrow();
        assertThat(kept.toArray()).containsExactly(new double[] {0.5, 0.5}, within(1e-9));
        Weights moved = plain.withTradingCosts(held, new double[] {0.005, 0.005})
                .minimumRisk()
                .orElseThrow();
        assertThat(moved.toArray()).containsExactly(new double[] {0.7, 0.3}, within(1e-9));
    }

    @Test
    void turnover_gross_exposure_and_tracking_error_are_kept() {
        Weights held = Weights.equal(2);
        Constraints little = Constraints.longOnly(2).withTurnover(held, 0.2);
        assertThat(MeanRisk.of(TWO, little).minimumRisk().orElseThrow().toArray())
                .containsExactly(new double[] {0.6, 0.4}, within(1e-9));
        Constraints near = Constraints.longOnly(2).withTrackingError(held, TWO, 0.1 * Math.sqrt(0.05));
        assertThat(MeanRisk.of(TWO, near).minimumRisk().orElseThrow().toArray())
                .containsExactly(new double[] {0.6, 0.4}, within(1e-9));
        Constraints neutral = Constraints.unbounded(2).withBudget(0).withGrossExposure(1.5);
        Weights apart = MeanRisk.of(TWO, neutral)
                .withExpectedReturns(new double[] {0, 1})
                .maximumReturn(10)
                .orElseThrow();
        assertThat(apart.toArray()).containsExactly(new double[] {-0.75, 0.75}, within(1e-7));
    }

    @Test
    void no_portfolio_that_keeps_the_constraints_is_better() {
        ForAll.cases(25, random -> {
            int n = 2 + random.nextInt(6);
            double[][] returns = panel(random, n, 25 + random.nextInt(40), 0.01);
            double[] expected = means(returns);
            double upper = 1.0 / n + random.nextDouble();
            double[] loadings = random.doubles(n).toArray();
            double level = Samples.sum(loadings) / n;
            Constraints kept = Constraints.longOnly(n)
                    .withBounds(0, upper)
                    .withExposure("tilt", loadings, level * 0.9, level * 1.1);
            for (ConvexRisk risk : risks(returns)) {
                MeanRisk optimizer = MeanRisk.of(risk, kept).withExpectedReturns(expected);
                Weights safest = optimizer.minimumRisk().orElseThrow();
                Weights useful = optimizer.maximumUtility(2).orElseThrow();
                assertThat(kept.broken(safest, 1e-9)).isEmpty();
                assertThat(kept.broken(useful, 1e-9)).isEmpty();
                for (int k = 0; k < 20; k++) {
                    Weights other = someOther(random, kept, safest);
                    assertThat(risk.of(safest)).isLessThanOrEqualTo(risk.of(other) * (1 + 1e-8) + 1e-15);
                    assertThat(utility(risk, expected, useful))
                            .isGreaterThanOrEqualTo(utility(risk, expected, other) - 1e-9 * risk.of(other));
                }
            }
        });
    }

    private static double utility(ConvexRisk risk, double[] expected, Weights weights) {
        return Vectors.dot(expected, weights.toArray()) - 2 * risk.of(weights);
    }

    /** A mix of a portfolio with another one that keeps the constraints. */
    private static Weights someOther(RandomGenerator random, Constraints kept, Weights one) {
        double[] wish = random.doubles(one.size(), -1, 1).toArray();
        Weights corner = MeanRisk.of(identity(one.size()), kept)
                .withExpectedReturns(wish)
                .maximumUtility(0.2 + random.nextDouble())
                .orElseThrow();
        double s = random.nextDouble();
        double[] mix = new double[one.size()];
        Arrays.setAll(mix, i -> (1 - s) * one.get(i) + s * corner.get(i));
        return Weights.of(mix);
    }

    private static ConvexRisk identity(int n) {
        double[][] rows = new double[n][n];
        IntStream.range(0, n).forEach(i -> rows[i][i] = 1);
        return PortfolioRisk.variance(SymmetricMatrix.of(rows));
    }

    @Test
    void limits_and_targets_lead_to_the_same_portfolio() {
        ForAll.cases(15, random -> {
            int n = 3 + random.nextInt(4);
            double[][] returns = panel(random, n, 60, 0.01);
            double[] expected = means(returns);
            for (ConvexRisk risk : risks(returns)) {
                MeanRisk optimizer = MeanRisk.of(risk, Constraints.longOnly(n)).withExpectedReturns(expected);
                double least = risk.of(optimizer.minimumRisk().orElseThrow());
                double earned = ((Allocation.Optimal) optimizer.maximumReturn(1.1 * least)).objective();
                double needed = risk.of(optimizer.minimumRisk(earned).orElseThrow());
                assertThat(needed / least).isCloseTo(1.1, within(1e-5)).isLessThan(1.1 + 1e-6);
            }
        });
    }

    @Test
    void weights_do_not_depend_on_the_scale_of_returns() {
        ForAll.cases(20, random -> {
            int n = 2 + random.nextInt(5);
            double[][] returns = panel(random, n, 50, 1);
            double scale = random.nextBoolean() ? 1e-9 : 1e7;
            double[][] scaled = Arrays.stream(returns)
                    .map(column -> Arrays.stream(column).map(r -> r * scale).toArray())
                    .toArray(double[][]::new);
            List<ConvexRisk> risks = risks(returns);
            List<ConvexRisk> others = risks(scaled);
            for (int k = 0; k < risks.size(); k++) {
                double[] one = MeanRisk.of(risks.get(k), Constraints.longOnly(n))
                        .minimumRisk()
                        .orElseThrow()
                        .toArray();
                double[] other = MeanRisk.of(others.get(k), Constraints.longOnly(n))
                        .minimumRisk()
                        .orElseThrow()
                        .toArray();
                assertThat(other).containsExactly(one, within(1e-6));
            }
        });
    }

    @Test
    void factors_need_not_be_multiplied_out() {
        ForAll.cases(40, random -> {
            int n = 3 + random.nextInt(12);
            double[][] returns = panel(random, n, 30, 0.01);
            FactorCovariance factors = FactorCovariance.ofPrincipalComponents(returns, 2);
            ConvexRisk sparse = PortfolioRisk.variance(factors);
            ConvexRisk dense = PortfolioRisk.variance(factors.toMatrix());
            double[] expected = means(returns);
            Weights held = Weights.equal(n);
            double distance = Math.sqrt(dense.of(held)) / 2;
            Constraints first = Constraints.longOnly(n).withTurnover(held, 0.5);
            Constraints second = Constraints.longOnly(n).withTrackingError(held, sparse, distance);
            for (Constraints kept : List.of(Constraints.longOnly(n), first, second)) {
                MeanRisk one = MeanRisk.of(sparse, kept).withExpectedReturns(expected);
                MeanRisk other = MeanRisk.of(dense, kept).withExpectedReturns(expected);
                assertSame(one.minimumRisk(), other.minimumRisk());
                assertSame(one.maximumUtility(5), other.maximumUtility(5));
                double least = dense.of(other.minimumRisk().orElseThrow());
                assertSame(one.maximumReturn(1.05 * least), other.maximumReturn(1.05 * least));
                double riskless = Arrays.stream(expected).min().orElseThrow();
                assertSame(one.maximumRatio(riskless), other.maximumRatio(riskless));
            }
        });
    }

    private static void assertSame(Allocation one, Allocation other) {
        assertThat(one.orElseThrow().toArray())
                .containsExactly(other.orElseThrow().toArray(), within(2e-6));
    }

    @Test
    void a_thousand_assets_on_ten_factors_are_solved() {
        RandomGenerator random = new SplittableRandom(7);
        double[][] returns = panel(random, 1_000, 60, 0.01);
        ConvexRisk risk = PortfolioRisk.variance(FactorCovariance.ofPrincipalComponents(returns, 10));
        Constraints kept = Constraints.longOnly(1_000).withBounds(0, 0.01);
        Weights found = MeanRisk.of(risk, kept).minimumRisk().orElseThrow();
        assertThat(kept.broken(found, 1e-9)).isEmpty();
        assertThat(risk.of(found)).isLessThan(risk.of(Weights.equal(1_000)));
    }

    @Test
    void one_asset_identical_assets_and_more_assets_than_rows_have_answers() {
        ConvexRisk one = PortfolioRisk.variance(SymmetricMatrix.of(new double[][] {{0.04}}));
        assertThat(MeanRisk.of(one, Constraints.longOnly(1))
                        .minimumRisk()
                        .orElseThrow()
                        .toArray())
                .containsExactly(new double[] {1}, within(1e-15));
        double[][] twins = {{0.01, 0.02, -0.01}, {0.01, 0.02, -0.01}, {0.02, -0.02, 0.01}, {0, 0, 0}};
        for (ConvexRisk risk : risks(twins)) {
            Weights found =
                    MeanRisk.of(risk, Constraints.longOnly(4)).minimumRisk().orElseThrow();
            assertThat(Samples.sum(found.toArray())).isCloseTo(1, within(1e-9));
            assertThat(risk.of(found)).as(risk.toString()).isLessThan(1e-7);
        }
    }

    @Test
    void what_cannot_be_optimized_is_refused() {
        SymmetricMatrix indefinite = SymmetricMatrix.of(new double[][] {{1, 2}, {2, 1}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanRisk.of(PortfolioRisk.variance(indefinite), Constraints.longOnly(2)))
                .withMessageContaining("covariance must be positive semidefinite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanRisk.of(TWO, Constraints.longOnly(3)))
                .withMessage("constraints must be of 2 assets, were of 3");
        MeanRisk both = MeanRisk.of(TWO, Constraints.longOnly(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.withExpectedReturns(new double[] {1, Double.NaN}))
                .withMessage("expected must be finite, was NaN at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.maximumUtility(0))
                .withMessage("aversion must be positive, was 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> both.withRidge(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> both.minimumRisk(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> both.maximumReturn(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.withTradingCosts(Weights.equal(2), new double[] {0, -1}));
    }

    @Test
    void returns_without_bound_are_refused() {
        MeanRisk free = MeanRisk.of(
                        PortfolioRisk.variance(SymmetricMatrix.of(new double[][] {{0, 0}, {0, 0}})),
                        Constraints.unbounded(2))
                .withExpectedReturns(new double[] {0, 1});
        assertThatIllegalStateException()
                .isThrownBy(() -> free.maximumUtility(1))
                .withMessageContaining("bound the weights");
    }

    private static List<ConvexRisk> risks(double[][] returns) {
        return List.of(
                PortfolioRisk.variance(SampleCovariance.of(returns, Observations.COMPLETE)),
                PortfolioRisk.semivariance(returns),
                PortfolioRisk.semivariance(returns, 0),
                PortfolioRisk.meanAbsoluteDeviation(returns),
                PortfolioRisk.conditionalValueAtRisk(returns, 0.1),
                PortfolioRisk.entropicValueAtRisk(returns, 0.1),
                PortfolioRisk.conditionalDrawdownAtRisk(returns, 0.1));
    }

    private static double[] means(double[][] returns) {
        return Arrays.stream(returns).mapToDouble(Samples::mean).toArray();
    }

    private static double[][] panel(RandomGenerator random, int assets, int rows, double size) {
        double[] market =
                IntStream.range(0, rows).mapToDouble(_ -> random.nextGaussian()).toArray();
        double[][] panel = new double[assets][rows];
        for (double[] column : panel) {
            double beta = random.nextDouble();
            Arrays.setAll(column, t -> size * (0.05 + beta * market[t] + random.nextGaussian()));
        }
        return panel;
    }
}
