package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Panels;
import io.mts1b.quantkit.clustering.LeafOrder;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.PsdRepair;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.Shrinkage;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.statistics.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cases in which users of PyPortfolioOpt reported a failed solver or an odd answer, by the number of their issue. */
class ReportedFailuresTest {

    private static final SymmetricMatrix COINS = SymmetricMatrix.of(new double[][] {
        {0.447307, 0.467077, 0.487518},
        {0.467077, 0.756588, 0.623595},
        {0.487518, 0.623595, 0.803425}
    });

    private static double[] means(double[][] returns) {
        return Arrays.stream(returns).mapToDouble(Samples::mean).toArray();
    }

    /** Issues 88 and 427: all assets lost, and the best ratio is asked for. */
    @Test
    void a_ratio_of_assets_that_all_lose_is_explained() {
        MeanRisk optimizer = MeanRisk.of(PortfolioRisk.variance(COINS), Constraints.longOnly(3))
                .withExpectedReturns(new double[] {-0.654099, -1.011251, -1.016013});
        Allocation.Infeasible found = (Allocation.Infeasible) optimizer.maximumRatio(0.02);
        assertThat(found.conflict()).contains("excess return").doesNotContain("upper bounds");
        assertThat(Samples.sum(found.nearest().toArray())).isCloseTo(1, within(1e-6));
        // The least variance is all of the first, which has the smallest covariances with the others too.
        assertThat(optimizer.minimumRisk().orElseThrow().toArray())
                .containsExactly(new double[] {1, 0, 0}, within(1e-12));
        assertThat(((Allocation.Optimal) optimizer.maximumRatio(-2)).objective())
                .isPositive();
    }

