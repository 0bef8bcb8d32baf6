package io.mts1b.marketdata.file;

import io.mts1b.foundation.Quoted;
import java.nio.file.Path;
import java.util.List;

/**
 * A table as text, before anybody says what it means.
 *
 * @param file where it stands
 * @param name the file's name without its endings, which names the instrument if nothing else does
 * @param header the column names, trimmed
 * @param rows the cells, one array per row, all as long as the header, trimmed
 * @param lines the line each row stands on, for messages
 * @param kind what the file is, for people
 */
record RawTable(Path file, String name, List<String> header, List<String[]> rows, List<Integer> lines, String kind) {

    /** Refuses a cell. */
    RefusedFileException refuse(int row, int column, String expected) {
        String cell = rows.get(row)[column];
        String found = cell.isEmpty() ? "an empty cell" : Quoted.of(cell);
        return new RefusedFileException(file, place(row, column), found, expected);
    }

    /** Refuses the header. */
    RefusedFileException refuseHeader(String found, String expected) {
        return new RefusedFileException(file, "line 1", found, expected);
    }

    private String place(int row, int column) {
        String label = header.get(column).isEmpty() ? "" : " (" + header.get(column) + ")";
        return "line " + lines.get(row) + ", column " + (column + 1) + label;
    }
}
