package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.statistics.Samples;
import io.mts1b.testkit.ForAll;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConstraintsTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    private static ConvexRisk uncorrelated(int assets) {
        double[][] rows = new double[assets][assets];
        IntStream.range(0, assets).forEach(i -> rows[i][i] = 0.01 * (i + 1));
        return PortfolioRisk.variance(SymmetricMatrix.of(rows));
    }

    private static Allocation.Infeasible conflict(Allocation allocation) {
        assertThat(allocation).isInstanceOf(Allocation.Infeasible.class);
        return (Allocation.Infeasible) allocation;
    }

    @Test
    void bounds_that_cannot_sum_to_the_budget_are_named() {
        Constraints low = Constraints.longOnly(4).withBounds(0, 0.2);
        Allocation.Infeasible found = conflict(MeanRisk.of(uncorrelated(4), low).minimumRisk());
        assertThat(found.conflict()).containsExactly("budget", "upper bounds");
        assertThat(found.broken()).containsOnlyKeys("upper bounds");
        assertThat(found.broken().get("upper bounds")).isCloseTo(0.2, within(1e-5));
        assertThat(Samples.sum(found.nearest().toArray())).isCloseTo(1, within(1e-9));

        Constraints high = Constraints.longOnly(4).withBounds(0.3, 1);
        assertThat(conflict(MeanRisk.of(uncorrelated(4), high).minimumRisk()).conflict())
                .containsExactly("budget", "lower bounds");
    }

    @Test
    void only_those_in_conflict_are_named() {
        Constraints kept = Constraints.longOnly(4)
                .withGroup("tech", List.of(0, 1), 0.7, NONE)
                .withGroup("banks", List.of(2, 3), 0.5, NONE)
                .withGroup("large", List.of(0, 2), -NONE, 0.9)
                .withTurnover(Weights.equal(4), 1.5);
        Allocation.Infeasible found =
                conflict(MeanRisk.of(uncorrelated(4), kept).minimumRisk());
        assertThat(found.conflict()).containsExactly("budget", "tech minimum", "banks minimum");
        double missed = found.broken().values().stream().mapToDouble(x -> x).sum();
        assertThat(missed).isCloseTo(0.2, within(1e-5));
        assertThatIllegalArgumentException()
                .isThrownBy(found::orElseThrow)
                .withMessageStartingWith(
                        "constraints must not contradict each other, but [budget, tech minimum, banks minimum] do");
    }

    @Test
    void a_target_out_of_reach_is_named_and_the_nearest_portfolio_earns_the_most() {
        MeanRisk optimizer = MeanRisk.of(uncorrelated(3), Constraints.longOnly(3))
                .withExpectedReturns(new double[] {0.05, 0.02, 0.10});
        Allocation.Infeasible found = conflict(optimizer.minimumRisk(0.12));
        assertThat(found.conflict()).containsExactly("budget", "lower bounds", "target return");
        assertThat(found.nearest().toArray()).containsExactly(new double[] {0, 0, 1}, within(1e-5));
        assertThat(found.broken().get("target return")).isCloseTo(0.02, within(1e-6));
    }

    @Test
    void a_risk_out_of_reach_is_named_and_the_nearest_portfolio_is_the_safest() {
        MeanRisk optimizer = MeanRisk.of(uncorrelated(3), Constraints.longOnly(3))
                .withExpectedReturns(new double[] {0.05, 0.02, 0.10});
        Allocation.Infeasible found = conflict(optimizer.maximumReturn(0.001));
        assertThat(found.conflict()).containsExactly("budget", "risk limit");
        double[] safest = optimizer.minimumRisk().orElseThrow().toArray();
        assertThat(found.nearest().toArray()).containsExactly(safest, within(1e-2));
    }

    @Test
    void a_ratio_needs_some_return_above_the_riskless_one() {
        MeanRisk optimizer =
                MeanRisk.of(uncorrelated(2), Constraints.longOnly(2)).withExpectedReturns(new double[] {0.01, 0.02});
        Allocation.Infeasible found = conflict(optimizer.maximumRatio(0.03));
        assertThat(found.conflict()).contains("excess return");
        assertThat(conflict(optimizer
                                .withExpectedReturns(new double[] {0.03, 0.03})
                                .maximumRatio(0.03))
                        .conflict())
                .contains("excess return");
    }

    @Test
    void turnover_and_tracking_error_can_be_in_conflict() {
        Constraints kept = Constraints.longOnly(2)
                .withTurnover(Weights.of(1, 0), 0.2)
                .withTrackingError(Weights.of(0, 1), uncorrelated(2), 0.01);
        Allocation.Infeasible found =
                conflict(MeanRisk.of(uncorrelated(2), kept).minimumRisk());
        assertThat(found.conflict()).contains("turnover", "tracking error");
        Constraints equal = Constraints.longOnly(2).withExposure("beta", new double[] {1, 1.5}, 2, 2);
        assertThat(conflict(MeanRisk.of(uncorrelated(2), equal).minimumRisk()).conflict())
                .contains("beta");
    }

    @Test
    void a_conflict_is_minimal() {
        ForAll.cases(40, random -> {
            int n = 3 + random.nextInt(4);
            Constraints kept = Constraints.longOnly(n).withBounds(0, 0.3 + random.nextDouble());
            for (int g = 0; g < 4; g++) {
                double middle = random.nextDouble(-0.2, 1.2);
                kept = kept.withExposure("f" + g, random.doubles(n, -1, 1).toArray(), middle - 0.2, middle + 0.2);
            }
            Allocation found = MeanRisk.of(uncorrelated(n), kept).minimumRisk();
            if (found instanceof Allocation.Infeasible infeasible) {
                Constraints core = kept;
                for (String name : kept.names()) {
                    core = infeasible.conflict().contains(name) ? core : core.without(name);
                }
                assertThat(Conflict.find(Goal.none(n), core)).isPresent();
                for (String name : infeasible.conflict()) {
                    assertThat(Conflict.find(Goal.none(n), core.without(name)))
                            .as(name)
                            .isEmpty();
                }
            } else {
                assertThat(kept.broken(found.orElseThrow(), 1e-9)).isEmpty();
            }
        });
    }

    @Test
    void what_makes_no_sense_is_refused_by_name() {
        Constraints two = Constraints.longOnly(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Constraints.longOnly(0))
                .withMessage("assets must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.withBounds(0.5, 0.1))
                .withMessage("bounds of asset 0 must leave a finite weight, were [0.5, 0.1]");
        assertThatIllegalArgumentException().isThrownBy(() -> two.withBounds(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> two.withBudget(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.withGroup("a", List.of(2), 0, 1))
                .withMessageContaining("members of a must each be one of 2 assets");
        assertThatIllegalArgumentException().isThrownBy(() -> two.withGroup("a", List.of(0, 0), 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.withGroup("a", List.of(0), 1, 0))
                .withMessage("a must have a range, had [1.0, 0.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.withGroup("a", List.of(0), 0, 1).withGroup("a", List.of(1), 0, 1))
                .withMessage("name must not be taken, was a minimum");
        assertThatIllegalArgumentException().isThrownBy(() -> two.withExposure("b", new double[] {0, 0}, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> two.withTurnover(Weights.equal(3), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> two.withGrossExposure(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.withTrackingError(Weights.equal(2), uncorrelated(3), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> two.withRisk("r", uncorrelated(2), 0));
    }
}
