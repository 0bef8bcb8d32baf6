package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Panels;
import io.mts1b.quantkit.covariance.FactorCovariance;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.testkit.ForAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Uncertain means and trading costs, wherever a return counts. */
class RobustAllocationTest {

    /** Volatilities of 10 and 20 percent, uncorrelated. */
    private static final SymmetricMatrix TWO = SymmetricMatrix.of(new double[][] {{0.01, 0}, {0, 0.04}});

    private static final double[] EXPECTED = {0.07, 0.10};

    private static MeanRisk two(Constraints kept) {
        return MeanRisk.of(PortfolioRisk.variance(TWO), kept).withExpectedReturns(EXPECTED);
    }

    @Test
    void a_box_takes_its_widths_from_means_of_positions_that_are_not_short() {
        // 0.07 - 0.02 - 0.02 = 0.03 and 0.10 - 0.02 - 0.04 = 0.04 over 0.01 and 0.04: 3 to 1.
        Allocation found = two(Constraints.longOnly(2))
                .withUncertainReturns(MeanUncertainty.box(0.02, 0.04))
                .maximumRatio(0.02);
        assertThat(found.orElseThrow().toArray()).containsExactly(new double[] {0.75, 0.25}, within(1e-12));
        assertThat(((Allocation.Optimal) found).objective())
                .isCloseTo((0.75 * 0.03 + 0.25 * 0.04) / Math.sqrt(0.5625 * 0.01 + 0.0625 * 0.04), within(1e-12));
    }

    @Test
    void a_box_around_a_short_position_is_the_other_way_round() {
        // min of 0.01 a^2 + 0.04 (1 - a)^2 - (0.25 a + 0.10 (1 - a)) + 0.02 |1 - a| with a > 1: 0.1 a - 0.08 = 0.17.
        Allocation found = MeanRisk.of(PortfolioRisk.variance(TWO), Constraints.unbounded(2))
                .withExpectedReturns(new double[] {0.25, 0.10})
                .withUncertainReturns(MeanUncertainty.box(0, 0.02))
                .maximumUtility(1);
        // A longer short position earns less by the width: slope 0.15 - 0.02 = 0.1 a - 0.08.
        assertThat(found.orElseThrow().toArray()).containsExactly(new double[] {2.1, -1.1}, within(1e-8));
    }

    @Test
    void errors_like_returns_raise_the_aversion_to_risk() {
        // With errors equal to returns the worst ratio is the plain one less the radius: the portfolio is the same.
        MeanRisk plain = two(Constraints.longOnly(2));
        Allocation sure = plain.maximumRatio(0.02);
        Allocation unsure =
                plain.withUncertainReturns(MeanUncertainty.ellipsoid(TWO, 0.25)).maximumRatio(0.02);
        assertThat(unsure.orElseThrow().toArray())
                .containsExactly(sure.orElseThrow().toArray(), within(1e-8));
        assertThat(((Allocation.Optimal) unsure).objective())
                .isCloseTo(((Allocation.Optimal) sure).objective() - 0.25, within(1e-9));
    }

    @Test
    void one_uncertain_mean_is_a_straight_line() {
        // Only the second mean errs, by 0.03 at most: 0.10 becomes 0.07, as good as the first at four times the
        // variance.
        MeanUncertainty second = MeanUncertainty.ellipsoid(SymmetricMatrix.of(new double[][] {{0, 0}, {0, 9e-4}}), 1);
        assertThat(two(Constraints.longOnly(2))
                        .withUncertainReturns(second)
                        .maximumRatio(0)
                        .orElseThrow()
                        .toArray())
                .containsExactly(new double[] {0.8, 0.2}, within(1e-7));
        assertThat(second.of(Weights.of(0.5, -0.5))).isCloseTo(0.015, within(1e-17));
    }

