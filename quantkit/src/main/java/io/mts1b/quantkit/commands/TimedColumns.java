package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.CsvFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Columns of numbers by when they were, ascending, as a file gives them to a command; NaN where a cell is empty.
 * Immutable.
 *
 * @param <T> when
 */
final class TimedColumns<T extends Comparable<? super T>> {

    /** How a missing number may be written. */
    private static final List<String> MISSING = List.of("", "NaN", "nan", "NA", "null");

    private final List<T> times;
    private final List<String> names;
    private final double[][] columns;

    TimedColumns(List<T> times, List<String> names, double[][] columns) {
        this.times = times;
        this.names = names;
        this.columns = columns;
    }

    /** Reads the cell of a line that says when. */
    @FunctionalInterface
    interface TimeReader<T> {

        T read(CsvFile file, int line);
    }

    /** Which numbers a column may hold. */
    enum Rule {
        POSITIVE("price must be positive"),
        NOT_NEGATIVE("volume must not be negative");

        private final String text;

        Rule(String text) {
            this.text = text;
        }

        private boolean allows(double number) {
            return number > 0 || (number == 0 && this == NOT_NEGATIVE);
        }
    }

    /** Reads a file whose first line names the columns, the first of which says when, in any order. */
    static <T extends Comparable<? super T>> TimedColumns<T> read(
            Path path, TimeReader<T> reader, Function<String, Rule> rules) {
        CsvFile file = CsvFile.read(path);
        if (file.lines().size() < 2 || file.lines().getFirst().size() < 2) {
            throw new IllegalArgumentException(
                    file.name() + " must have a header, a column of dates and one of prices");
        }
        List<String> names =
                file.lines().getFirst().subList(1, file.lines().getFirst().size());
        if (names.stream().distinct().count() < names.size()) {
            throw file.wrong(0, "columns must have names of their own", names.toString());
        }
        List<Integer> rows = new ArrayList<>();
        List<T> found = new ArrayList<>();
        for (int i = 1; i < file.lines().size(); i++) {
            if (!file.isBlank(i)) {
                rows.add(i);
                found.add(reader.read(file, i));
            }
        }
        int[] order = IntStream.range(0, rows.size())
                .boxed()
                .sorted((i, j) -> found.get(i).compareTo(found.get(j)))
                .mapToInt(i -> i)
                .toArray();
        Rule[] rule = names.stream().map(rules).toArray(Rule[]::new);
        double[][] columns = new double[names.size()][rows.size()];
        for (int t = 0; t < order.length; t++) {
            int line = rows.get(order[t]);
            if (t > 0 && found.get(order[t]).compareTo(found.get(order[t - 1])) == 0) {
                throw file.wrong(
                        line, "date must come once", found.get(order[t]).toString());
            }
            fill(file, line, rule, columns, t);
        }
        return new TimedColumns<>(Arrays.stream(order).mapToObj(found::get).toList(), names, columns);
    }

    private static void fill(CsvFile file, int line, Rule[] rules, double[][] columns, int t) {
        List<String> cells = file.lines().get(line);
        if (cells.size() != columns.length + 1) {
            throw file.wrong(line, "line must have " + (columns.length + 1) + " cells", String.valueOf(cells.size()));
        }
        for (int i = 0; i < columns.length; i++) {
            String cell = cells.get(i + 1);
            columns[i][t] = MISSING.contains(cell) ? Double.NaN : file.number(line, cell);
            if (!Double.isNaN(columns[i][t]) && !rules[i].allows(columns[i][t])) {
                throw file.wrong(line, rules[i].text, cell);
            }
        }
    }

    List<T> times() {
        return times;
    }

    List<String> names() {
        return names;
    }

    int rows() {
        return times.size();
    }

    /** Returns all columns, each a new array. */
    double[][] columns() {
        return Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
    }

    double[] column(int index) {
        return columns[index].clone();
    }

    /** Returns which column has a name, letter case aside; -1 if none has. */
    int place(String name) {
        return names.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList().indexOf(name);
    }

    /** Returns one column, without the rows in which it has no number. */
    TimedColumns<T> only(int index) {
        int[] kept = IntStream.range(0, rows())
                .filter(t -> !Double.isNaN(columns[index][t]))
                .toArray();
        return new TimedColumns<>(
                Arrays.stream(kept).mapToObj(times::get).toList(), List.of(names.get(index)), new double[][] {
                    Arrays.stream(kept).mapToDouble(t -> columns[index][t]).toArray()
                });
    }
}
