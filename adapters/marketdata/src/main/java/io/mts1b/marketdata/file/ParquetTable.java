package io.mts1b.marketdata.file;

import io.mts1b.platform.db.DuckDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads Parquet into a {@link RawTable}; numbers become the shortest text that gives them back. */
final class ParquetTable {

    private ParquetTable() {}

    static RawTable read(SourceFile source) {
        Path file = source.file().toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null) {
            throw new RefusedFileException(source.file(), "a root", "a Parquet file");
        }
        List<String> header = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        try (Connection duck = DuckDb.openInMemory(List.of(folder));
                PreparedStatement query = duck.prepareStatement("SELECT COLUMNS(*)::VARCHAR FROM read_parquet(?)")) {
            query.setString(1, file.toString());
            try (ResultSet result = query.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                for (int i = 1; i <= columns; i++) {
                    header.add(result.getMetaData().getColumnLabel(i).strip());
                }
                while (result.next()) {
                    String[] cells = new String[columns];
                    for (int i = 0; i < columns; i++) {
                        String text = result.getString(i + 1);
                        cells[i] = text == null ? "" : text.strip();
                    }
                    rows.add(cells);
                }
            }
        } catch (SQLException e) {
            throw new RefusedFileException(source.file(), "damaged Parquet (" + e.getMessage() + ")", "a whole file");
        }
        if (rows.isEmpty()) {
            throw new RefusedFileException(source.file(), "no rows of data", "at least one row");
        }
        // Parquet has no lines; the first row of data is called line 1.
        List<Integer> lines = IntStream.rangeClosed(1, rows.size()).boxed().toList();
        return new RawTable(source.file(), source.name(), header, rows, lines, "Parquet");
    }
}