    @Test
    void costs_in_the_ratio_are_those_of_the_portfolio_and_not_of_its_multiple() {
        // From the first asset alone a unit of the second earns 0.08 above what is riskless, less 0.02 for both trades:
        // 0.05 / 0.01 to 0.06 / 0.04 is 5 to 1.5.
        Weights held = Weights.of(1, 0);
        double[] costs = {0.01, 0.01};
        MeanRisk optimizer = two(Constraints.longOnly(2)).withTradingCosts(held, costs);
        Allocation found = optimizer.maximumRatio(0.02);
        double best = 0;
        double at = 0;
        for (int k = 0; k <= 1_000_000; k++) {
            double b = k / 1e6;
            double earned = 0.05 * (1 - b) + 0.08 * b - 0.02 * b;
            double ratio = earned / Math.sqrt(0.01 * (1 - b) * (1 - b) + 0.04 * b * b);
            if (ratio > best) {
                best = ratio;
                at = b;
            }
        }
        assertThat(found.orElseThrow().get(1)).isCloseTo(at, within(1e-6));
        assertThat(((Allocation.Optimal) found).objective()).isCloseTo(best, within(1e-11));
        assertThat(found.orElseThrow().get(1)).isCloseTo(1.5 / 6.5, within(1e-12));
    }

    @Test
    void costs_too_high_to_move_leave_the_portfolio_where_it_is() {
        Weights held = Weights.of(0.5, 0.5);
        Allocation found = two(Constraints.longOnly(2))
                .withTradingCosts(held, new double[] {0.2, 0.2})
                .maximumRatio(0.02);
        assertThat(found.orElseThrow().toArray()).containsExactly(new double[] {0.5, 0.5}, within(1e-8));
        assertThat(((Allocation.Optimal) found).objective()).isCloseTo(0.065 / Math.sqrt(0.0125), within(1e-8));
    }

    @Test
    void a_target_is_net_and_named_when_it_cannot_be_met() {
        MeanRisk unsure = two(Constraints.longOnly(2)).withUncertainReturns(MeanUncertainty.box(0, 0.02));
        // 0.07 and 0.08 at worst: 0.075 at half and half.
        assertThat(unsure.minimumRisk(0.075).orElseThrow().toArray())
                .containsExactly(new double[] {0.5, 0.5}, within(1e-9));
        Allocation.Infeasible found = (Allocation.Infeasible) unsure.minimumRisk(0.09);
        assertThat(found.conflict()).hasSize(3).contains("budget", "target return");
        assertThat(found.broken().get("target return")).isCloseTo(0.01, within(1e-6));
        assertThat(((Allocation.Infeasible) two(Constraints.longOnly(2))
                                .withUncertainReturns(MeanUncertainty.ellipsoid(TWO, 3))
                                .maximumRatio(0.02))
                        .conflict())
                .contains("excess return");
    }

    /** The worst means are a corner of the box: the naive twin looks at all of them. */
    @Test
    void the_worst_corner_of_a_box_is_never_better_than_said() {
        ForAll.cases(100, random -> {
            int n = 1 + random.nextInt(6);
            double[] expected = random.doubles(n, -1, 1).toArray();
            double[] widths = random.doubles(n, 0, 0.5).toArray();
            double[] weights = random.doubles(n, -1, 1).toArray();
            double worst = Double.POSITIVE_INFINITY;
            for (int corner = 0; corner < 1 << n; corner++) {
                double earned = 0;
                for (int i = 0; i < n; i++) {
                    earned += weights[i] * (expected[i] + ((corner >> i & 1) == 0 ? -widths[i] : widths[i]));
                }
                worst = Math.min(worst, earned);
            }
            double said =
                    Vectors.dot(expected, weights) - MeanUncertainty.box(widths).of(Weights.of(weights));
            assertThat(said).isCloseTo(worst, within(1e-14));
        });
    }

