package io.mts1b.quantkit.validation;

import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.Tolerance;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How skfolio splits rows. */
public final class FoldsGoldens {

    private FoldsGoldens() {}

    public static void compareWithSkfolio(JsonNode answers, Sheet sheet) {
        JsonNode golden = answers.required("model_selection");
        CombinatorialPurgedCrossValidation plain = new CombinatorialPurgedCrossValidation(10, 6, 0, 0);
        CombinatorialPurgedCrossValidation purged = new CombinatorialPurgedCrossValidation(6, 2, 5, 3);
        combinatorial(sheet, golden, "CPCV_n_folds10_n_test6_purge0_embargo0_on_first_500_rows", plain);
        combinatorial(sheet, golden, "CPCV_n_folds6_n_test2_purge5_embargo3_on_first_500_rows", purged);
        folds(sheet, golden, "WalkForward_test60_train252", new WalkForward(252, 60, 0, false).folds(895));
        folds(sheet, golden, "WalkForward_test20_train250_purged5", new WalkForward(250, 20, 5, false).folds(895));
        folds(sheet, golden, "WalkForward_expanding_test60_train252", new WalkForward(252, 60, 0, true).folds(895));
    }

    private static void combinatorial(
            Sheet sheet, JsonNode golden, String name, CombinatorialPurgedCrossValidation ours) {
        folds(sheet, golden, name, ours.folds(500));
        double paths = golden.required(name).required("n_test_paths").doubleValue();
        sheet.number(name + " n_test_paths", paths, ours.pathCount(), Tolerance.EXACT);
    }

    private static void folds(Sheet sheet, JsonNode golden, String name, List<Fold> found) {
        JsonNode theirs = golden.required(name);
        // The longest list of theirs is stored in part.
        JsonNode splits = theirs.required("splits");
        List<String> expected = new ArrayList<>();
        for (JsonNode split : splits) {
            List<Rows> tested = new ArrayList<>();
            split.required("test_ranges").forEach(block -> tested.addAll(rows(block)));
            expected.add(words(rows(split.required("train_ranges")), tested));
        }
        List<String> ours = found.stream()
                .limit(splits.size())
                .map(fold -> words(fold.train(), fold.test()))
                .toList();
        sheet.number(name + " n_splits", theirs.required("n_splits").doubleValue(), found.size(), Tolerance.EXACT);
        sheet.words(name + " splits", expected, ours);
    }

    private static List<Rows> rows(JsonNode ranges) {
        List<Rows> rows = new ArrayList<>();
        ranges.forEach(
                range -> rows.add(new Rows(range.get(0).intValue(), range.get(1).intValue())));
        return rows;
    }

    private static String words(List<Rows> train, List<Rows> test) {
        return "train " + words(train) + ", test " + words(test);
    }

    private static String words(List<Rows> rows) {
        return String.join(
                " ", rows.stream().map(row -> row.first() + ".." + row.last()).toList());
    }
}
