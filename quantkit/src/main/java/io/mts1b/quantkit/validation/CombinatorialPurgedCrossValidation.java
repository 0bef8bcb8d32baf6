package io.mts1b.quantkit.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * Every choice of some of the blocks of rows is tested on, and the others are fitted to but for rows that know of a test.
 *
 * <p>All blocks have {@code rows / blocks} rows, rounded down, but for the last, which has the rest too. Of rows in training
 * blocks, the {@code purge} before a test and the {@code purge + embargo} after it are left out. Each block is tested as
 * often as any other, so the tests make up {@linkplain #paths() paths} through all rows, which give a distribution of
 * results where a walk forward gives one.
 *
 * <p>Reference: M. López de Prado, "Advances in Financial Machine Learning", Wiley, 2018, chapter 12.
 *
 * <p>There are at most {@value #MOST_FOLDS} folds, which 10 of 20 blocks nearly make: their number doubles with each block,
 * and must fit into memory.
 *
 * @param blocks how many blocks, at least 2
 * @param tested how many of them are tested on at a time, at least 1 and fewer than all
 * @param purge how many rows on either side of a test are left out
 * @param embargo how many more rows after a test are left out
 */
public record CombinatorialPurgedCrossValidation(int blocks, int tested, int purge, int embargo) {

    /** The most folds there may be. */
    public static final int MOST_FOLDS = 200_000;

    /** Validates. */
    public CombinatorialPurgedCrossValidation {
        requireShape(blocks, tested, purge, embargo);
        double choices = 1;
        for (int i = 1; i <= Math.min(tested, blocks - tested); i++) {
            choices = choices * (blocks - i + 1) / i;
        }
        if (choices > MOST_FOLDS) {
            throw new IllegalArgumentException(
                    "blocks and tested must make at most " + MOST_FOLDS + " folds, were " + blocks + " and " + tested);
        }
    }

    static void requireShape(int blocks, int tested, int purge, int embargo) {
        if (blocks < 2 || tested < 1 || tested >= blocks) {
            throw new IllegalArgumentException(
                    "blocks must be at least 2 and tested in [1, blocks), were " + blocks + " and " + tested);
        }
        if (purge < 0 || embargo < 0) {
            throw new IllegalArgumentException(
                    "purge and embargo must not be negative, were " + purge + " and " + embargo);
        }
    }

    /**
     * Divides rows.
     *
     * @param rows how many rows there are
     * @return one fold for each choice of blocks, in lexicographic order; a fold may have nothing to fit to
     * @throws IllegalArgumentException if there are fewer rows than blocks
     */
    public List<Fold> folds(int rows) {
        if (rows < blocks) {
            throw new IllegalArgumentException("rows must be at least " + blocks + ", were " + rows);
        }
        return choices().stream().map(choice -> fold(choice, rows)).toList();
    }

    private List<int[]> choices() {
        List<int[]> choices = new ArrayList<>();
        int[] choice = new int[tested];
        for (int i = 0; i < tested; i++) {
            choice[i] = i;
        }
        while (true) {
            choices.add(choice.clone());
            int last = tested - 1;
            while (last >= 0 && choice[last] == blocks - tested + last) {
                last--;
            }
            if (last < 0) {
                return choices;
            }
            choice[last]++;
            for (int i = last + 1; i < tested; i++) {
                choice[i] = choice[i - 1] + 1;
            }
        }
    }

    private Fold fold(int[] choice, int rows) {
        int size = rows / blocks;
        List<Rows> test = new ArrayList<>();
        List<Rows> train = new ArrayList<>();
        int free = 0;
        for (int block : choice) {
            Rows rest = new Rows(block * size, block == blocks - 1 ? rows - 1 : (block + 1) * size - 1);
            addIfAny(free, rest.first() - 1L - purge, train);
            // Where tests follow each other, nothing is between them.
            free = (int) Math.min(rest.last() + 1L + purge + embargo, rows);
            test.add(rest);
        }
        addIfAny(free, rows - 1L, train);
        return new Fold(train, test);
    }

    private static void addIfAny(int first, long last, List<Rows> train) {
        if (first <= last) {
            train.add(new Rows(first, (int) last));
        }
    }

    /**
     * Returns how many paths through all rows the tests make up, {@code choices tested / blocks}.
     *
     * @return the number of paths
     */
    public int pathCount() {
        return choices().size() * tested / blocks;
    }

    /**
     * Returns the paths: for each path and each block, which fold tests the block. Each test is in one path.
     *
     * @return the number of a fold, from 0, for each block of each path
     */
    public List<List<Integer>> paths() {
        List<List<Integer>> ofBlocks = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            ofBlocks.add(new ArrayList<>());
        }
        List<int[]> choices = choices();
        for (int fold = 0; fold < choices.size(); fold++) {
            for (int block : choices.get(fold)) {
                ofBlocks.get(block).add(fold);
            }
        }
        List<List<Integer>> paths = new ArrayList<>();
        for (int path = 0; path < pathCount(); path++) {
            List<Integer> one = new ArrayList<>();
            for (List<Integer> folds : ofBlocks) {
                one.add(folds.get(path));
            }
            paths.add(List.copyOf(one));
        }
        return List.copyOf(paths);
    }
}
