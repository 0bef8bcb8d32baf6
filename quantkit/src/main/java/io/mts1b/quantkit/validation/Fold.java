package io.mts1b.quantkit.validation;

import java.util.List;

/**
 * One way to divide rows: those that a strategy is fitted to, and those that it is tested on.
 *
 * @param train rows to fit to, ascending, which may be none
 * @param test rows to test on, ascending, one entry per block
 */
public record Fold(List<Rows> train, List<Rows> test) {

    /** Copies. */
    public Fold {
        train = List.copyOf(train);
        test = List.copyOf(test);
    }
}