    /** Issue 82: "the objective is not DCP" of a matrix that is no covariance. */
    @Test
    void a_matrix_that_is_no_covariance_is_refused_and_can_be_repaired() {
        SymmetricMatrix given = SymmetricMatrix.of(new double[][] {
            {1.28992571, 0.05675357, 0.23213086, 0.04030597},
            {0.05675357, 0.39647776, 0.3670981, 0.09351321},
            {0.23213086, 0.3670981, 0.37204403, 0.19053016},
            {0.04030597, 0.09351321, 0.19053016, 0.17553035}
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanRisk.of(PortfolioRisk.variance(given), Constraints.longOnly(4)))
                .withMessageContaining("repair it with PsdRepair");
        PsdRepair repaired = PsdRepair.nearestCorrelation(given);
        assertThat(repaired.distance()).isBetween(1e-6, 0.1);
        Weights found = MeanRisk.of(PortfolioRisk.variance(repaired.matrix()), Constraints.longOnly(4))
                .withExpectedReturns(new double[] {0.1, 0.2, 0.1, 0.05})
                .maximumRatio(0.02)
                .orElseThrow();
        assertThat(Samples.sum(found.toArray())).isCloseTo(1, within(1e-9));
    }

    /** Issue 468: ranges for nine sectors of ninety assets, and a ridge. Issue 140: bounds that leave less than all. */
    @Test
    void sectors_are_kept_or_those_in_conflict_are_named() {
        double[] least = {0.2, 0.1, 0.1, 0.1, 0.1, 0.05, 0, 0, 0};
        double[] most = {0.35, 0.2, 0.2, 0.15, 0.2, 0.15, 0.1, 0.15, 0.15};
        double[][] returns = Panels.returns(new SplittableRandom(468), 90, 60);
        SymmetricMatrix covariance =
                Shrinkage.constantVariance(returns, Observations.COMPLETE).covariance();
        Constraints kept = Constraints.longOnly(90);
        Constraints tight = Constraints.longOnly(90);
        for (int s = 0; s < 9; s++) {
            int sector = s;
            List<Integer> members =
                    IntStream.range(0, 90).filter(i -> i % 9 == sector).boxed().toList();
            kept = kept.withGroup("sector " + s, members, least[s], most[s]);
            tight = tight.withGroup("sector " + s, members, least[s], least[s] + 0.03);
        }
        Weights found = MeanRisk.of(PortfolioRisk.variance(covariance), kept)
                .withExpectedReturns(means(returns))
                .withRidge(1e-4)
                .maximumRatio(0)
                .orElseThrow();
        assertThat(kept.broken(found, 1e-9)).isEmpty();
        Allocation.Infeasible none = (Allocation.Infeasible)
                MeanRisk.of(PortfolioRisk.variance(covariance), tight).minimumRisk();
        List<String> all = new ArrayList<>(List.of("budget"));
        IntStream.range(0, 9).forEach(s -> all.add("sector " + s + " maximum"));
        assertThat(none.conflict()).containsExactlyElementsOf(all);
        assertThat(none.broken().values().stream().mapToDouble(x -> x).sum()).isCloseTo(0.08, within(1e-4));
    }

    /** Issue 436: at least two percent of each of a dozen assets, from sixty or ninety days. */
    @Test
    void small_least_weights_have_an_answer_in_every_window() {
        RandomGenerator random = new SplittableRandom(436);
        for (int window = 0; window < 20; window++) {
            int n = 9 + window % 4;
            double[][] returns = Panels.returns(random, n, window % 2 == 0 ? 60 : 90);
            Constraints kept = Constraints.longOnly(n).withBounds(0.02, 1);
            Allocation found = MeanRisk.of(
                            PortfolioRisk.variance(Shrinkage.constantVariance(returns, Observations.COMPLETE)
                                    .covariance()),
                            kept)
                    .withExpectedReturns(means(returns))
                    .maximumRatio(0);
            if (found instanceof Allocation.Infeasible none) {
                assertThat(none.conflict()).contains("excess return");
            } else {
                assertThat(kept.broken(found.orElseThrow(), 1e-9)).isEmpty();
            }
        }
    }

    /** Issues 221 and 393: more assets than days, so that the covariance is singular; 300 columns worked, 301 did not. */
    @Test
    void more_assets_than_days_have_a_best_ratio() {
        double[][] returns = Panels.returns(new SplittableRandom(221), 301, 120);
        ConvexRisk risk = PortfolioRisk.variance(SampleCovariance.of(returns, Observations.COMPLETE));
        Constraints kept = Constraints.longOnly(301).withBounds(0, 0.05);
        MeanRisk optimizer = MeanRisk.of(risk, kept).withExpectedReturns(means(returns));
        Weights found = optimizer.maximumRatio(0).orElseThrow();
        assertThat(kept.broken(found, 1e-9)).isEmpty();
        assertThat(risk.of(found)).isPositive();
    }

    /** Issues 404, 472 and 544: returns by the minute are tiny, and the eigenvalues of their covariance were not found. */
    @Test
    void tiny_returns_have_the_weights_of_large_ones() {
        double[][] returns = Panels.returns(new SplittableRandom(404), 8, 200);
        double[] usual = ratio(returns);
        for (double scale : new double[] {1e-3, 1e-8, 1e6}) {
            assertThat(ratio(Panels.scaled(returns, scale))).containsExactly(usual, within(1e-8));
        }
    }

    private static double[] ratio(double[][] returns) {
        return MeanRisk.of(
                        PortfolioRisk.variance(SampleCovariance.of(returns, Observations.COMPLETE)),
                        Constraints.longOnly(returns.length))
                .withExpectedReturns(means(returns))
                .maximumRatio(0)
                .orElseThrow()
                .toArray();
    }

    /**
     * Issue 103: 98 percent in one asset. That is what inverse variance asks for where one asset hardly moves: with a
     * seventh of the volatility of four others, and no correlation, 49 of 53. Who wants less bounds the weights.
     */
    @Test
    void an_asset_that_hardly_moves_gets_almost_all_and_can_be_bounded() {
        double[][] rows = new double[5][5];
        IntStream.range(0, 5).forEach(i -> rows[i][i] = i == 2 ? 1 : 49);
        SymmetricMatrix covariance = SymmetricMatrix.of(rows);
        double[] found = new HierarchicalRiskParity(LinkageMethod.SINGLE, LeafOrder.AS_MERGED)
                .allocate(covariance)
                .weights()
                .toArray();
        assertThat(found[2]).isCloseTo(49 / 53.0, within(1e-12));
        double[] bounded = MeanRisk.of(
                        PortfolioRisk.variance(covariance),
                        Constraints.longOnly(5).withBounds(0, 0.4))
                .minimumRisk()
                .orElseThrow()
                .toArray();
        assertThat(bounded).containsExactly(new double[] {0.15, 0.15, 0.4, 0.15, 0.15}, within(1e-12));
    }

    /** Issue 591: a volatility that no portfolio of half of each at most can have, below the least and above the largest. */
    @Test
    void a_volatility_out_of_reach_is_named_and_one_beyond_all_is_kept() {
        MeanRisk optimizer = MeanRisk.of(
                        PortfolioRisk.variance(COINS), Constraints.longOnly(3).withBounds(0, 0.5))
                .withExpectedReturns(new double[] {0.1, 0.2, 0.3});
        assertThat(((Allocation.Infeasible) optimizer.maximumReturn(0.05 * 0.05)).conflict())
                .contains("risk limit");
        assertThat(optimizer.maximumReturn(100).orElseThrow().toArray())
                .containsExactly(new double[] {0, 0.5, 0.5}, within(1e-8));
    }
}
