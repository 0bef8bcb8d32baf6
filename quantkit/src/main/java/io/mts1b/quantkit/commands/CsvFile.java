package io.mts1b.quantkit.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The lines of a CSV file, cut into cells; cells have no quotes and are trimmed. Immutable. */
record CsvFile(String name, List<List<String>> lines) {

    CsvFile {
        lines = lines.stream().map(List::copyOf).toList();
    }

    static CsvFile read(Path path) {
        List<List<String>> lines = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(path);
                InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(cells(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CsvFile(String.valueOf(path.getFileName()), lines);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', from)) {
            cells.add(line.substring(from, comma).strip());
            from = comma + 1;
        }
        cells.add(line.substring(from).strip());
        return cells;
    }

    boolean isBlank(int line) {
        return lines.get(line).stream().allMatch(String::isEmpty);
    }

    IllegalArgumentException wrong(int line, String rule, String was) {
        return new IllegalArgumentException(name + " line " + (line + 1) + ": " + rule + ", was " + was);
    }

    double number(int line, String cell) {
        try {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    wrong(line, "cell must be a number", cell).getMessage(), e);
        }
        throw wrong(line, "cell must be a finite number", cell);
    }

    /** Reads lines of a name and a text each. */
    Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            List<String> cells = lines.get(i);
            if (isBlank(i)) {
                continue;
            }
            if (cells.size() != 2) {
                throw wrong(i, "line must have 2 cells", String.valueOf(cells.size()));
            }
            if (pairs.put(cells.get(0), cells.get(1)) != null) {
                throw wrong(i, "name must come once", cells.get(0));
            }
        }
        return pairs;
    }

    /** Reads lines of a known name and a number each; a first line without a known name is a header. */
    Map<String, Double> numbersOf(List<String> known) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        int line = -1;
        for (Map.Entry<String, String> pair : pairs().entrySet()) {
            line++;
            if (known.contains(pair.getKey())) {
                numbers.put(pair.getKey(), number(line, pair.getValue()));
            } else if (line > 0) {
                throw wrong(line, "name must be one of " + known, pair.getKey());
            }
        }
        return numbers;
    }
}
