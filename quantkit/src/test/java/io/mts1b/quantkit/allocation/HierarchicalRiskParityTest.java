package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.clustering.CorrelationDistance;
import io.mts1b.quantkit.clustering.Dendrogram;
import io.mts1b.quantkit.clustering.LeafOrder;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.covariance.Correlation;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HierarchicalRiskParityTest {

    private static final HierarchicalRiskParity HRP =
            new HierarchicalRiskParity(LinkageMethod.SINGLE, LeafOrder.AS_MERGED);

    /**
     * By hand, for volatilities 1, 1 and 2 of which the last two move together (correlation 0.5, others 0): assets 1
     * and 2 merge first, so the leaves are 0, 1, 2. The second half holds 1 and 2 by inverse variance, 4/5 and 1/5,
     * and has variance 0.64 + 0.16 + 2 * 0.16 * 1 = 1.12 to the 1 of asset 0. So asset 0 gets 1.12/2.12, and of the
     * other 1/2.12 asset 1 gets 4/5 and asset 2 gets 1/5.
     */
    @Test
    void matches_a_hand_worked_allocation() {
        SymmetricMatrix covariance = SymmetricMatrix.ofLowerTriangle(new double[][] {{1}, {0, 1}, {0, 1, 4}});

        HierarchicalAllocation found = HRP.allocate(covariance);

        assertThat(found.tree().leaves()).containsExactly(0, 1, 2);
        assertThat(found.weights().toArray())
                .containsExactly(new double[] {1.12 / 2.12, 0.8 / 2.12, 0.2 / 2.12}, within(1e-15));
    }

    /** Without correlation every cluster splits by inverse variance, and so does the whole. */
    @Test
    void is_inverse_variance_where_nothing_correlates() {
        double[][] lower = {{1}, {0, 2}, {0, 0, 4}, {0, 0, 0, 8}};

        assertThat(HRP.allocate(SymmetricMatrix.ofLowerTriangle(lower))
                        .weights()
                        .toArray())
                .containsExactly(new double[] {8 / 15.0, 4 / 15.0, 2 / 15.0, 1 / 15.0}, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource
    void weights_are_positive_and_sum_to_one(LinkageMethod linkage) {
        ForAll.cases(100, random -> {
            double[][] returns = returns(random, random.nextInt(1, 30), random.nextInt(3, 40));
            for (LeafOrder order : LeafOrder.values()) {
                double[] weights = new HierarchicalRiskParity(linkage, order)
                        .allocate(returns)
                        .weights()
                        .toArray();
                assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
                assertThat(Arrays.stream(weights).min().orElseThrow()).isPositive();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void does_not_depend_on_the_order_of_the_assets(LinkageMethod linkage) {
        ForAll.cases(100, random -> {
            int n = random.nextInt(1, 15);
            double[][] returns = returns(random, n, 40);
            int[] order = random.ints(0, n).distinct().limit(n).toArray();
            double[][] shuffled = Arrays.stream(order).mapToObj(i -> returns[i]).toArray(double[][]::new);
            HierarchicalRiskParity optimal = new HierarchicalRiskParity(linkage, LeafOrder.OPTIMAL);

            Weights one = optimal.allocate(returns).weights();
            Weights other = optimal.allocate(shuffled).weights();

            for (int i = 0; i < n; i++) {
                assertThat(other.get(i)).isCloseTo(one.get(order[i]), within(1e-12));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-100, 1e-3, 1e6, 1e100})
    void does_not_mind_the_scale(double scale) {
        ForAll.cases(50, random -> {
            double[][] returns = returns(random, random.nextInt(1, 10), 30);
            double[][] scaled = Arrays.stream(returns)
                    .map(column -> Arrays.stream(column).map(r -> scale * r).toArray())
                    .toArray(double[][]::new);

            assertThat(HRP.allocate(scaled).weights().toArray())
                    .containsExactly(HRP.allocate(returns).weights().toArray(), within(1e-12));
        });
    }

    @Test
    void one_asset_gets_everything() {
        HierarchicalAllocation found = HRP.allocate(new double[][] {{0.01, -0.02, 0.03}});

        assertThat(found).isEqualTo(new HierarchicalAllocation(Weights.of(1), new Dendrogram(List.of())));
    }

    @Test
    void identical_assets_share_alike() {
        double[] one = {0.01, -0.02, 0.03, 0.005};
        double[] other = {0.02, 0.01, -0.01, 0.01};

        Weights pair = HRP.allocate(new double[][] {one, one}).weights();
        Weights withOther = HRP.allocate(new double[][] {one, other, one}).weights();

        assertThat(pair).isEqualTo(Weights.of(0.5, 0.5));
        assertThat(withOther.get(0)).isCloseTo(withOther.get(2), within(1e-15));
    }

    @Test
    void more_assets_than_observations_are_no_obstacle() {
        ForAll.cases(20, random -> {
            double[] weights = HRP.allocate(returns(random, 60, 5)).weights().toArray();
            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        });
    }

    @Test
    void refuses_by_name_what_has_no_answer() {
        double[] good = {0.01, -0.02, 0.03};
        double[] flat = {0.01, 0.01, 0.01};
        double[] opposite = {-0.01, 0.02, -0.03};
        double[] young = {Double.NaN, Double.NaN, 0.01};
        double[] missing = {Double.NaN, Double.NaN, Double.NaN};
        double[] infinite = {0.01, Double.POSITIVE_INFINITY, 0.01};

        assertRefused("returns must hold at least 1 asset, held 0");
        assertRefused("asset 1 must vary, had variance 0.0", good, flat);
        assertRefused("assets 0 and 1 must share at least 2 rows in which neither is missing, shared 1", good, young);
        assertRefused("assets 0 and 1 must share at least 2 rows in which neither is missing, shared 0", good, missing);
        assertRefused("returns must be finite, or NaN where missing, was Infinity at asset 1, row 1", good, infinite);
        assertRefused("asset 1 must hold 3 values, held 2", good, new double[] {1, 2});
        assertRefused(
                "assets [1, 0] must not hedge each other to nothing, had a risk of",
                good,
                opposite,
                new double[] {0.01, 0.01, 0.011},
                new double[] {0.01, 0.01, 0.012});
    }

    @Test
    void refuses_a_risk_of_other_assets_or_without_loss() {
        SymmetricMatrix two = SymmetricMatrix.ofLowerTriangle(new double[][] {{1}, {0, 1}});
        SymmetricMatrix one = SymmetricMatrix.ofLowerTriangle(new double[][] {{1}});
        SymmetricMatrix distances = CorrelationDistance.of(Correlation.of(two));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HRP.allocate(distances, PortfolioRisk.variance(one)))
                .withMessage("risk must know 2 assets, knew 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HRP.allocate(
                        distances, PortfolioRisk.conditionalValueAtRisk(new double[][] {{-1, 2}, {1, 2}}, 0.5)))
                .withMessageStartingWith("asset 1 must have a positive risk, had -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HierarchicalAllocation(Weights.of(1, 0), new Dendrogram(List.of())));
    }

    private static void assertRefused(String message, double[]... returns) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HRP.allocate(returns))
                .withMessageStartingWith(message);
    }

    /** Returns with a common factor, so that clusters have something to find. */
    private static double[][] returns(RandomGenerator random, int assets, int rows) {
        double[] market = random.doubles(rows, -0.02, 0.02).toArray();
        double[][] returns = new double[assets][rows];
        for (double[] column : returns) {
            double beta = random.nextDouble(-0.5, 2);
            double volatility = random.nextDouble(0.01, 0.1);
            for (int t = 0; t < rows; t++) {
                column[t] = beta * market[t] + random.nextDouble(-volatility, volatility);
            }
        }
        return returns;
    }
}
