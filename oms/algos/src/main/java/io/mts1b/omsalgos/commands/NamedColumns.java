package io.mts1b.omsalgos.commands;

import io.mts1b.platform.service.CsvFile;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A file of named columns in any order. Immutable. */
final class NamedColumns {

    private final CsvFile file;

    private NamedColumns(CsvFile file) {
        this.file = file;
    }

    /** Reads a file with a header of some of the columns known, and at least one line. */
    static NamedColumns read(Path path, List<String> known) {
        CsvFile file = CsvFile.read(path);
        if (file.lines().isEmpty()) {
            throw new IllegalArgumentException(file.name() + " must have a header, is empty");
        }
        List<String> header = file.lines().getFirst();
        for (String column : header) {
            if (!known.contains(column)) {
                throw file.wrong(0, "column must be one of " + known, column);
            }
        }
        if (header.stream().distinct().count() < header.size()) {
            throw file.wrong(0, "columns must come once", header.toString());
        }
        NamedColumns columns = new NamedColumns(file);
        for (int line : columns.lines()) {
            int cells = file.lines().get(line).size();
            if (cells != header.size()) {
                throw file.wrong(line, "line must have " + header.size() + " cells", String.valueOf(cells));
            }
        }
        if (columns.lines().isEmpty()) {
            throw new IllegalArgumentException(file.name() + " must have lines after its header, had none");
        }
        return columns;
    }

    boolean has(String column) {
        return file.lines().getFirst().contains(column);
    }

    /** Returns the lines that hold something, by number from 0; the header is 0. */
    List<Integer> lines() {
        return IntStream.range(1, file.lines().size())
                .filter(line -> !file.isBlank(line))
                .boxed()
                .toList();
    }

    String cell(int line, String column) {
        int index = file.lines().getFirst().indexOf(column);
        if (index < 0) {
            throw file.wrong(
                    0, "columns must include " + column, file.lines().getFirst().toString());
        }
        return file.lines().get(line).get(index);
    }

    <T> T parse(int line, String column, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException(
                    file.wrong(line, column + " must be readable: " + e.getMessage(), text)
                            .getMessage(),
                    e);
        }
    }
}
