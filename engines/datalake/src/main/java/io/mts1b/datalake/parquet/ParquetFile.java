package io.mts1b.datalake.parquet;

import io.mts1b.datalake.LakeException;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.DecimalColumn;
import io.mts1b.platform.db.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Writes tables as Parquet files.
 *
 * <p>A file is written under another name and moved into place, so that nobody ever reads half of one. The
 * same columns give the same bytes: one writing thread, rows in the order given.
 */
public final class ParquetFile {

    /** Decimals of up to 18 digits fit a 64-bit integer, which every reader is fast with. */
    private static final int NARROW_DIGITS = 18;

    private static final int WIDE_DIGITS = 38;

    private ParquetFile() {}

    /**
     * Writes a table, in place of the file that may be there.
     *
     * @param file where to
     * @param columns at least one, all of one length, names distinct
     * @throws LakeException if it cannot be written; the file that was there is untouched then
     */
    public static void write(Path file, List<ParquetColumn> columns) {
        requireTable(columns);
        Path target = file.toAbsolutePath();
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.createDirectories(target.getParent());
            copy(partial, columns);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException | IOException e) {
            throw new LakeException("cannot write " + file, e);
        }
    }

    private static void requireTable(List<ParquetColumn> columns) {
        Require.that(!columns.isEmpty(), "columns must not be empty");
        int rows = columns.getFirst().values().size();
        for (ParquetColumn column : columns) {
            Require.that(
                    column.values().size() == rows,
                    "column " + column.name() + " must have " + rows + " rows, had "
                            + column.values().size());
        }
        Require.that(
                columns.stream().map(ParquetColumn::name).distinct().count() == columns.size(),
                "names of columns must differ, were "
                        + columns.stream().map(ParquetColumn::name).toList());
    }

    private static void copy(Path partial, List<ParquetColumn> columns) throws SQLException {
        String types = columns.stream()
                .map(column -> '"' + column.name() + "\" " + type(column) + " NOT NULL")
                .collect(Collectors.joining(", "));
        try (Connection duck = DuckDb.openInMemory(List.of(partial.getParent()));
                Statement statement = duck.createStatement()) {
            statement.execute("CREATE TABLE t (" + types + ")");
            List<Cells> cells = columns.stream().map(ParquetFile::cells).toList();
            try (DuckDBAppender appender = duck.unwrap(DuckDBConnection.class).createAppender("t")) {
                for (int row = 0; row < columns.getFirst().values().size(); row++) {
                    appender.beginRow();
                    for (Cells column : cells) {
                        column.append(appender, row);
                    }
                    appender.endRow();
                }
            }
            String name = partial.toString().replace("'", "''");
            statement.execute("COPY t TO '" + name + "' (FORMAT parquet, COMPRESSION zstd)");
        }
    }

    private static String type(ParquetColumn column) {
        return switch (column) {
            case ParquetColumn.Texts _ -> "VARCHAR";
            case ParquetColumn.Dates _ -> "DATE";
            case ParquetColumn.Instants _ -> "TIMESTAMPTZ";
            case ParquetColumn.Decimals decimals ->
                "DECIMAL(" + (isNarrow(decimals) ? NARROW_DIGITS : WIDE_DIGITS) + ", " + decimals.scale() + ")";
            case ParquetColumn.Reals _ -> "DOUBLE";
            case ParquetColumn.Integers _ -> "BIGINT";
        };
    }

    private static boolean isNarrow(ParquetColumn.Decimals decimals) {
        int scale = decimals.scale();
        return decimals.values().stream()
                .allMatch(value -> value.toBigDecimal().setScale(scale).precision() <= NARROW_DIGITS);
    }

    /** One column on its way into the file. */
    private interface Cells {

        void append(DuckDBAppender appender, int row) throws SQLException;
    }

    private static Cells cells(ParquetColumn column) {
        return switch (column) {
            case ParquetColumn.Texts texts ->
                (to, row) -> to.append(texts.values().get(row));
            case ParquetColumn.Dates dates ->
                (to, row) -> to.append(dates.values().get(row));
            case ParquetColumn.Instants instants ->
                (to, row) -> to.append(instants.values().get(row).atOffset(ZoneOffset.UTC));
            case ParquetColumn.Decimals decimals
            when isNarrow(decimals) -> {
                DecimalColumn words = DecimalColumn.copyOf(decimals.values());
                yield (to, row) -> to.appendDecimal(words.unscaled(row));
            }
            case ParquetColumn.Decimals decimals -> {
                int scale = decimals.scale();
                yield (to, row) ->
                        to.append(decimals.values().get(row).toBigDecimal().setScale(scale));
            }
            case ParquetColumn.Reals reals ->
                (to, row) -> to.append(reals.values().get(row).doubleValue());
            case ParquetColumn.Integers integers ->
                (to, row) -> to.append(integers.values().get(row).longValue());
        };
    }
}
