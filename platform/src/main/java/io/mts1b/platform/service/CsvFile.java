package io.mts1b.platform.service;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a CSV file that somebody gives to a command, cut into cells; cells have no quotes and are trimmed.
 * Immutable.
 *
 * @param name the name of the file, without the folders it is in
 * @param lines the cells of each line, blank lines included
 */
public record CsvFile(String name, List<List<String>> lines) {

    private static final int DATE_LENGTH = 10;

    /** Copies. */
    public CsvFile {
        lines = lines.stream().map(List::copyOf).toList();
    }

    /**
     * Reads a file.
     *
     * @param path the file, unpacked if its name ends in {@code .gz}
     * @return its lines
     * @throws UncheckedIOException if it cannot be read
     */
    public static CsvFile read(Path path) {
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

    /**
     * Tells whether a line holds nothing.
     *
     * @param line from 0
     * @return true if all of its cells are empty
     */
    public boolean isBlank(int line) {
        return lines.get(line).stream().allMatch(String::isEmpty);
    }

    /**
     * Says what is wrong.
     *
     * @param line from 0; told from 1
     * @param rule what must be
     * @param was what is
     * @return the refusal, with the name of the file and the line
     */
    public IllegalArgumentException wrong(int line, String rule, String was) {
        return new IllegalArgumentException(name + " line " + (line + 1) + ": " + rule + ", was " + was);
    }

    /**
     * Reads a number.
     *
     * @param line where it stands, from 0
     * @param cell the text
     * @return the number, finite
     * @throws IllegalArgumentException if it is none
     */
    public double number(int line, String cell) {
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

    /**
     * Reads the date that a line begins with; what follows the day, such as midnight, is left out.
     *
     * @param line from 0
     * @return the date
     * @throws IllegalArgumentException if it is none
     */
    public LocalDate date(int line) {
        String cell = lines.get(line).getFirst();
        try {
            return LocalDate.parse(cell.length() > DATE_LENGTH ? cell.substring(0, DATE_LENGTH) : cell);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    wrong(line, "date must be of the form 2026-01-31", cell).getMessage(), e);
        }
    }

    /**
     * Reads lines of a name and a text each; blank ones are passed over.
     *
     * @return the texts by name, in the order of the lines
     * @throws IllegalArgumentException if a line has other than two cells, or a name comes twice
     */
    public Map<String, String> pairs() {
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

    /**
     * Reads lines of a known name and a number each; a first line with neither is a header.
     *
     * @param known the names
     * @return the numbers by name, in the order of the lines
     * @throws IllegalArgumentException as {@link #pairs}, or if another name is not known or its text is no number
     */
    public Map<String, Double> numbersOf(List<String> known) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        int line = -1;
        for (Map.Entry<String, String> pair : pairs().entrySet()) {
            line++;
            if (known.contains(pair.getKey())) {
                numbers.put(pair.getKey(), number(line, pair.getValue()));
            } else if (line > 0 || isNumber(pair.getValue())) {
                throw wrong(line, "name must be one of " + known, pair.getKey());
            }
        }
        return numbers;
    }

    private static boolean isNumber(String cell) {
        try {
            Double.parseDouble(cell);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