    /** Covariances in a box are worst at their upper ends where nothing is short: the naive twin looks at all corners. */
    @Test
    void the_worst_covariance_of_long_positions_is_the_upper_one() {
        ForAll.cases(50, random -> {
            double[][] middle = covariance(random, 3).toArray();
            double[] widths = random.doubles(6, 0, 1e-4).toArray();
            double[] w = random.doubles(3).toArray();
            double worst = 0;
            for (int corner = 0; corner < 1 << 6; corner++) {
                double variance = 0;
                for (int i = 0, k = 0; i < 3; i++) {
                    for (int j = 0; j <= i; j++, k++) {
                        double entry = middle[i][j] + ((corner >> k & 1) == 0 ? -widths[k] : widths[k]);
                        variance += (i == j ? 1 : 2) * w[i] * w[j] * entry;
                    }
                }
                worst = Math.max(worst, variance);
            }
            double[][] upper = new double[3][];
            for (int i = 0, k = 0; i < 3; i++) {
                upper[i] = new double[i + 1];
                for (int j = 0; j <= i; j++, k++) {
                    upper[i][j] = middle[i][j] + widths[k];
                }
            }
            assertThat(PortfolioRisk.variance(SymmetricMatrix.ofLowerTriangle(upper))
                            .of(Weights.of(w)))
                    .isCloseTo(worst, within(1e-15));
        });
    }

    /** The ellipsoid touches its worst mean: {@code m = expected - radius E w / sqrt(w'E w)}. No other mean inside is worse. */
    @Test
    void no_mean_of_an_ellipsoid_is_worse_than_said() {
        ForAll.cases(50, random -> {
            int n = 2 + random.nextInt(4);
            SymmetricMatrix errors = covariance(random, n);
            double[][] rows = errors.toArray();
            Weights weights = Weights.of(random.doubles(n, -1, 1).toArray());
            double said = MeanUncertainty.ellipsoid(errors, 1.5).of(weights);
            double[] product = Vectors.multiply(rows, weights.toArray());
            double root = Math.sqrt(Vectors.dot(weights.toArray(), product));
            assertThat(1.5 * Vectors.dot(product, weights.toArray()) / root).isCloseTo(said, within(1e-14));
            for (int k = 0; k < 20; k++) {
                // Points of the ellipsoid are radius E u / sqrt(u'E u).
                double[] u = random.doubles(n, -1, 1).toArray();
                double[] shift = Vectors.multiply(rows, u);
                double size = 1.5 / Math.sqrt(Vectors.dot(u, shift));
                assertThat(size * Vectors.dot(shift, weights.toArray())).isLessThanOrEqualTo(said * (1 + 1e-12));
            }
        });
    }

