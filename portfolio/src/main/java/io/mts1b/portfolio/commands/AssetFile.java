package io.mts1b.portfolio.commands;

import io.mts1b.platform.service.CsvFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file that says something of each asset: lines of a name and a value, a history of which the last counts, a square. */
final class AssetFile {

    /** How a missing value may be written. */
    private static final List<String> MISSING = List.of("", "NaN", "nan", "NA", "null");

    /** What is written for a number that there is not, in small letters. */
    private static final List<String> NO_NUMBER = List.of("nan", "na", "n/a", "null", "none", "inf", "infinity");

    private final CsvFile file;
    private final int header;

    private AssetFile(CsvFile file, int header) {
        this.file = file;
        this.header = header;
    }

    static AssetFile read(Path path) {
        CsvFile file = CsvFile.read(path);
        for (int line = 0; line < file.lines().size(); line++) {
            if (!file.isBlank(line)) {
                return new AssetFile(file, line);
            }
        }
        throw new IllegalArgumentException(file.name() + " must have lines, had none");
    }

    /** Reads one text per asset: lines of a name and a value, or the last value of each column of a history. */
    Map<String, String> values() {
        return isHistory() ? lastValues() : pairs();
    }

    /** Tells whether the first column holds dates, so that there is a column for each asset. */
    private boolean isHistory() {
        for (int line = header + 1; line < file.lines().size(); line++) {
            if (!file.isBlank(line)) {
                return file.lines().get(line).getFirst().matches("\\d{4}-\\d{2}-\\d{2}.*");
            }
        }
        return false;
    }

    private Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>(file.pairs());
        // A first line with a word where others have a number names the columns. A number that is missing or infinite
        // is
        // no such word: an asset must not vanish by it.
        String first = file.lines().get(header).getFirst();
        String second = String.valueOf(pairs.get(first));
        if (second.matches("\\p{L}.*") && !NO_NUMBER.contains(second.toLowerCase(Locale.ROOT))) {
            pairs.remove(first);
        }
        return pairs;
    }

    private Map<String, String> lastValues() {
        Map<String, String> last = new LinkedHashMap<>();
        List<String> assets = assets();
        for (int line : byDate().values()) {
            List<String> cells = file.lines().get(line);
            for (int i = 0; i < assets.size(); i++) {
                String cell = cells.get(i + 1);
                if (!MISSING.contains(cell)) {
                    last.put(assets.get(i), cell);
                }
            }
        }
        return last;
    }

    private List<String> assets() {
        List<String> cells = file.lines().get(header);
        List<String> assets = cells.subList(1, cells.size());
        if (assets.stream().distinct().count() < assets.size()) {
            throw file.wrong(header, "columns must have names of their own", assets.toString());
        }
        return assets;
    }

    private SortedMap<LocalDate, Integer> byDate() {
        SortedMap<LocalDate, Integer> lines = new TreeMap<>();
        for (int line = header + 1; line < file.lines().size(); line++) {
            if (!file.isBlank(line)) {
                requireWidth(line);
                if (lines.put(file.date(line), line) != null) {
                    throw file.wrong(
                            line, "date must come once", file.date(line).toString());
                }
            }
        }
        return lines;
    }

    private void requireWidth(int line) {
        int width = file.lines().get(header).size();
        int was = file.lines().get(line).size();
        if (was != width) {
            throw file.wrong(line, "line must have " + width + " cells", String.valueOf(was));
        }
    }

    /** Reads a square of numbers whose first line and first column name the assets, in the same order. */
    double[][] square(List<String> names) {
        if (!assets().equals(names)) {
            throw file.wrong(header, "rows and columns must be of " + names, assets().toString());
        }
        double[][] square = new double[names.size()][names.size()];
        int row = 0;
        for (int line = header + 1; line < file.lines().size(); line++) {
            if (!file.isBlank(line)) {
                List<String> cells = file.lines().get(line);
                if (row == square.length || !cells.getFirst().equals(names.get(row))) {
                    throw file.wrong(line, "rows must be of " + names, cells.getFirst());
                }
                requireWidth(line);
                for (int j = 0; j < square.length; j++) {
                    square[row][j] = file.number(line, cells.get(j + 1));
                }
                row++;
            }
        }
        if (row < square.length) {
            throw new IllegalArgumentException(
                    file.name() + " must have rows of " + names + ", had " + row + " of them");
        }
        return square;
    }

    /** Reads a finite number that belongs to a name. */
    double number(String of, String cell) {
        if (!isNumber(cell)) {
            throw new IllegalArgumentException(file.name() + ": " + of + " must be a finite number, was " + cell);
        }
        return Double.parseDouble(cell);
    }

    private static boolean isNumber(String cell) {
        try {
            return Double.isFinite(Double.parseDouble(cell));
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
