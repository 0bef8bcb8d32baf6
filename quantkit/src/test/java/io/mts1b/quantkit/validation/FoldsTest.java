package io.mts1b.quantkit.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mts1b.testkit.ForAll;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldsTest {

    @Test
    void tests_keep_their_distance_from_what_is_fitted_to() {
        ForAll.cases(500, random -> {
            int blocks = random.nextInt(2, 8);
            int tested = random.nextInt(1, blocks);
            int purge = random.nextInt(5);
            int embargo = random.nextInt(5);
            int rows = random.nextInt(blocks, 120);
            CombinatorialPurgedCrossValidation all =
                    new CombinatorialPurgedCrossValidation(blocks, tested, purge, embargo);
            for (Fold fold : all.folds(rows)) {
                assertApart(fold, purge, embargo);
            }
            if (rows > 20) {
                for (Fold fold : new WalkForward(10, 3, purge, random.nextBoolean()).folds(rows)) {
                    assertThat(fold.test().getFirst().first()
                                    - fold.train().getLast().last())
                            .isEqualTo(purge + 1);
                }
            }
        });
    }

    private static void assertApart(Fold fold, int purge, int embargo) {
        for (Rows train : fold.train()) {
            for (Rows test : fold.test()) {
                boolean before = train.last() < test.first() - purge;
                boolean after = train.first() > test.last() + purge + embargo;
                assertThat(before || after).as("%s and %s", train, test).isTrue();
            }
        }
    }

    @Test
    void every_path_tests_every_block_once() {
        CombinatorialPurgedCrossValidation all = new CombinatorialPurgedCrossValidation(6, 2, 0, 0);
        // López de Prado (2018), section 12.4: six groups by two make 15 splits and 5 paths.
        assertThat(all.folds(60)).hasSize(15);
        assertThat(all.pathCount()).isEqualTo(5);
        List<Fold> folds = all.folds(60);
        List<String> seen = new ArrayList<>();
        for (List<Integer> path : all.paths()) {
            for (int block = 0; block < 6; block++) {
                int first = 10 * block;
                assertThat(folds.get(path.get(block)).test()).anyMatch(rows -> rows.first() == first);
                seen.add(path.get(block) + "/" + block);
            }
        }
        assertThat(seen).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void purged_folds_by_hand() {
        List<Fold> folds = new PurgedKFold(3, 1, 1).folds(10);
        assertThat(folds.get(1).test()).containsExactly(new Rows(3, 5));
        assertThat(folds.get(1).train()).containsExactly(new Rows(0, 1), new Rows(8, 9));
        assertThat(folds.get(2).test()).containsExactly(new Rows(6, 9));
    }

    @Test
    void what_makes_no_fold_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WalkForward(10, 5, 1, false).folds(15))
                .withMessage("rows must be at least 16 for one fold, were 15");
        assertThatIllegalArgumentException().isThrownBy(() -> new WalkForward(0, 5, 0, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new PurgedKFold(1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PurgedKFold(2, -1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CombinatorialPurgedCrossValidation(4, 4, 0, 0))
                .withMessageContaining("tested in [1, blocks)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CombinatorialPurgedCrossValidation(40, 20, 0, 0))
                .withMessage("blocks and tested must make at most 200000 folds, were 40 and 20");
        assertThat(new CombinatorialPurgedCrossValidation(20, 10, 0, 0).pathCount())
                .isEqualTo(92_378);
        assertThat(new CombinatorialPurgedCrossValidation(200_000, 1, 0, 0).pathCount())
                .isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new PurgedKFold(5, 0, 0).folds(4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rows(3, 2));
    }
}