    /** Three assets on a fine grid of portfolios, long and short, for every goal: none of them is better. */
    @Test
    void no_portfolio_of_a_grid_is_better() {
        ForAll.cases(12, random -> {
            double[][] returns = Panels.returns(random, 3, 60);
            SymmetricMatrix covariance = SampleCovariance.of(returns, Observations.COMPLETE);
            double size = Math.sqrt(covariance.get(0, 0));
            double[] expected = random.doubles(3, 0.05 * size, 0.3 * size).toArray();
            MeanUncertainty unsure = random.nextBoolean()
                    ? MeanUncertainty.box(random.doubles(3, 0, 0.05 * size).toArray())
                    : MeanUncertainty.ellipsoid(covariance, 0.05);
            Weights held = Weights.of(0.2, 0.5, 0.3);
            double[] costs = random.doubles(3, 0, 0.02 * size).toArray();
            double least = random.nextBoolean() ? 0 : -0.5;
            Constraints kept = Constraints.longOnly(3).withBounds(least, 1);
            ConvexRisk risk = random.nextBoolean()
                    ? PortfolioRisk.variance(covariance)
                    : PortfolioRisk.conditionalValueAtRisk(returns, 0.1);
            MeanRisk optimizer = MeanRisk.of(risk, kept)
                    .withExpectedReturns(expected)
                    .withUncertainReturns(unsure)
                    .withTradingCosts(held, costs);
            ToDoubleFunction<Weights> net = w -> net(w, expected, held, costs) - unsure.of(w);
            double root = risk.degree() == 2 ? 0.5 : 1;
            double most = 1.3 * risk.of(MeanRisk.of(risk, kept).minimumRisk().orElseThrow());
            double target = net.applyAsDouble(held);
            Weights ratio = optimizer.maximumRatio(0).orElseThrow();
            Weights useful = optimizer.maximumUtility(1).orElseThrow();
            Weights earning = optimizer.maximumReturn(most).orElseThrow();
            Weights safe = optimizer.minimumRisk(target).orElseThrow();
            assertThat(risk.of(earning)).isLessThanOrEqualTo(most * (1 + 1e-7));
            assertThat(net.applyAsDouble(safe)).isGreaterThanOrEqualTo(target - 1e-9 * size);
            for (Weights other : grid(least, 40)) {
                double earned = net.applyAsDouble(other);
                double taken = risk.of(other);
                // A loss in the worst periods may be a gain: then there is no ratio.
                if (taken > 0) {
                    assertThat(earned / Math.pow(taken, root))
                            .isLessThanOrEqualTo(net.applyAsDouble(ratio) / Math.pow(risk.of(ratio), root) + 1e-8);
                }
                assertThat(earned - taken)
                        .isLessThanOrEqualTo(net.applyAsDouble(useful) - risk.of(useful) + 1e-9 * size);
                if (taken <= most) {
                    assertThat(earned).isLessThanOrEqualTo(net.applyAsDouble(earning) + 1e-7 * size);
                }
                if (earned >= target) {
                    assertThat(taken).isGreaterThanOrEqualTo(risk.of(safe) * (1 - 1e-7));
                }
            }
        });
    }

