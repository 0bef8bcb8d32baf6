package io.mts1b.portfolio.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The lines of a CSV file that are not blank, cut into cells; cells have no quotes and are trimmed. */
final class CsvFile {

    /** How a missing value may be written. */
    private static final List<String> MISSING = List.of("", "NaN", "nan", "NA", "null");

    private static final int DATE_LENGTH = 10;

    private final String name;
    private final List<Line> lines;

    private CsvFile(String name, List<Line> lines) {
        this.name = name;
        this.lines = lines;
    }

    private record Line(int number, List<String> cells) {

        Optional<LocalDate> date() {
            String cell = cells.getFirst();
            try {
                // What follows the day, such as midnight, is left out.
                return Optional.of(
                        LocalDate.parse(cell.length() > DATE_LENGTH ? cell.substring(0, DATE_LENGTH) : cell));
            } catch (DateTimeParseException _) {
                return Optional.empty();
            }
        }
    }

    static CsvFile read(Path path) {
        List<Line> lines = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(path);
                InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                List<String> cells =
                        Arrays.stream(line.split(",", -1)).map(String::strip).toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    lines.add(new Line(number, cells));
                }
                number++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CsvFile file = new CsvFile(String.valueOf(path.getFileName()), lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file.name + " must have lines, had none");
        }
        return file;
    }

    private IllegalArgumentException wrong(Line line, String rule, String was) {
        return new IllegalArgumentException(name + " line " + line.number + ": " + rule + ", was " + was);
    }

    /** Tells whether the first column holds dates, so that there is a column for each asset. */
    private boolean isHistory() {
        return lines.size() > 1 && lines.get(1).date().isPresent();
    }

    /** Reads one text per asset: lines of a name and a value, or the last value of each column of a history. */
    Map<String, String> values() {
        return isHistory() ? lastValues() : pairs();
    }

    private Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.cells.size() != 2) {
                throw wrong(line, "line must have 2 cells", String.valueOf(line.cells.size()));
            }
            // A first line without a number names the columns.
            if (line.equals(lines.getFirst()) && !isNumber(line.cells.get(1))) {
                continue;
            }
            if (pairs.put(line.cells.get(0), line.cells.get(1)) != null) {
                throw wrong(line, "name must come once", line.cells.get(0));
            }
        }
        return pairs;
    }

    private Map<String, String> lastValues() {
        Map<String, String> last = new LinkedHashMap<>();
        List<String> assets = assets();
        for (Line line : byDate().values()) {
            for (int i = 0; i < assets.size(); i++) {
                String cell = line.cells.get(i + 1);
                if (!MISSING.contains(cell)) {
                    last.put(assets.get(i), cell);
                }
            }
        }
        return last;
    }

    /** Returns the names of the columns of a history, without that of the dates. */
    List<String> assets() {
        List<String> assets =
                lines.getFirst().cells.subList(1, lines.getFirst().cells.size());
        if (assets.stream().distinct().count() < assets.size()) {
            throw wrong(lines.getFirst(), "columns must have names of their own", assets.toString());
        }
        return assets;
    }

    /** Reads one column per asset, by date, NaN where a cell is empty. */
    double[][] columns() {
        if (!isHistory()) {
            throw new IllegalArgumentException(name + " must have a header, and dates in its first column");
        }
        List<Line> rows = List.copyOf(byDate().values());
        double[][] columns = new double[assets().size()][rows.size()];
        for (int t = 0; t < rows.size(); t++) {
            for (int i = 0; i < columns.length; i++) {
                String cell = rows.get(t).cells.get(i + 1);
                columns[i][t] = MISSING.contains(cell) ? Double.NaN : price(rows.get(t), cell);
            }
        }
        return columns;
    }

    /** Reads a square of numbers whose first line and first column name the assets, in the same order. */
    double[][] square(List<String> names) {
        if (!assets().equals(names) || lines.size() != names.size() + 1) {
            throw wrong(lines.getFirst(), "rows and columns must be of " + names, assets().toString());
        }
        double[][] square = new double[names.size()][names.size()];
        for (int i = 0; i < square.length; i++) {
            Line line = lines.get(i + 1);
            if (!line.cells.getFirst().equals(names.get(i)) || line.cells.size() != names.size() + 1) {
                throw wrong(
                        line,
                        "row must be " + names.get(i) + " and " + names.size() + " numbers",
                        line.cells.toString());
            }
            for (int j = 0; j < square.length; j++) {
                square[i][j] = number(line.cells.getFirst(), line.cells.get(j + 1));
            }
        }
        return square;
    }

    private SortedMap<LocalDate, Line> byDate() {
        SortedMap<LocalDate, Line> rows = new TreeMap<>();
        int width = lines.getFirst().cells.size();
        for (Line line : lines.subList(1, lines.size())) {
            LocalDate date = line.date()
                    .orElseThrow(() -> wrong(line, "date must be of the form 2026-01-31", line.cells.getFirst()));
            if (line.cells.size() != width) {
                throw wrong(line, "line must have " + width + " cells", String.valueOf(line.cells.size()));
            }
            if (rows.put(date, line) != null) {
                throw wrong(line, "date must come once", date.toString());
            }
        }
        return rows;
    }

    private double price(Line line, String cell) {
        if (!isNumber(cell) || Double.parseDouble(cell) <= 0) {
            throw wrong(line, "price must be a positive number", cell);
        }
        return Double.parseDouble(cell);
    }

    /** Reads a finite number that belongs to a name. */
    double number(String of, String cell) {
        if (!isNumber(cell)) {
            throw new IllegalArgumentException(name + ": " + of + " must be a finite number, was " + cell);
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
