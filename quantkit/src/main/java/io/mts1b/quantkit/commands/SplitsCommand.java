package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.Console;
import io.mts1b.quantkit.validation.CombinatorialPurgedCrossValidation;
import io.mts1b.quantkit.validation.Fold;
import io.mts1b.quantkit.validation.PurgedKFold;
import io.mts1b.quantkit.validation.Rows;
import io.mts1b.quantkit.validation.WalkForward;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts quantkit splits}. */
@Command(name = "splits", description = "Divides rows into those to fit to and those to test on.")
final class SplitsCommand extends QuantkitCommand {

    @Option(names = "--method", required = true, description = "walk-forward, purged or cpcv.")
    private String method = "";

    @Option(names = "--rows", required = true, description = "How many rows there are.")
    private int rows;

    @Option(
            names = {"--train", "--train-size"},
            defaultValue = "252",
            description = "Walk forward: rows to fit to.")
    private int train;

    @Option(
            names = {"--test", "--test-size"},
            defaultValue = "60",
            description = "Walk forward: rows to test on.")
    private int test;

    @Option(
            names = {"--anchored", "--expanding"},
            description = "Walk forward: fit to all rows from the first on.")
    private boolean anchored;

    @Option(
            names = {"--folds", "--n-folds"},
            defaultValue = "5",
            description = "How many blocks of rows.")
    private int folds;

    @Option(
            names = {"--test-folds", "--n-test-folds"},
            defaultValue = "2",
            description = "CPCV: how many blocks to test on at a time.")
    private int testFolds;

    @Option(
            names = {"--purge", "--purged"},
            defaultValue = "0",
            description = "Rows left out around a test.")
    private int purge;

    @Option(names = "--embargo", defaultValue = "0", description = "More rows left out after a test.")
    private int embargo;

    SplitsCommand(Console console) {
        super(console);
    }

    /** One division. */
    record Split(List<List<Integer>> trainRanges, List<List<List<Integer>>> testRanges) {}

    /** What is printed to programs. */
    record Report(int nSplits, int nTestPaths, List<Split> splits) {}

    @Override
    protected Answer answer() {
        int paths = 1;
        List<Fold> found;
        switch (method) {
            case "walk-forward" -> found = new WalkForward(train, test, purge, anchored).folds(rows);
            case "purged" -> found = new PurgedKFold(folds, purge, embargo).folds(rows);
            case "cpcv" -> {
                var all = new CombinatorialPurgedCrossValidation(folds, testFolds, purge, embargo);
                found = all.folds(rows);
                paths = all.pathCount();
            }
            default -> throw new IllegalArgumentException("method must be walk-forward, purged or cpcv, was " + method);
        }
        List<Split> splits = found.stream()
                .map(fold -> new Split(
                        ranges(fold.train()),
                        fold.test().stream()
                                .map(block -> ranges(List.of(block)))
                                .toList()))
                .toList();
        String text = splits.stream()
                .map(split -> "train " + split.trainRanges + " test " + split.testRanges)
                .collect(Collectors.joining("\n"));
        return Answer.done(new Report(splits.size(), paths, splits), text);
    }

    private static List<List<Integer>> ranges(List<Rows> rows) {
        return rows.stream().map(range -> List.of(range.first(), range.last())).toList();
    }
}
