package io.mts1b.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbTest {

    @TempDir
    private Path temp;

    @Test
    void writes_and_reads_parquet_in_the_folders_it_was_given() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("it's a lake"));
        String file = "'" + folder.resolve("a.parquet").toString().replace("'", "''") + "'";

        try (Connection connection = DuckDb.openInMemory(List.of(folder))) {
            execute(connection, "COPY (SELECT i FROM range(5, 0, -1) t(i)) TO " + file);

            assertThat(column(connection, "SELECT i FROM " + file)).containsExactly("5", "4", "3", "2", "1");
        }
    }

    @Test
    void touches_no_file_elsewhere() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("data"));
        Path neighbour = Files.createDirectory(temp.resolve("database"));
        Path secret = Files.writeString(neighbour.resolve("secret.csv"), "a\n1\n");

        try (Connection connection = DuckDb.openInMemory(List.of(folder))) {
            for (Path path : List.of(secret, folder.resolve("../database/secret.csv"))) {
                assertThatThrownBy(() -> column(connection, "SELECT * FROM read_csv('" + path + "')"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("disabled by configuration");
            }
            assertThatThrownBy(() -> execute(connection, "COPY (SELECT 1) TO '" + neighbour.resolve("b.csv") + "'"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(neighbour.resolve("b.csv")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET enable_external_access = true",
                "SET threads = 4",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SELECT * FROM read_csv('https://localhost/a.csv')",
                "ATTACH 'somewhere.db'"
            })
    void cannot_be_talked_out_of_it(String sql) throws Exception {
        try (Connection connection = DuckDb.openInMemory(List.of())) {
            assertThatThrownBy(() -> execute(connection, sql)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void lives_in_utc_on_one_thread_whatever_the_machine_says() throws Exception {
        try (Connection connection = DuckDb.openInMemory(List.of())) {
            assertThat(column(connection, "SELECT current_setting('TimeZone')")).containsExactly("UTC");
            assertThat(column(connection, "SELECT current_setting('threads')")).containsExactly("1");
            assertThat(column(connection, "SELECT CAST(make_timestamptz(2024, 7, 3, 12, 0, 0.0) AS VARCHAR)"))
                    .containsExactly("2024-07-03 12:00:00+00");
        }
    }

    @Test
    void two_databases_share_nothing() throws Exception {
        try (Connection first = DuckDb.openInMemory(List.of());
                Connection second = DuckDb.openInMemory(List.of())) {
            execute(first, "CREATE TABLE t AS SELECT 1");

            assertThatThrownBy(() -> column(second, "SELECT * FROM t"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("does not exist");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
