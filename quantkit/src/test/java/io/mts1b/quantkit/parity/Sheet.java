package io.mts1b.quantkit.parity;

import io.mts1b.quantkit.parity.Row.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The goldens of one file, each beside what this library answers. Filled by one thread. */
public final class Sheet {

    private final String file;
    private final String about;
    private final List<Row> rows = new ArrayList<>();

    public Sheet(String file, String about) {
        this.file = file;
        this.about = about;
    }

    public String file() {
        return file;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Compares one number with what may be undefined: both must be. */
    public void number(String golden, double theirs, OptionalDouble ours, Tolerance tolerance) {
        number(golden, theirs, ours.orElse(Double.NaN), tolerance);
    }

    public void number(String golden, double theirs, double ours, Tolerance tolerance) {
        numbers(golden, k -> "", new double[] {theirs}, new double[] {ours}, tolerance);
    }

    public void numbers(String golden, List<String> labels, double[] theirs, double[] ours, Tolerance tolerance) {
        numbers(golden, labels::get, theirs, ours, tolerance);
    }

    /** Compares entry by entry, and shows the one that differs most. */
    public void numbers(String golden, IntFunction<String> where, double[] theirs, double[] ours, Tolerance tolerance) {
        if (theirs.length != ours.length || theirs.length == 0) {
            add(
                    golden,
                    theirs.length,
                    theirs.length + " numbers",
                    ours.length + " numbers",
                    "",
                    tolerance,
                    Verdict.WRONG);
            return;
        }
        double largest = Arrays.stream(theirs)
                .filter(x -> !Double.isNaN(x))
                .map(Math::abs)
                .max()
                .orElse(0);
        int worst = IntStream.range(0, theirs.length)
                .filter(k -> !Double.isNaN(theirs[k]))
                .findFirst()
                .orElse(0);
        double apart = 0;
        for (int k = 0; k < theirs.length; k++) {
            double difference = tolerance.difference(theirs[k], ours[k], largest);
            if (difference > apart) {
                apart = difference;
                worst = k;
            }
        }
        String at = theirs.length == 1 ? "" : " at " + where.apply(worst);
        Verdict verdict =
                apart <= tolerance.size() ? Verdict.OK : apart <= tolerance.proven() ? Verdict.APART : Verdict.WRONG;
        int defined = (int) Arrays.stream(theirs).filter(x -> !Double.isNaN(x)).count();
        add(
                golden,
                Math.max(defined, 1),
                Figures.value(theirs[worst]) + at,
                Figures.value(ours[worst]),
                Figures.difference(apart),
                tolerance,
                verdict);
    }

    /** Compares row by row. */
    public void matrix(
            String golden, IntFunction<String> labels, double[][] theirs, double[][] ours, Tolerance tolerance) {
        int columns = theirs[0].length;
        numbers(
                golden,
                k -> labels.apply(k / columns) + ", " + labels.apply(k % columns),
                Arrays.stream(theirs).flatMapToDouble(Arrays::stream).toArray(),
                Arrays.stream(ours).flatMapToDouble(Arrays::stream).toArray(),
                tolerance);
    }

    /** Compares what is written: dates, ranges, kinds. All must be equal. */
    public void words(String golden, List<String> theirs, List<String> ours) {
        int different = Math.abs(theirs.size() - ours.size());
        int first = -1;
        for (int k = Math.min(theirs.size(), ours.size()) - 1; k >= 0; k--) {
            if (!theirs.get(k).equals(ours.get(k))) {
                different++;
                first = k;
            }
        }
        int shown = Math.max(first, 0);
        Verdict verdict = different == 0 && !theirs.isEmpty() ? Verdict.OK : Verdict.WRONG;
        add(
                golden,
                theirs.size(),
                shown < theirs.size() ? theirs.get(shown) : "none",
                shown < ours.size() ? ours.get(shown) : "none",
                different == 0 ? "0" : different + " differ",
                Tolerance.EXACT,
                verdict);
    }

    /** Compares what two optimisers made of the same cost: ours must be as low but for rounding. */
    public void cost(String golden, double theirs, double ours) {
        double more = (ours - theirs) / Math.abs(theirs);
        Tolerance tolerance = Tolerance.relative(1e-9);
        String remark = more <= -1e-9 ? "ours is better" : "";
        rows.add(new Row(
                golden,
                1,
                Figures.value(theirs),
                Figures.value(ours),
                Figures.difference(more),
                "not above " + tolerance,
                more <= tolerance.size() ? Verdict.OK : Verdict.WRONG,
                remark));
    }

    /** Notes a golden of what this library does not do. */
    public void absent(String golden, int numbers, String why) {
        rows.add(new Row(golden, numbers, "", "", "", "", Verdict.ABSENT, why));
    }

    private void add(
            String golden,
            int numbers,
            String theirs,
            String ours,
            String difference,
            Tolerance tolerance,
            Verdict verdict) {
        String remark = verdict == Verdict.APART ? tolerance.reason() : "";
        rows.add(new Row(golden, numbers, theirs, ours, difference, tolerance.toString(), verdict, remark));
    }

    String markdown() {
        StringBuilder page = new StringBuilder();
        page.append("## ").append(file).append("\n\n").append(about).append("\n\n");
        page.append("| Golden | Numbers | Peer | Ours | Difference | Tolerance | Verdict |\n");
        page.append("|---|--:|---|---|--:|---|---|\n");
        rows.forEach(row -> page.append(row.markdown()).append('\n'));
        return page.toString();
    }
}
