package io.mts1b.oms.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables, on a connection in a transaction. */
final class Rows {

    private Rows() {}

    /** Reads how far the rows follow, and has other writers wait until this transaction is over. */
    static Mark lock(Connection connection) throws SQLException {
        return mark(connection, " FOR UPDATE");
    }

    static Mark mark(Connection connection) throws SQLException {
        return mark(connection, "");
    }

    private static Mark mark(Connection connection, String lock) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT position, log_hash FROM oms.projection" + lock)) {
            if (!rows.next()) {
                throw new ProjectionException("table oms.projection must hold a row, holds none: rebuild");
            }
            return new Mark(rows.getLong(1), rows.getString(2));
        }
    }

    static void mark(Connection connection, Mark mark) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE oms.projection SET position = ?, log_hash = ?")) {
            statement.setLong(1, mark.position());
            statement.setString(2, mark.logHash());
            statement.executeUpdate();
        }
    }

    /** Writes rows with different keys in one statement. */
    static void write(Connection connection, Table table, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(table.upsert())) {
            for (int i = 0; i < table.columns().size(); i++) {
                @Nullable String[] values = new @Nullable String[rows.size()];
                for (int j = 0; j < values.length; j++) {
                    values[j] = Column.text(rows.get(j).get(i));
                }
                statement.setArray(
                        i + 1,
                        connection.createArrayOf(table.columns().get(i).type().sql(), values));
            }
            statement.executeUpdate();
        }
    }

    /** Throws all rows away. */
    static void clear(Connection connection) throws SQLException {
        String tables = Arrays.stream(Table.values()).map(Table::sql).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + tables);
        }
        mark(connection, new Mark.Counter().mark());
    }
}
