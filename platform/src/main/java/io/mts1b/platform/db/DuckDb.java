package io.mts1b.platform.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/**
 * Opens DuckDB, the embedded engine for SQL over Parquet, CSV and JSON files.
 *
 * <p>What it opens answers the same on every machine: one thread, rows in the order they were inserted
 * or read, time zone UTC, nothing spilled to disk. And it is contained: no extension is installed or
 * loaded, no file outside the folders given is touched, no network, and none of this can be switched
 * back by SQL.
 *
 * <p>The first connection of a process loads the native library from the driver's jar, which takes most
 * of a second; later ones take some tens of milliseconds.
 */
public final class DuckDb {

    private DuckDb() {}

    /**
     * Opens a database that lives in memory until its connection is closed.
     *
     * @param folders where SQL may read and write files, with everything below them; none for no files
     * @return a connection for one thread at a time; the caller closes it
     * @throws SQLException if the engine cannot be started
     */
    public static Connection openInMemory(List<Path> folders) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("threads", "1");
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
        try {
            confine(connection, folders);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void confine(Connection connection, List<Path> folders) throws SQLException {
        String allowed = folders.stream().map(DuckDb::quoted).collect(Collectors.joining(", ", "[", "]"));
        try (Statement statement = connection.createStatement()) {
            for (String setting : List.of(
                    "preserve_insertion_order = true",
                    "TimeZone = 'UTC'",
                    "temp_directory = ''",
                    "autoinstall_known_extensions = false",
                    "autoload_known_extensions = false",
                    "allow_community_extensions = false",
                    "allow_persistent_secrets = false",
                    "allowed_directories = " + allowed,
                    "enable_external_access = false",
                    "lock_configuration = true")) {
                statement.execute("SET " + setting);
            }
        }
    }

    /** The separator at the end keeps {@code /data} from allowing {@code /database}. */
    private static String quoted(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return "'" + absolute.toString().replace("'", "''")
                + folder.getFileSystem().getSeparator() + "'";
    }
}