    private static double net(Weights w, double[] expected, Weights held, double[] costs) {
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            sum += expected[i] * w.get(i) - costs[i] * Math.abs(w.get(i) - held.get(i));
        }
        return sum;
    }

    private static List<Weights> grid(double least, int steps) {
        List<Weights> all = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            for (int j = 0; j <= steps; j++) {
                double a = least + (1 - least) * i / steps;
                double b = least + (1 - least) * j / steps;
                if (1 - a - b >= least && 1 - a - b <= 1) {
                    all.add(Weights.of(a, b, 1 - a - b));
                }
            }
        }
        return all;
    }

    @Test
    void factors_know_uncertain_means_and_costs_too() {
        ForAll.cases(20, random -> {
            int n = 3 + random.nextInt(8);
            FactorCovariance factors = FactorCovariance.ofPrincipalComponents(Panels.returns(random, n, 40), 2);
            SymmetricMatrix covariance = factors.toMatrix();
            double size = Math.sqrt(covariance.get(0, 0));
            double[] expected = random.doubles(n, 0.1 * size, 0.3 * size).toArray();
            double[] small = random.doubles(n, 0, 0.03 * size).toArray();
            Constraints kept = Constraints.longOnly(n).withBounds(-0.2, 1);
            for (MeanUncertainty unsure :
                    List.of(MeanUncertainty.box(small), MeanUncertainty.ellipsoid(covariance, 0.05))) {
                List<Weights> found = new ArrayList<>();
                for (ConvexRisk risk : List.of(PortfolioRisk.variance(factors), PortfolioRisk.variance(covariance))) {
                    MeanRisk optimizer = MeanRisk.of(risk, kept)
                            .withExpectedReturns(expected)
                            .withUncertainReturns(unsure)
                            .withTradingCosts(Weights.equal(n), small);
                    List<Function<MeanRisk, Allocation>> goals =
                            List.of(o -> o.maximumRatio(0), o -> o.maximumUtility(3), o -> o.minimumRisk(0.15 * size));
                    goals.forEach(goal -> found.add(goal.apply(optimizer).orElseThrow()));
                }
                for (int k = 0; k < 3; k++) {
                    assertThat(found.get(k).toArray())
                            .containsExactly(found.get(k + 3).toArray(), within(3e-6));
                }
            }
        });
    }

    /** Where every position is expected to lose at worst, a portfolio that may be none is best none. */
    @Test
    void nothing_is_held_where_nothing_is_worth_its_uncertainty() {
        ForAll.cases(40, random -> {
            int n = 2 + random.nextInt(5);
            SymmetricMatrix covariance = covariance(random, n);
            double size = Math.sqrt(covariance.get(0, 0));
            Constraints neutral = Constraints.longOnly(n).withBounds(-1, 1).withBudget(0);
            MeanRisk optimizer = MeanRisk.of(PortfolioRisk.variance(covariance), neutral)
                    .withExpectedReturns(random.doubles(n, 0, 0.01 * size).toArray())
                    .withUncertainReturns(MeanUncertainty.ellipsoid(covariance, 1));
            for (Weights found : List.of(
                    optimizer.maximumUtility(2).orElseThrow(),
                    optimizer.maximumReturn(size * size).orElseThrow(),
                    optimizer
                            .withSelection(Selection.any(n).withMostHoldings(2))
                            .maximumUtility(2)
                            .orElseThrow())) {
                assertThat(Vectors.largest(found.toArray())).isZero();
            }
        });
    }

    @Test
    void certainty_changes_nothing_and_the_least_risk_knows_no_means() {
        MeanRisk plain = two(Constraints.longOnly(2));
        for (MeanUncertainty none : List.of(MeanUncertainty.box(0, 0), MeanUncertainty.ellipsoid(TWO, 0))) {
            assertThat(plain.withUncertainReturns(none).maximumRatio(0.02)).isEqualTo(plain.maximumRatio(0.02));
        }
        assertThat(plain.withUncertainReturns(MeanUncertainty.box(1, 2)).minimumRisk())
                .isEqualTo(plain.minimumRisk());
    }

    @Test
    void weights_do_not_depend_on_the_scale_of_returns() {
        // Errors like returns change nothing. Buying the first and selling the second costs 0.01 w1 - 0.02 w2 + 0.011,
        // so
        // they earn 0.05 - 0.021 and 0.08 + 0.009 above what is riskless: 2.9 to 2.225.
        for (double scale : new double[] {1e-6, 1, 1e5}) {
            double[] expected = Arrays.stream(EXPECTED).map(r -> scale * r).toArray();
            SymmetricMatrix covariance = SymmetricMatrix.of(new Variance(TWO).scaled(scale * scale));
            Weights found = MeanRisk.of(PortfolioRisk.variance(covariance), Constraints.longOnly(2))
                    .withExpectedReturns(expected)
                    .withUncertainReturns(MeanUncertainty.ellipsoid(covariance, 0.1))
                    .withTradingCosts(Weights.of(0.3, 0.7), new double[] {0.01 * scale, 0.02 * scale})
                    .maximumRatio(0.02 * scale)
                    .orElseThrow();
            assertThat(found.get(0)).isCloseTo(2.9 / 5.125, within(1e-8));
        }
    }

    @Test
    void what_is_no_uncertainty_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanUncertainty.box(0.1, -0.1))
                .withMessage("widths must not be negative, were [0.1, -0.1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanUncertainty.box(Double.NaN))
                .withMessage("widths must be finite, was NaN at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanUncertainty.ellipsoid(TWO, -1))
                .withMessage("radius must not be negative, was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanUncertainty.ellipsoid(SymmetricMatrix.of(new double[][] {{1, 2}, {2, 1}}), 1))
                .withMessage("errors must be positive semidefinite, were not");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two(Constraints.longOnly(2)).withUncertainReturns(MeanUncertainty.box(1)))
                .withMessage("uncertainty must be of 2 assets, was of 1");
    }

    private static SymmetricMatrix covariance(RandomGenerator random, int n) {
        return SampleCovariance.of(Panels.returns(random, n, 30), Observations.COMPLETE);
    }
}
