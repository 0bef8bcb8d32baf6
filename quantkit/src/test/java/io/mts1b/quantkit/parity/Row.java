package io.mts1b.quantkit.parity;

/**
 * A golden, which may be many numbers, beside ours.
 *
 * @param golden its name
 * @param numbers how many were compared
 * @param theirs the golden where it differs most from ours
 * @param ours what this library says there
 * @param difference the largest difference
 * @param tolerance what was asked for
 * @param verdict whether that was met
 * @param remark what there is to say of it, possibly nothing
 */
public record Row(
        String golden,
        int numbers,
        String theirs,
        String ours,
        String difference,
        String tolerance,
        Verdict verdict,
        String remark) {

    /** What became of a golden. */
    public enum Verdict {
        /** Reproduced. */
        OK("ok"),
        /** Beyond the tolerance, for a reason that was looked into. */
        APART("differs"),
        /** Of something this library does not do. */
        ABSENT("not here"),
        /** Not reproduced. */
        WRONG("WRONG");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }
    }

    String markdown() {
        String said = remark.isEmpty() ? verdict.word : verdict.word + ": " + remark;
        return "| " + String.join(" | ", golden, Integer.toString(numbers), theirs, ours, difference, tolerance, said)
                + " |";
    }
}
