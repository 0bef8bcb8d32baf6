package io.mts1b.quantkit.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * Tests that follow each other in time, each after the rows that were fitted to, as in trading.
 *
 * <p>Test {@code k} begins at row {@code train + purge + k test}. The rows fitted to end {@code purge} rows before it, and
 * are the last {@code train} of them, or all from the first row on if they are anchored. A test that is cut short by the end
 * of the rows is left out. Reference: R. Pardo, "The Evaluation and Optimization of Trading Strategies", 2nd edition,
 * Wiley, 2008, chapter 11.
 *
 * @param train how many rows are fitted to, at first if anchored; at least 1
 * @param test how many rows are tested on each time, at least 1
 * @param purge how many rows between the two are left out, because what is predicted from them reaches into the test
 * @param anchored whether all rows from the first one on are fitted to
 */
public record WalkForward(int train, int test, int purge, boolean anchored) {

    /** Validates. */
    public WalkForward {
        if (train < 1 || test < 1 || purge < 0) {
            throw new IllegalArgumentException("train and test must be at least 1 and purge not negative, were " + train
                    + ", " + test + " and " + purge);
        }
    }

    /**
     * Divides rows.
     *
     * @param rows how many rows there are
     * @return the folds in their order
     * @throws IllegalArgumentException if there are too few rows for one fold
     */
    public List<Fold> folds(int rows) {
        if (rows < (long) train + purge + test) {
            throw new IllegalArgumentException(
                    "rows must be at least " + ((long) train + purge + test) + " for one fold, were " + rows);
        }
        List<Fold> folds = new ArrayList<>();
        for (int from = train + purge; from <= rows - test; from += test) {
            int last = from - purge - 1;
            Rows fitted = new Rows(anchored ? 0 : last - train + 1, last);
            folds.add(new Fold(List.of(fitted), List.of(new Rows(from, from + test - 1))));
        }
        return List.copyOf(folds);
    }
}
