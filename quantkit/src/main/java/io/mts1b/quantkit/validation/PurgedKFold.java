package io.mts1b.quantkit.validation;

import java.util.List;

/**
 * Each of some blocks of rows is tested on once, and all others are fitted to but for those that know of the test.
 *
 * <p>Reference: M. López de Prado, "Advances in Financial Machine Learning", Wiley, 2018, section 7.4.
 *
 * @param blocks how many blocks, at least 2
 * @param purge how many rows on either side of a test are left out
 * @param embargo how many more rows after a test are left out
 */
public record PurgedKFold(int blocks, int purge, int embargo) {

    /** Validates. */
    public PurgedKFold {
        CombinatorialPurgedCrossValidation.requireShape(blocks, 1, purge, embargo);
    }

    /**
     * Divides rows.
     *
     * @param rows how many rows there are
     * @return one fold per block
     * @throws IllegalArgumentException if there are fewer rows than blocks
     */
    public List<Fold> folds(int rows) {
        return new CombinatorialPurgedCrossValidation(blocks, 1, purge, embargo).folds(rows);
    }
}
