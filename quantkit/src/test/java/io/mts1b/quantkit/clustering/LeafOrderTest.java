package io.mts1b.quantkit.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.clustering.Dendrogram.Merge;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.testkit.ForAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeafOrderTest {

    /** The example of SciPy issue 11227, to which SciPy answers 0, 2, 1, 3. */
    private static final SymmetricMatrix FOUR = SymmetricMatrix.ofLowerTriangle(
            new double[][] {{0}, {0.46680166, 0}, {0.7747411, 0.28626558, 0}, {0.79942054, 0.68441929, 0.74692541, 0}});

    @Test
    void optimal_finds_the_shortest_path_where_stepwise_misses_it() {
        Dendrogram tree = AgglomerativeClustering.cluster(FOUR, LinkageMethod.COMPLETE);

        int[] optimal = LeafOrder.OPTIMAL.arrange(tree, FOUR).leaves();
        int[] stepwise = LeafOrder.STEPWISE.arrange(tree, FOUR).leaves();

        assertThat(LeafOrder.AS_MERGED.arrange(tree, FOUR).leaves()).containsExactly(0, 3, 1, 2);
        assertThat(stepwise).containsExactly(0, 2, 1, 3);
        assertThat(optimal).containsExactly(0, 1, 2, 3);
        assertThat(length(FOUR, optimal)).isCloseTo(shortest(tree, FOUR), within(1e-15));
        assertThat(length(FOUR, stepwise)).isGreaterThan(length(FOUR, optimal));
    }

    @ParameterizedTest
    @EnumSource
    void optimal_agrees_with_trying_every_way(LinkageMethod method) {
        ForAll.cases(100, random -> {
            SymmetricMatrix distances = RandomDistances.distinct(random, random.nextInt(1, 10));
            Dendrogram tree = AgglomerativeClustering.cluster(distances, method);

            Dendrogram arranged = LeafOrder.OPTIMAL.arrange(tree, distances);

            assertThat(length(distances, arranged.leaves())).isCloseTo(shortest(tree, distances), within(1e-12));
        });
    }

    @Test
    void optimal_does_not_depend_on_the_order_of_the_items() {
        ForAll.cases(200, random -> {
            int n = random.nextInt(3, 20);
            SymmetricMatrix distances = RandomDistances.distinct(random, n);
            int[] order = random.ints(0, n).distinct().limit(n).toArray();
            SymmetricMatrix permuted = RandomDistances.permuted(distances, order);

            int[] one = leaves(LeafOrder.OPTIMAL, distances);
            int[] other = leaves(LeafOrder.OPTIMAL, permuted);

            assertThat(Arrays.stream(other).map(i -> order[i])).containsExactly(box(one));
        });
    }

    @ParameterizedTest
    @EnumSource
    void only_left_and_right_change(LeafOrder order) {
        ForAll.cases(100, random -> {
            SymmetricMatrix distances = random.nextBoolean()
                    ? RandomDistances.tied(random, random.nextInt(1, 20))
                    : RandomDistances.distinct(random, random.nextInt(1, 20));
            Dendrogram tree = AgglomerativeClustering.cluster(distances, anyMethod(random));

            Dendrogram arranged = order.arrange(tree, distances);

            List<Merge> back = new ArrayList<>();
            for (Merge merge : arranged.merges()) {
                back.add(merge.left() < merge.right() ? merge : merge.turned());
            }
            assertThat(new Dendrogram(back)).isEqualTo(tree);
        });
    }

    @Test
    void the_last_merger_of_a_stepwise_order_meets_at_its_best() {
        ForAll.cases(100, random -> {
            SymmetricMatrix distances = RandomDistances.distinct(random, 3);
            Dendrogram tree = AgglomerativeClustering.cluster(distances, LinkageMethod.AVERAGE);

            int[] leaves = LeafOrder.STEPWISE.arrange(tree, distances).leaves();

            assertThat(length(distances, leaves)).isCloseTo(shortest(tree, distances), within(1e-15));
        });
    }

    @Test
    void refuses_distances_of_other_items() {
        Dendrogram tree = AgglomerativeClustering.cluster(FOUR, LinkageMethod.COMPLETE);
        SymmetricMatrix one = SymmetricMatrix.ofLowerTriangle(new double[][] {{0}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeafOrder.OPTIMAL.arrange(tree, one))
                .withMessage("distances must be of 4 items, were of 1");
    }

    private static int[] leaves(LeafOrder order, SymmetricMatrix distances) {
        return order.arrange(AgglomerativeClustering.cluster(distances, LinkageMethod.AVERAGE), distances)
                .leaves();
    }

    private static LinkageMethod anyMethod(RandomGenerator random) {
        return ForAll.oneOf(random, LinkageMethod.values());
    }

    /** Tries each way to turn the parts of each cluster. */
    private static double shortest(Dendrogram tree, SymmetricMatrix distances) {
        double shortest = Double.POSITIVE_INFINITY;
        int merges = tree.merges().size();
        for (int ways = 0; ways < 1 << merges; ways++) {
            List<Merge> turned = new ArrayList<>();
            for (int k = 0; k < merges; k++) {
                Merge merge = tree.merges().get(k);
                turned.add((ways >> k & 1) == 1 ? merge.turned() : merge);
            }
            shortest = Math.min(shortest, length(distances, new Dendrogram(turned).leaves()));
        }
        return shortest;
    }

    private static double length(SymmetricMatrix distances, int[] leaves) {
        double length = 0;
        for (int p = 1; p < leaves.length; p++) {
            length += distances.get(leaves[p - 1], leaves[p]);
        }
        return length;
    }

    private static Integer[] box(int[] values) {
        return Arrays.stream(values).boxed().toArray(Integer[]::new);
    }
}
