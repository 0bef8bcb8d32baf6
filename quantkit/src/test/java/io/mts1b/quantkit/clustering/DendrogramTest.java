package io.mts1b.quantkit.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mts1b.quantkit.clustering.Dendrogram.Merge;
import io.mts1b.testkit.ForAll;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DendrogramTest {

    @Test
    void reads_its_leaves_from_left_to_right() {
        Dendrogram tree = new Dendrogram(List.of(new Merge(3, 1, 1, 2), new Merge(0, 4, 2, 3), new Merge(5, 2, 3, 4)));

        assertThat(tree.size()).isEqualTo(4);
        assertThat(tree.leaves()).containsExactly(0, 3, 1, 2);
        assertThat(new Dendrogram(List.of()).leaves()).containsExactly(0);
    }

    @ParameterizedTest
    @EnumSource
    void every_tree_holds_each_leaf_once(LinkageMethod method) {
        ForAll.cases(100, random -> {
            int n = random.nextInt(1, 40);
            Dendrogram tree = AgglomerativeClustering.cluster(RandomDistances.distinct(random, n), method);
            assertThat(tree.leaves())
                    .containsExactlyInAnyOrder(IntStream.range(0, n).toArray());
        });
    }

    @Test
    void refuses_what_is_no_tree() {
        Merge first = new Merge(0, 1, 1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dendrogram(List.of(first, new Merge(0, 2, 2, 2))))
                .withMessage("merge 1 must join clusters that exist and are still apart, named 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dendrogram(List.of(first, new Merge(2, 4, 2, 3))))
                .withMessage("merge 1 must join clusters that exist and are still apart, named 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dendrogram(List.of(first, new Merge(2, 3, 2, 4))))
                .withMessage("merge 1 must hold 3 items, held 4");
        assertThatIllegalArgumentException().isThrownBy(() -> new Dendrogram(List.of(new Merge(-1, 1, 1, 2))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Merge(0, 1, -1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Merge(0, 1, Double.NaN, 2));
    }
}
