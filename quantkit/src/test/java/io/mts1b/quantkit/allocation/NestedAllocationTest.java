package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Panels;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.statistics.Samples;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Hierarchical equal risk and nested clusters. */
class NestedAllocationTest {

    private static final HierarchicalEqualRisk HERC =
            new HierarchicalEqualRisk(LinkageMethod.WARD, OptionalInt.empty());

    /** Two pairs that move as one, independent of each other; in the second one asset is twice as volatile. */
    private static final SymmetricMatrix PAIRS =
            SymmetricMatrix.ofLowerTriangle(new double[][] {{1}, {0.9, 1}, {0, 0, 1}, {0, 0, 1.8, 4}});

    /**
     * By hand: the first pair by inverse variance is half and half, with variance 0.95; the second 4/5 and 1/5, with
     * variance 0.64 + 0.16 + 0.32 * 1.8 = 1.376. So the first pair gets 1.376 / 2.326 of the capital.
     */
    @Test
    void equal_risk_splits_between_clusters_by_their_risk() {
        double first = 1.376 / 2.326;
        double[] found = new HierarchicalEqualRisk(LinkageMethod.SINGLE, OptionalInt.of(2))
                .allocate(
                        SymmetricMatrix.ofLowerTriangle(new double[][] {{0}, {0.1, 0}, {1, 1, 0}, {1, 1, 0.2, 0}}),
                        PortfolioRisk.variance(PAIRS))
                .weights()
                .toArray();
        assertThat(found)
                .containsExactly(
                        new double[] {first / 2, first / 2, (1 - first) * 0.8, (1 - first) * 0.2}, within(1e-15));
    }

    /** By hand: minimum variance is half and half of the first pair, and all of asset 2 of the second; 0.95 to 1. */
    @Test
    void nested_clusters_are_optimized_one_in_the_other() {
        NestedClusters nested = NestedClusters.ofMinimumVariance(LinkageMethod.SINGLE);
        double[] found = new NestedClusters(LinkageMethod.SINGLE, OptionalInt.of(2), nested.inner(), nested.outer())
                .allocate(PAIRS)
                .weights()
                .toArray();
        double first = 1 / 1.95;
        assertThat(found).containsExactly(new double[] {first / 2, first / 2, 1 - first, 0}, within(1e-12));
    }

    @Test
    void weights_are_positive_sum_to_one_and_follow_the_assets() {
        ForAll.cases(60, random -> {
            int n = random.nextInt(1, 15);
            double[][] returns = Panels.returns(random, n, 40);
            int[] order = Panels.permutation(random, n);
            double[][] mixed = Panels.reordered(returns, order);
            double[][] both = {weights(HERC, returns), weights(HERC, mixed)};
            double[][] nested = {nested(returns), nested(mixed)};
            for (double[][] pair : new double[][][] {both, nested}) {
                assertThat(Samples.sum(pair[0])).isCloseTo(1, within(1e-12));
                assertThat(Arrays.stream(pair[0]).min().orElseThrow()).isNotNegative();
                for (int k = 0; k < n; k++) {
                    assertThat(pair[1][k]).isCloseTo(pair[0][order[k]], within(1e-9));
                }
            }
        });
    }

    private static double[] weights(HierarchicalEqualRisk herc, double[][] returns) {
        return herc.allocate(returns).weights().toArray();
    }

    private static double[] nested(double[][] returns) {
        return NestedClusters.ofMinimumVariance(LinkageMethod.WARD)
                .allocate(SampleCovariance.of(returns, Observations.COMPLETE))
                .weights()
                .toArray();
    }

    @Test
    void what_cannot_be_clustered_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HierarchicalEqualRisk(LinkageMethod.WARD, OptionalInt.of(5))
                        .allocate(new double[][] {{1, 2, 1}, {3, 1, 2}}))
                .withMessageContaining("count must be in [1, 2], was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HERC.allocate(new double[][] {{1, 2, 1}, {3, 3, 3}}))
                .withMessageContaining("asset 1 must vary");
    }
}
