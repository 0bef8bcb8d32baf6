package io.mts1b.quantkit.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.clustering.Dendrogram.Merge;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.testkit.ForAll;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgglomerativeClusteringTest {

    /**
     * By hand, for items at 0, 1, 4 and 7 on a line: the first two merge at 1. The last merger is at 3 by the nearest
     * pair; the others join the last two first, and then are 7 apart by the farthest pair, (4 + 7 + 3 + 6) / 4 = 5 by
     * the mean, and sqrt(2 * 2 * 2 / 4) times the 5 between the centres by Ward.
     */
    @ParameterizedTest
    @CsvSource({"SINGLE, 3", "COMPLETE, 7", "AVERAGE, 5", "WARD, 7.0710678118654755"})
    void measures_clusters_as_the_method_says(LinkageMethod method, double last) {
        SymmetricMatrix distances =
                SymmetricMatrix.ofLowerTriangle(new double[][] {{0}, {1, 0}, {4, 3, 0}, {7, 6, 3, 0}});

        List<Merge> merges = AgglomerativeClustering.cluster(distances, method).merges();

        assertThat(merges.getFirst()).isEqualTo(new Merge(0, 1, 1, 2));
        assertThat(merges.getLast().size()).isEqualTo(4);
        assertThat(merges.getLast().distance()).isCloseTo(last, within(1e-14));
    }

    @ParameterizedTest
    @EnumSource
    void agrees_with_the_naive_twin(LinkageMethod method) {
        ForAll.cases(300, random -> {
            SymmetricMatrix distances = RandomDistances.distinct(random, random.nextInt(1, 25));

            List<Merge> fast =
                    AgglomerativeClustering.cluster(distances, method).merges();
            List<Merge> naive = NaiveClustering.cluster(distances, method).merges();

            assertThat(fast).hasSameSizeAs(naive);
            for (int k = 0; k < fast.size(); k++) {
                Merge expected = naive.get(k);
                double distance = fast.get(k).distance();
                assertThat(distance).isCloseTo(expected.distance(), within(1e-12));
                assertThat(fast.get(k))
                        .isEqualTo(new Merge(expected.left(), expected.right(), distance, expected.size()));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void ties_give_a_tree_that_never_falls(LinkageMethod method) {
        ForAll.cases(300, random -> {
            SymmetricMatrix distances = RandomDistances.tied(random, random.nextInt(1, 25));

            Dendrogram tree = AgglomerativeClustering.cluster(distances, method);

            assertThat(tree.size()).isEqualTo(distances.size());
            assertThat(tree.merges().stream().map(Merge::distance)).isSorted();
            assertThat(tree).isEqualTo(AgglomerativeClustering.cluster(distances, method));
        });
    }

    @Test
    void single_linkage_has_the_same_heights_whatever_the_order() {
        ForAll.cases(200, random -> {
            SymmetricMatrix distances = RandomDistances.tied(random, random.nextInt(2, 20));
            int[] order = random.ints(0, distances.size())
                    .distinct()
                    .limit(distances.size())
                    .toArray();

            Dendrogram one = AgglomerativeClustering.cluster(distances, LinkageMethod.SINGLE);
            Dendrogram other =
                    AgglomerativeClustering.cluster(RandomDistances.permuted(distances, order), LinkageMethod.SINGLE);

            assertThat(other.merges().stream().map(Merge::distance))
                    .containsExactlyElementsOf(
                            one.merges().stream().map(Merge::distance).toList());
        });
    }

    @Test
    void one_item_is_a_tree() {
        SymmetricMatrix alone = SymmetricMatrix.ofLowerTriangle(new double[][] {{0}});

        assertThat(AgglomerativeClustering.cluster(alone, LinkageMethod.WARD)).isEqualTo(new Dendrogram(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, -1,   '(1, 0) must be in [0, 1.0E150], was -1.0'",
        "0, 1e151, '(1, 0) must be in [0, 1.0E150], was 1.0E151'",
        "1, 1,    '(1, 1) must be 0, was 1.0'"
    })
    void refuses_what_is_no_distance(double diagonal, double distance, String message) {
        SymmetricMatrix bad = SymmetricMatrix.ofLowerTriangle(new double[][] {{0}, {distance, diagonal}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgglomerativeClustering.cluster(bad, LinkageMethod.SINGLE))
                .withMessage("distance " + message);
    }
}
